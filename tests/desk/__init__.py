"""What the use cases promise, over stores in memory."""
