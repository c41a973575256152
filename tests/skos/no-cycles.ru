PREFIX sector: <https://w3id.org/planskg/vocab/sector/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { sector:health skos:broader sector:water . sector:health skos:narrower sector:water }
