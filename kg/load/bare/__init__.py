"""Ontologies and data that nobody prepared in; a typed pack and its graph out."""
