"""Plan and store in, answer with evidence out."""
