"""People: who belongs to a city, who may do what, and the links that let somebody in."""
