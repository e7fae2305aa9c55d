"""CSV and RDF files in, statements out; and what is wrong with a pack."""
