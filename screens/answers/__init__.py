"""Answering one process: each question a fragment of its own, each click stored at once and read back."""
