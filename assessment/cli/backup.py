"""`backup`: a checked copy of everything that the app keeps, taken while people go on working."""

import argparse
from pathlib import Path

from assessment.cli.command import Command, add_json, add_language, add_output
from assessment.cli.files import refused, unusable
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json, print_written
from assessment.cli.surroundings import Surroundings
from locales.words import words as words_in
from models.message import say
from store.backup import BackupFailed, back_up, note_backup
from store.database import sqlite_path

DATABASE_SETTINGS = (
    ("HANSE_DATA", say("the folder with everything that the app keeps. Default: data")),
    ("HANSE_DATABASE_URL", say("another database than the file hanse.db in that folder")),
)
_MANUAL = Manual(
    name="backup",
    purpose=say("copy the database of the app, while it runs"),
    synopsis="-o FILE [--language de|en] [--json]",
    description=(
        say(
            "Writes one file with all assessments, answers and their history. People can go on working "
            "meanwhile; whatever was saved before the copy began is in it. The copy is checked and flushed to "
            "disk before it gets its name; only its owner can read it. A file that is there already is not "
            "replaced."
        ),
        say("Never copy the file of the database itself: what was saved last may stand in the log beside it."),
    ),
    examples=(
        ("python -m assessment backup -o /mnt/backups/hanse-$(date +%F).db", say("A copy with the day in its name:")),
        ("python -m assessment restore /mnt/backups/hanse-2026-03-01.db --force", say("Put one of them back:")),
    ),
    environment=DATABASE_SETTINGS,
)


def database_file(surroundings: Surroundings) -> Path:
    """The file of the app's database. Raises `InputRefused` where it is no SQLite database."""
    path = sqlite_path(surroundings.database_url)
    if path is None:
        raise refused(
            "HANSE_DATABASE_URL",
            say("The database is a server, not a file"),
            say("A PostgreSQL server is copied with pg_dump and put back with pg_restore"),
        )
    return path


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_output(parser, "FILE", Help(say("The file to write.")))
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    database, copy = database_file(surroundings), arguments.output
    try:
        done = back_up(database, copy)
        note_backup(surroundings.data, surroundings.now)
    except FileNotFoundError:
        found = say("There is no database yet")
        raise refused(database, found, say("Expected is a data folder that the app has used")) from None
    except FileExistsError:
        raise refused(copy, say("This file is there already"), say("Expected is a name that is still free")) from None
    except BackupFailed as failed:
        found = say("The copy did not pass its check, and was removed: {reason}", reason=str(failed))
        raise refused(database, found, say("Expected is a database without damage")) from None
    except OSError as error:
        raise refused(copy, unusable(error), say("Expected is a place that may be written to")) from None
    words = words_in(arguments.language or surroundings.language)
    if arguments.json:
        print_json({"written": [str(copy)], "bytes": done.size, "rows": done.counts})
        return EXIT_FINE
    print_written([copy], words, as_json=False)
    print(words("Checked. Assessments: {assessments}; saved changes: {changes}", **told(done.counts)))
    return EXIT_FINE


def told(counts: dict[str, int]) -> dict[str, int]:
    """What a person wants to know of the rows: how many assessments, how many changes were saved."""
    return {"assessments": counts["assessment"], "changes": counts["answer_event"]}


BACKUP = Command(_MANUAL, _add_arguments, _run)
