PREFIX : <https://w3id.org/planskg/id/>
PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { cube:year qb:codeList :tree .
  :tree a qb:HierarchicalCodeList ; qb:hierarchyRoot :root ; qb:parentChildProperty [ owl:inverseOf :parent ] .
  :leaf :parent :root }
