"""The city of the person who is here: what waits, the profile, the assessments, beginning one."""

from screens.cities.home import home

home()
