"""`account`: a new password for somebody who has lost the only way in. Whoever has the machine may."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from assessment.cli.backup import DATABASE_SETTINGS
from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import refused
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.desk.entrance import show_code
from assessment.desk.errors import WishRefused
from assessment.desk.people import Link
from assessment.desk.recovery import Recovery
from assessment.wiring import RandomTokens
from locales.words import words as words_in
from models.message import say
from store.accounts import SqlAccounts
from store.codes import SqlCodes
from store.database import Database, open_database, sqlite_path
from store.migration import newest, revision

_MANUAL = Manual(
    name="account",
    purpose=say("let somebody choose a new password who has lost the only way in"),
    synopsis="--reset LOGIN [--address URL] [--language de|en] [--json]",
    description=(
        say(
            "Prints a link that works once, within an hour, for the account with this login name. Nothing "
            "changes before it is used; then every session of the account ends. The app may go on running "
            "meanwhile."
        ),
        say(
            "Leads and administrators make such links in the app. This command is for the day on which the only "
            "administrator has lost the password: it needs nothing but access to the data."
        ),
    ),
    examples=(
        ("python -m assessment account --reset anna", say("A code to enter on the page /reset of the installation:")),
        ("python -m assessment account --reset anna --address https://hanse.example.org", say("A link to open:")),
    ),
    environment=DATABASE_SETTINGS,
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reset", required=True, metavar="LOGIN", help=Help(say("The login name.")))
    parser.add_argument(
        "--address", metavar="URL", default="", help=Help(say("The installation's address, for a whole link."))
    )
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    with _opened(surroundings) as database:
        recovery = Recovery(SqlAccounts(database), SqlCodes(database), RandomTokens())
        try:
            made = recovery.reset_link(arguments.reset, surroundings.now)
        except WishRefused as why:
            expected = say("Expected is the login name of an open account")
            raise refused(arguments.reset, why.message, expected) from None
    link = f"{arguments.address.rstrip('/')}/reset#{show_code(made.code)}"
    if arguments.json:
        print_json({"link": link, "code": show_code(made.code), "expires": made.expires.isoformat()})
        return EXIT_FINE
    _tell(link, made, surroundings, arguments)
    return EXIT_FINE


def _tell(link: str, made: Link, surroundings: Surroundings, arguments: argparse.Namespace) -> None:
    words = words_in(arguments.language or surroundings.language)
    print(link)
    print(words("Code: {code}", code=show_code(made.code)))
    print(words("It serves once, until {time} (UTC). Pass it on by hand.", time=f"{made.expires:%H:%M}"))


@contextmanager
def _opened(surroundings: Surroundings) -> Iterator[Database]:
    url = surroundings.database_url
    path = sqlite_path(url)
    if path is not None and not path.exists():
        wanted = say("Expected is a data folder that the app has used")
        raise refused(path, say("There is no database yet"), wanted)
    database = open_database(url)
    try:
        if revision(database.readers) != newest():
            wanted = say("Start the app of this version once; it brings the database up to date")
            raise refused(path or "HANSE_DATABASE_URL", say("The database belongs to another version"), wanted)
        yield database
    finally:
        database.close()


ACCOUNT = Command(_MANUAL, _add_arguments, _run)
