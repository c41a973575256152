"""Document -> Extraction: what a plan promises, and what no record took."""
