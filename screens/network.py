"""The way to what cities do together."""

from screens.crossroads.page import network

network()
