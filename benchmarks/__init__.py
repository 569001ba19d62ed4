"""What things cost, printed: figures with their spread, never a pass or fail."""
