PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { cube:structure-figures qb:component cube:component-type .
  cube:component-type qb:componentProperty qb:measureType .
  cube:structure-figures qb:component cube:component-low } ;
INSERT { ?one qb:measureType cube:value }
WHERE { ?one cube:value ?value }
