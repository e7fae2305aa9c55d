"""Typed query in, plan out: the steps, before any engine is chosen."""
