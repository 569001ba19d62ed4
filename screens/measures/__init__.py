"""Measures: from suggestions to tasks with an owner and a day, what they take together, and what came of them."""
