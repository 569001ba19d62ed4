"""The operator's own texts: shown to everybody, written by the administrator."""
