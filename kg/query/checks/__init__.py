"""The checks of a typed query, one a file."""
