"""The vocabularies as patterns, everyday words, places, and lists of words that share a head or a tail."""
