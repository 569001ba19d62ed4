"""The demonstration network into the database of the app: what the administrator's button does, without a browser."""

from assessment.cli.files import refused
from assessment.cli.surroundings import Surroundings
from assessment.desk.demonstration import signed_network
from assessment.desk.noting import about_house
from assessment.loading import load_library
from assessment.loading.frozen import FrozenAnswers
from models.invented import Network
from models.message import say
from models.people import Account, Actor, Grant
from models.problem import InputRefused
from store.accounts import SqlAccounts
from store.database import Database, open_database, sqlite_path
from store.invented import SqlInvented
from store.migration import migrate


def load_network(surroundings: Surroundings) -> Network:
    """Puts the network up and gives what was kept. Raises `InputRefused` where it is there already.

    The administrator leads its cities and cohorts. Where there is no account yet, the first one to be made inherits
    them.
    """
    library = load_library(surroundings.questionnaires)
    surroundings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    migrate(surroundings.database_url, surroundings.now)
    database = open_database(surroundings.database_url)
    try:
        invented, leader = SqlInvented(database), _administrator(database)
        if invented.present():
            raise _there_already(surroundings)
        network = signed_network(library, FrozenAnswers(library), surroundings.now)
        person = leader or Actor(network.people[0][0])
        note = about_house(person, "load demonstration", surroundings.now, "loaded")
        if not invented.load(network, leader, note):
            raise _there_already(surroundings)
    finally:
        database.close()
    return network


def _there_already(surroundings: Surroundings) -> InputRefused:
    place = sqlite_path(surroundings.database_url) or "HANSE_DATABASE_URL"
    wanted = say("Expected is a database without it; whoever administers the app can remove it there")
    return refused(place, say("The demonstration network is there already"), wanted)


def _administrator(database: Database) -> Actor | None:
    """The account that has administered the house for longest."""
    held = [each for each in SqlAccounts(database).all() if _administers(each)]
    first = min(held, key=lambda each: each.created, default=None)
    return None if first is None else Actor(first.id, first.display_name)


def _administers(account: Account) -> bool:
    return account.disabled is None and Grant("administrator") in account.grants
