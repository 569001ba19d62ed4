"""The exchange finder: what one's own city shows, whom to talk to and why, and the requests between cities."""
