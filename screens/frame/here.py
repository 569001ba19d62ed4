"""Who is here, and the desk they stand at. One local user for now; sign-in will change `current_actor` alone."""

from assessment import wiring
from assessment.desk import Desk
from models.assessment import Actor


def current_actor() -> Actor:
    """The person this run is for."""
    return wiring.local_actor()


def desk() -> Desk:
    """The use cases."""
    return wiring.desk()
