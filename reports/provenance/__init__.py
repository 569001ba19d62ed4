"""Where the figures of a report come from: its inputs travel inside it, and can be held against what is printed."""
