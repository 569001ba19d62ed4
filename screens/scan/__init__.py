"""The quick scan: its answers live in the browser, pass through the session, and are kept nowhere else."""
