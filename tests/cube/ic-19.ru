PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { ?code skos:inScheme ?codes }
WHERE { cube:series qb:codeList ?codes . ?code skos:inScheme ?codes }
