"""The house itself: its backups, the papers about it, and what is kept of people and for how long."""
