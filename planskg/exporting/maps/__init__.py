"""Maps of where plans promise what: symbols at the places' coordinates, boundaries from a file of the user's."""
