"""`audit`: whether the trail of what was done in the app is whole."""

import argparse

from assessment.cli.backup import DATABASE_SETTINGS
from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import refused
from assessment.cli.installation import is_there, opened
from assessment.cli.manual import EXIT_FINE, EXIT_INPUT_WRONG, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from locales.words import words as words_in
from models.audit import Verdict
from models.message import say
from store.audit import SqlAudit

_MANUAL = Manual(
    name="audit",
    purpose=say("check the trail of what was done in the app"),
    synopsis="--verify [--language de|en] [--json]",
    description=(
        say(
            "Each entry of the trail carries the digest of the one before it. The command computes all digests "
            "anew and says whether an entry was changed or taken out, and which is the first that does not fit; "
            "the exit code is 1 then. The app may run."
        ),
        say(
            "An entry that was cut off at the end leaves no gap. Write down the digest of the newest entry from "
            "time to time, on another machine: it must still be there later, unless it grew old."
        ),
    ),
    examples=(("python -m assessment audit --verify", say("Is the trail whole?")),),
    environment=DATABASE_SETTINGS,
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--verify", action="store_true", required=True, help=Help(say("Check that all entries fit together."))
    )
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    verdict = _verified(surroundings)
    if arguments.json:
        print_json({"entries": verdict.entries, "broken_at": verdict.broken_at, "newest": verdict.last})
        return EXIT_FINE if verdict.broken_at is None else EXIT_INPUT_WRONG
    words = words_in(arguments.language or surroundings.language)
    if verdict.broken_at is not None:
        raise refused(
            surroundings.data,
            say("Entry {number} of the trail does not fit the one before it", number=verdict.broken_at),
            say("Expected is that no entry was changed or taken out: compare with a backup"),
        )
    print(words.many(verdict.entries, "The trail is whole: 1 entry.", "The trail is whole: {count} entries."))
    print(words("Digest of the newest entry: {digest}", digest=verdict.last))
    return EXIT_FINE


def _verified(surroundings: Surroundings) -> Verdict:
    if not is_there(surroundings):
        found = say("There is no database yet")
        raise refused(surroundings.data, found, say("Expected is a data folder that the app has used"))
    with opened(surroundings) as database:
        return SqlAudit(database).verified()


AUDIT = Command(_MANUAL, _add_arguments, _run)
