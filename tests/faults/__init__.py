"""Fault injection: what the linter says where one fault is planted in a clean plan.

`clean/` holds invented plans; no figure in them is one of the place that they name. `kinds/` holds the faults. Each
kind names the rule that is meant to find it, and each of its variants one edit of a clean text or of its graph.
"""
