PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE DATA { cube:structure-figures qb:component cube:component-value }
