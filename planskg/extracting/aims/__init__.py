"""Aims: goals that say no number."""
