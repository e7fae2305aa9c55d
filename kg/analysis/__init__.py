"""Statements in, paths and sums out: what SPARQL cannot do."""
