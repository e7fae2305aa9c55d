"""Triples in, bindings out: the embedded engine, the second opinion, and the cache of compiled packs."""
