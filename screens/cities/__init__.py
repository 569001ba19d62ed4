"""The city itself: what waits, its profile, its assessments, and the cohorts it belongs to."""
