PREFIX sector: <https://w3id.org/planskg/vocab/sector/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA { sector:health skos:prefLabel "health"@en }
