"""`report --batch`: reports of many cities, from a folder of answers and a workbook, into one archive."""

import argparse
import re
import secrets
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from assessment.cli.command import Misused
from assessment.cli.files import read_input, refused, unusable, write_output
from assessment.cli.manual import EXIT_FINE, EXIT_INPUT_WRONG, Help
from assessment.cli.printing import print_json, print_written
from assessment.cli.surroundings import Surroundings
from assessment.loading import load_library
from locales.words import Words
from locales.words import words as words_in
from models.message import say
from reports.batch.book import blank_book, read_book
from reports.batch.bundle import Made, bundle
from reports.batch.failing import Failure
from reports.batch.folder import Folder
from reports.batch.planning import plan
from reports.printing.press import SECONDS, Pool

_PLACE = re.compile(r'File "[^"]*?([^"/\\]+[/\\][^"/\\]+)", (line \d+)')


def add_batch(parser: argparse.ArgumentParser) -> None:
    """The options of a batch."""
    parser.add_argument(
        "--batch",
        type=Path,
        metavar="BOOK.xlsx",
        help=Help(
            say(
                "Make a report for each row of this workbook; --answers is then a folder, and what is written is a zip."
            )
        ),
    )
    parser.add_argument(
        "--batch-template",
        action="store_true",
        help=Help(say("Write the workbook for --batch, with a row for each file of answers in the folder.")),
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=SECONDS,
        metavar="N",
        help=Help(say("How long one report of a batch may take. Default: 60.")),
    )


def is_batch(arguments: argparse.Namespace) -> bool:
    """Whether these options ask for a batch, or for its workbook."""
    return arguments.batch is not None or bool(arguments.batch_template)


def run_batch(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    """Makes the reports, or writes the workbook to begin with."""
    words = words_in(arguments.language or surroundings.language)
    library, today = load_library(surroundings.questionnaires), surroundings.today.isoformat()
    folder = Folder(arguments.answers, library, today, words.language, arguments.batch)
    if arguments.batch_template:
        _keep_ending(arguments.output, ".xlsx")
        write_output(arguments.output, blank_book(folder.lines(), words))
        print_written([arguments.output], words, as_json=arguments.json)
        return EXIT_FINE
    _keep_ending(arguments.output, ".zip")
    planned = plan(read_book(read_input(arguments.batch), str(arguments.batch)), folder, library)
    pool = Pool(surroundings.questionnaires, seconds=arguments.seconds)

    def told(done: int, every: int) -> None:
        if not arguments.json and sys.stderr.isatty():
            print(f"\r{done}/{every}", end="" if done < every else "\n", file=sys.stderr, flush=True)

    logged: list[str] = []

    def broke(why: str) -> str:
        number = secrets.token_hex(4).upper()
        logged.append(f"{number}: {_in_a_line(why)}")
        return number

    target = arguments.output.resolve()
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".part") as out:
            made = bundle(planned, pool, out, words, told=told, broke=broke)
            out.flush()
            _keep(Path(out.name), target)
    except OSError as error:
        raise refused(arguments.output, unusable(error), say("Expected is a place that may be written to")) from None
    return _said(made, logged, arguments, words)


def _in_a_line(why: str) -> str:
    """The kind of an error and the place where it came up last, for whoever mends the program."""
    places = [", ".join(each) for each in _PLACE.findall(why)]
    return ", ".join((why.partition("\n")[0], *places[-1:]))


def _keep(part: Path, target: Path) -> None:
    """Gives the finished archive its name: whoever looks there sees the old one or the whole new one."""
    kept = part.with_suffix(".done")
    kept.hardlink_to(part)
    kept.chmod(0o644)
    kept.replace(target)


def _keep_ending(output: Path, ending: str) -> None:
    if output.suffix.casefold() != ending:
        raise Misused(
            say("what is written ends in {ending}; name it {better}", ending=ending, better=f"{output.stem}{ending}")
        )


def _said(made: Made, logged: list[str], arguments: argparse.Namespace, words: Words) -> int:
    if arguments.json:
        failed = [_as_json(each, words) for each in made.failures]
        print_json({"written": [str(arguments.output)], "reports": made.done, "failed": failed, "incidents": logged})
    else:
        print_written([arguments.output], words, as_json=False)
        print(words("Reports: {done}, not made: {failed}", done=made.done, failed=len(made.failures)))
        print("".join(f"{each}\n" for each in _troubles(made, logged, words)), end="", file=sys.stderr)
    return EXIT_INPUT_WRONG if made.failures else EXIT_FINE


def _troubles(made: Made, logged: list[str], words: Words) -> Iterator[str]:
    """Each report that was not made, and a line for whoever mends the program where something is ours to mend."""
    yield from (each.told(words) for each in made.failures)
    if any(each.result == "too long" for each in made.failures):
        yield words("--seconds N gives each report more time.")
    yield from (words("Incident {number}", number=each) for each in logged)


def _as_json(of: Failure, words: Words) -> dict[str, object]:
    return {
        "name": of.name,
        "city": of.city,
        "row": of.row,
        "result": of.result,
        "why": of.why(words),
        "incident": of.incident or None,
    }
