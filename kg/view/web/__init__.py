"""The page: one HTML file that shows an answer as a picture, a table and its evidence."""
