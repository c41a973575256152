"""Extractions as RDF: the terms, the quads of a document, what follows from them, and the store that holds them."""
