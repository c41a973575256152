PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { cube:year rdfs:range ?range }
WHERE { cube:year rdfs:range ?range }
