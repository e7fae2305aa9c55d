"""Syntax, pack and lexicon in, typed query out; and a query's canonical sentence back."""
