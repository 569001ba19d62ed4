"""Who could help whom."""
