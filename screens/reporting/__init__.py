"""Making a report: what is in it, how it looks, what is said in it, how far it is, and its pages before it is taken."""
