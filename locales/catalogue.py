"""Keeping the German catalogue true to the code: `update` collects new sentences, `check` says what is missing.

A sentence is the literal in `say("...")` or `words("...")`; the two for one and for several in
`say_many(count, "...", "...")` or `words.many(count, "...", "...")` are one entry. The catalogue has no line numbers,
so that moving code changes nothing in it.
"""

import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from locales.words import translations

ROOT = Path(__file__).parent.parent
GERMAN = Path(__file__).parent / "de" / "hanse.po"
_ROOMS = ("models", "assessment", "reports", "store", "screens", "web", "locales")
_LANGUAGE_CODES = {"de", "en"}


Entry = tuple[str, ...]
"""A sentence, or the two for one and for several."""


def sentences() -> set[str]:
    """Every sentence that the code may show to a person."""
    return {sentence for entry in entries() for sentence in entry}


def entries() -> set[Entry]:
    """Every sentence of the code, those for one and for several together."""
    return {entry for room in _ROOMS for entry in entries_in(ROOT / room)}


def entries_in(folder: Path) -> Iterator[Entry]:
    """The sentences in the code of one folder."""
    # Babel's own extractor passes over what stands inside an f-string where Python is older than 3.12.
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="say" | "words") | ast.Attribute(attr="say" | "words"),
                    args=[ast.Constant(value=str(sentence)), *_],
                ) if sentence not in _LANGUAGE_CODES:
                    yield (sentence,)
                case ast.Call(
                    func=ast.Name(id="say_many") | ast.Attribute(attr="say_many" | "many"),
                    args=[_, ast.Constant(value=str(one)), ast.Constant(value=str(several))],
                ):
                    yield one, several
                case _:
                    pass


def read(path: Path = GERMAN) -> dict[str, str]:
    """The catalogue's translations by sentence."""
    return translations(path, "de")


def problems() -> list[str]:
    """What is missing, left over or filled in differently than its English sentence."""
    translated, found = read(), entries()
    every = [sentence for entry in found for sentence in entry]
    wanted = set(every)
    twice = [f"in two entries: {sentence}" for sentence in sorted(wanted) if every.count(sentence) > 1]
    missing = [f"not translated: {sentence}" for sentence in sorted(wanted) if not translated.get(sentence)]
    left_over = [f"no longer used: {sentence}" for sentence in sorted(set(translated) - wanted)]
    differing = [
        f"other blanks than the English sentence: {sentence}"
        for sentence, german in sorted(translated.items())
        if german and _blanks(sentence) != _blanks(german)
    ]
    return twice + missing + left_over + differing


def _blanks(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name}


def update() -> None:
    """Write the catalogue anew: all sentences of the code, with the translations there are."""
    translated = read()
    catalogue = Catalog(locale="de", project="Hanse", charset="utf-8", fuzzy=False)
    for entry in sorted(entries()):
        told = tuple(translated.get(sentence, "") for sentence in entry)
        if len(entry) == 1:
            catalogue.add(entry[0], told[0])
        else:
            catalogue.add(entry, told)
    GERMAN.parent.mkdir(parents=True, exist_ok=True)
    with GERMAN.open("wb") as file:
        write_po(file, catalogue, width=0, omit_header=True, sort_output=True)


def main(arguments: list[str]) -> int:
    """`update` or `check`; the exit code is 1 where the catalogue is not true to the code."""
    if arguments == ["update"]:
        update()
    found = problems()
    for problem in found:
        sys.stdout.write(f"{GERMAN.relative_to(ROOT)}: {problem}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
