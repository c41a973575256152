"""Projects: the works that a sentence promises, with their stage, money and size."""
