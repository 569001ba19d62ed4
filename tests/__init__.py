"""The promises of the house, one room of tests for each room of source."""
