"""What an assessment takes before it begins: how much work it is, and which days it runs towards."""
