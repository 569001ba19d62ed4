"""A PostgreSQL server and the way to it: connections that are alive, and which errors are nobody's fault.

The driver pg8000 reports a broken connection as it comes from the socket, and most of what the server says as a mistake
in the statement. The code that the server sends along tells the difference (PostgreSQL, appendix A: error codes).
"""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, InvalidatePoolError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

_NOT_THE_WISH = ("08", "40", "53", "57", "58")
"""Connection lost, transaction given up, resources short, stopped by an operator, trouble in the system itself."""


def server_engine(url: str) -> Engine:
    """An engine with as many connections as people save at once: opening one costs more than many saves."""
    engine = create_engine(url, pool_size=32, max_overflow=18, hide_parameters=True)

    @event.listens_for(engine, "checkout")
    def _alive(connection: Any, _record: object, _proxy: object) -> None:
        # SQLAlchemy's own look at a connection before its use does not know the errors of a socket.
        try:
            engine.dialect.do_ping(connection)
        except (OSError, engine.dialect.loaded_dbapi.Error) as gone:
            raise InvalidatePoolError from gone

    return engine


def unable(error: Exception) -> bool:
    """Whether the database could not take a change now, and may take it later."""
    if isinstance(error, OSError | InterfaceError | OperationalError | NoConnectionFree):
        return True
    return isinstance(error, DBAPIError) and _code(error).startswith(_NOT_THE_WISH)


def _code(error: DBAPIError) -> str:
    said = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return str(said.get("C", "")) if isinstance(said, dict) else ""
