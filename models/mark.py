"""The mark of what was made up."""

MARK = "demo-"
"""What every id of the invented network begins with; ids of other things are random hexadecimal digits."""
