"""Numbers as plans print them: numerals, units, comparators, shares, ranges, and the times they are due."""
