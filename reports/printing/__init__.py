"""Printing many reports in processes of their own, each with a limit of time and memory."""
