"""The results of an assessment: the profile first, every level with its reason, one number for the city last."""
