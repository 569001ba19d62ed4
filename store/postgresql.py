"""Which errors of a PostgreSQL server, or of the way to it, mean that nobody's wish was at fault.

The driver pg8000 reports most of what the server says as a mistake in the statement. The code that the server sends
along tells the difference (PostgreSQL, appendix A: error codes).
"""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

_NOT_THE_WISH = ("08", "40", "53", "57", "58")
"""Connection lost, transaction given up, resources short, stopped by an operator, trouble in the system itself."""


def unable(error: Exception) -> bool:
    """Whether the database could not take a change now, and may take it later."""
    if isinstance(error, OSError | InterfaceError | OperationalError | NoConnectionFree):
        return True
    return isinstance(error, DBAPIError) and _code(error).startswith(_NOT_THE_WISH)


def _code(error: DBAPIError) -> str:
    said = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return str(said.get("C", "")) if isinstance(said, dict) else ""
