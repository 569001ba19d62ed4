"""The routes and middleware around the screens."""
