"""The command line: a module a command, found by its name."""
