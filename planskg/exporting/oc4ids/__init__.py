"""Projects as OC4IDS 0.9.5, the Open Contracting for Infrastructure Data Standard: a project package a document."""
