"""`restore`: puts a backup in the place of the database, and keeps the old one."""

import argparse
from collections import Counter
from pathlib import Path

from assessment.cli.backup import DATABASE_SETTINGS, database_file, told
from assessment.cli.command import Command, add_json, add_language, keep_input
from assessment.cli.files import refused, unusable
from assessment.cli.gone_again import GoneAgain, gone_again
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from locales.words import Words
from locales.words import words as words_in
from models.message import say
from store.backup import BackupFailed
from store.erasures import Unreadable, gone_in
from store.migration import UnknownRevision, newest
from store.restore import Damaged, InUse, NoBackup, Restored, restore

_MANUAL = Manual(
    name="restore",
    purpose=say("put a backup in the place of the app's database"),
    synopsis="FILE [--force] [--language de|en] [--json]",
    description=(
        say(
            "Checks a backup, copies it, and puts the copy in the place of the database. The app has to be "
            "stopped before; if it still runs, nothing is done. A database that is there is exchanged with "
            "--force alone, and kept beside the new one under a name that says when. The backup stays as it is."
        ),
        say(
            "A backup of an older version is brought up to date when the app starts; one of a newer version is refused."
        ),
        say(
            "Whoever was erased since the backup was made is erased once more, and so is every text that was taken "
            "out: the database that is kept aside tells what that is."
        ),
    ),
    examples=(
        ("python -m assessment restore /mnt/backups/hanse-2026-03-01.db", say("On a new machine:")),
        (
            "python -m assessment restore /mnt/backups/hanse-2026-03-01.db --force",
            say("Where there is a database already:"),
        ),
    ),
    environment=DATABASE_SETTINGS,
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=Help(say("The backup to put in place.")))
    parser.add_argument("--force", action="store_true", help=Help(say("Exchange a database that is there.")))
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    database = database_file(surroundings)
    keep_input(arguments.file, database)
    done = _restored(arguments.file, database, surroundings, force=arguments.force)
    again = _gone_again(done, database, surroundings)
    if arguments.json:
        aside = None if done.aside is None else str(done.aside)
        told_again = None if again is None else {"done": again.people["done"], "last": again.people["last"]}
        print_json(
            {
                "database": str(database),
                "aside": aside,
                "revision": done.revision,
                "rows": done.counts,
                "erased_again": told_again,
                "redacted_again": None if again is None else again.texts,
            }
        )
    else:
        words = words_in(arguments.language or surroundings.language)
        _tell(done, database, words)
        _tell_gone(again, words)
    return EXIT_FINE


def _gone_again(done: Restored, database: Path, surroundings: Surroundings) -> GoneAgain | None:
    """What became of what the backup brought back; None where the old database cannot tell what was gone."""
    if done.aside is None:
        return GoneAgain(Counter(), 0)
    try:
        return gone_again(database, gone_in(done.aside), surroundings)
    except Unreadable:
        return None


def _restored(copy: Path, database: Path, surroundings: Surroundings, *, force: bool) -> Restored:
    try:
        return restore(copy, database, surroundings.now, force=force)
    except FileNotFoundError:
        wanted = say("Expected is the name of a file that exists")
        raise refused(copy, say("There is no such file"), wanted) from None
    except FileExistsError:
        wanted = say("With --force it is exchanged, and kept under another name")
        raise refused(database, say("There is a database already"), wanted) from None
    except InUse:
        wanted = say("Expected is that the app was stopped before")
        raise refused(database, say("The app is still running on this database"), wanted) from None
    except NoBackup:
        wanted = say("Expected is a file that the command backup wrote")
        raise refused(copy, say("This is no database of this program"), wanted) from None
    except (Damaged, BackupFailed) as damage:
        found = say("The backup is damaged: {reason}", reason=str(damage))
        raise refused(copy, found, say("Expected is a backup that was never changed")) from None
    except UnknownRevision:
        wanted = say("Expected is a backup of this version or of an older one")
        raise refused(copy, say("A newer version of the program made this backup"), wanted) from None
    except OSError as error:
        raise refused(database, unusable(error), say("Expected is a place that may be written to")) from None


def _tell(done: Restored, database: Path, words: Words) -> None:
    print(words("Put in place: {path}", path=str(database)))
    print(words("Checked. Assessments: {assessments}; saved changes: {changes}", **told(done.counts)))
    if done.revision != newest():
        print(words("It comes from an older version, and is brought up to date when the app starts."))
    if done.aside is not None:
        print(words("The database that was there before is kept: {path}", path=str(done.aside)))


def _tell_gone(again: GoneAgain | None, words: Words) -> None:
    if again is None:
        print(
            words(
                "The old database cannot be read: whoever was erased since the backup must be erased once more, and "
                "texts that were taken out must be taken out once more."
            )
        )
        return
    if again.texts:
        print(words("Texts taken out once more, as already since the backup: {count}", count=again.texts))
    if again.people["done"]:
        print(words("People erased once more, as already since the backup: {count}", count=again.people["done"]))
    if again.people["last"]:
        print(
            words(
                "People not erased, because nobody else administers in this backup: {count}. Give somebody else the "
                "role, then erase them.",
                count=again.people["last"],
            )
        )


RESTORE = Command(_MANUAL, _add_arguments, _run)
