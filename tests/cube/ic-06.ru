PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { cube:component-year qb:componentRequired false }
