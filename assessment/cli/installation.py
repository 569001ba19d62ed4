"""The database of the app beside which a command runs, where there is one."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.exc import SQLAlchemyError

from assessment.cli.files import refused
from assessment.cli.surroundings import Surroundings
from assessment.desk.same_city import called
from models.message import say
from store.accounts import SqlAccounts
from store.database import Database, open_database, sqlite_path
from store.migration import newest, revision
from store.rooms import SqlRooms


def is_there(surroundings: Surroundings) -> bool:
    """Whether there is one. A database that is no file of ours is there: it has to be asked."""
    path = sqlite_path(surroundings.database_url)
    return path is None or path.exists()


@contextmanager
def opened(surroundings: Surroundings) -> Iterator[Database]:
    """The database for reading. Raises `InputRefused` where it cannot be used."""
    try:
        with closing(open_database(surroundings.database_url)) as database:
            if revision(database.readers) != newest():
                found = say("The database is not of this version")
                raise refused(surroundings.data, found, say("Expected is that the app was started on it once"))
            yield database
    except SQLAlchemyError as error:
        found = say("It cannot be used: {reason}", reason=type(error).__name__)
        raise refused("HANSE_DATABASE_URL", found, say("Expected is a database that can be reached")) from None


def cities_known(surroundings: Surroundings) -> frozenset[str]:
    """What the cities are called that this installation keeps, or that were in one of its live rooms lately."""
    if not is_there(surroundings):
        return frozenset()
    with opened(surroundings) as database:
        rooms = SqlRooms(database)
        guests = (city.name for room in rooms.kept() for city in rooms.cities(room.id))
        own = (each.name for each in SqlAccounts(database).cities())
        return frozenset(map(called, (*own, *guests)))
