"""Tables: where they stand, what their rows, columns and cells hold."""
