"""Live rooms as their trainers lead them."""
