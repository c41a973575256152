PREFIX : <https://w3id.org/planskg/id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { :a a skos:Concept }
