"""Answers, rows and evidence as plain data, and their forms as dictionaries, frames and graphs."""
