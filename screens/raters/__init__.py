"""Several raters on screen: rating alone, agreeing together, guests, and a quick scan that a city keeps."""
