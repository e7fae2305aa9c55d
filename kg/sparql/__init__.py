"""Plan in, SPARQL text out; the only place where a term is quoted."""
