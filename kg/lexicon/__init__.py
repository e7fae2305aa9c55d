"""Names and words in, what they may mean out: exact, folded, nearest."""
