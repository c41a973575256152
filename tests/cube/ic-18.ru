PREFIX : <https://w3id.org/planskg/id/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT { :another qb:slice :slice . :slice qb:observation ?one }
WHERE { SELECT ?one ?other { ?one qb:dataSet ?set .
  ?other qb:dataSet ?set .
  FILTER (?one != ?other) } LIMIT 1 }
