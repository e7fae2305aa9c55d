"""Steps that SPARQL cannot do: paths, relations, needs and comparisons over statements, as answers with evidence."""
