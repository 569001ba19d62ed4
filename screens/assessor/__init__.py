"""An assessor from outside beside the city: the own ratings, and both views side by side."""
