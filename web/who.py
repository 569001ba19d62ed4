"""Who a request comes from. One local user for now; sign-in will change this function alone."""

from starlette.requests import Request

from assessment import wiring
from models.assessment import Actor


def current_actor(_request: Request) -> Actor:
    """The person behind a request."""
    return wiring.local_actor()
