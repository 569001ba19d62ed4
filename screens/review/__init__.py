"""Looking back: what was done, whether an assessment is ready to be closed, and its closings."""
