PREFIX : <https://w3id.org/planskg/id/>
PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { cube:year qb:codeList :tree .
  :tree a qb:HierarchicalCodeList ; qb:hierarchyRoot :root ; qb:parentChildProperty :child .
  :root :child :leaf }
