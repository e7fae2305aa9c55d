"""Answer in, terminal table, page or file out."""
