"""The programme of one's cohorts and of the house: what is to come, what was, and what came of it."""
