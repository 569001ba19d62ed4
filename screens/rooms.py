"""The live rooms of a trainer."""

from screens.room.page import rooms

rooms()
