"""SPARQL text in, bindings from a server that speaks the SPARQL 1.1 protocol out."""
