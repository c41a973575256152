"""A sentence as all finders see it: who acts, what is past, what its words betray, what has been taken."""
