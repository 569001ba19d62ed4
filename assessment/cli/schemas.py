"""`schemas`: the JSON Schemas with which editors help people write questionnaires and answers."""

import argparse

from assessment.cli.command import Command, add_json, add_language
from assessment.cli.files import make_folder, write_output
from assessment.cli.manual import EXIT_FINE, Manual
from assessment.cli.printing import print_written
from assessment.cli.surroundings import Surroundings
from assessment.loading.schemas import SCHEMAS, path_of, schema
from locales.words import words as words_in
from models.message import say

_MANUAL = Manual(
    name="schemas",
    purpose=say("write the JSON Schemas of all files that people write"),
    synopsis="[--language de|en] [--json]",
    description=(
        say(
            "Writes a JSON Schema for each kind of file into the folder schema of the questionnaires. Editors "
            "that know YAML then complete keys and mark mistakes while somebody types. To be run after the "
            "program's own idea of a file has changed; a test says when that was forgotten."
        ),
    ),
    examples=(("python -m assessment schemas", say("Write the schemas anew:")),),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_language(parser, usually=say("that of the terminal"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    paths = {name: path_of(name, surroundings.questionnaires) for name in SCHEMAS}
    for name, path in paths.items():
        make_folder(path.parent)
        write_output(path, schema(name).encode())
    words = words_in(arguments.language or surroundings.language)
    print_written(list(paths.values()), words, as_json=arguments.json)
    return EXIT_FINE


SCHEMAS_COMMAND = Command(_MANUAL, _add_arguments, _run)
