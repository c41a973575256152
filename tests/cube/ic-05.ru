PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE { cube:series qb:codeList ?codes }
WHERE { cube:series qb:codeList ?codes }
