"""Where a city wants to be: its target, the gaps, the shortest path there, and a place to try things out."""
