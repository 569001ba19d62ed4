"""All that is kept about the person who is here."""

from screens.house.own_data import own_data

own_data()
