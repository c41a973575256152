PREFIX cube: <https://w3id.org/planskg/cube#>

DELETE { ?one cube:value ?value }
WHERE { ?one cube:value ?value }
