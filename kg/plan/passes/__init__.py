"""The rewrites of a plan, one a file, run in order."""
