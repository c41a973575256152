PREFIX : <https://w3id.org/planskg/id/>
PREFIX cube: <https://w3id.org/planskg/cube#>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { cube:structure-figures qb:sliceKey :key .
  :key a qb:SliceKey ; qb:componentProperty cube:year .
  :slice a qb:Slice ; qb:sliceStructure :key }
