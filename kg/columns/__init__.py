"""A store's statements as arrays of whole numbers: read once, then searched without asking the store again."""
