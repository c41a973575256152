"""A text as the grammar reads it: its lines, its paragraphs, one script width."""
