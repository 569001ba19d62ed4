"""How a city changed, and moving to a newer version of the questions."""
