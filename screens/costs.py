"""What the international work of one's city costs."""

from screens.resources.page import resources

resources()
