"""Statements in; what follows from them by the rules of OWL 2 RL, each with its rule and premises, out."""
