"""Terms, dates, places in a text, diagnostics and their table of codes: what every stage may use."""
