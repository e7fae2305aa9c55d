"""Where the stages are wired: a pack folder in, a session that answers questions out."""
