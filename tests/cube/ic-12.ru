PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE { ?other ?is ?was }
INSERT { ?other ?is ?value }
WHERE { { { SELECT ?one ?other { ?one qb:dataSet ?set .
  ?other qb:dataSet ?set .
  FILTER (?one != ?other) } LIMIT 1 } } ?one ?is ?value .
  ?is a qb:DimensionProperty .
  ?other ?is ?was }
