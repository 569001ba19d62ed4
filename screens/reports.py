"""Reports for several cities at once."""

from screens.reporting.several import several

several()
