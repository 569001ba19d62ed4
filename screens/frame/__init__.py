"""What surrounds every page: its language, who is here, the way around, and what happens when something breaks."""
