PREFIX cube: <https://w3id.org/planskg/cube#>

DELETE { ?one cube:year ?year }
WHERE { ?one cube:year ?year }
