PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE DATA { cube:component-unit qb:componentRequired false } ;
INSERT DATA { cube:component-unit qb:componentRequired true } ;
DELETE { ?one cube:unit ?x }
WHERE { ?one cube:unit ?x }
