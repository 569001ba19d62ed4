"""The content: complete, bilingual, and true to where it comes from."""
