"""The words of screens and reports: gettext catalogues, and the one way to put a message into a language."""
