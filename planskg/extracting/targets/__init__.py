"""Targets: the numbers that are goals, what each measures, and of what it is a part."""
