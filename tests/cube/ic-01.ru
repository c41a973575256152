PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE { ?one qb:dataSet ?set }
WHERE { ?one qb:dataSet ?set }
