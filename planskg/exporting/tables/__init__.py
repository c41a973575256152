"""The graph as tables: what tables and columns there are (schema), their rows (frames), and a module a file format."""
