"""Read the plans that Chinese local governments print, as a knowledge graph of what they promise."""

__version__ = "0.1.0"
