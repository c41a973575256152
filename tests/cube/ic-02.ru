PREFIX : <https://w3id.org/planskg/id/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <https://w3id.org/planskg/id/cube/figures> qb:structure :another }
