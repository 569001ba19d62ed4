"""The way to what cities do together: the finder, the programme, the library."""
