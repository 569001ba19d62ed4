"""Keeping the German catalogue true to the code: `update` collects new sentences, `check` says what is missing.

A sentence is the literal in `say("...")` or `words("...")`. The catalogue has no line numbers, so that moving
code changes nothing in it.
"""

import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
GERMAN = Path(__file__).parent / "de" / "hanse.po"
_ROOMS = ("models", "assessment", "reports", "store", "screens", "web", "locales")
_LANGUAGE_CODES = {"de", "en"}


def sentences() -> set[str]:
    """Every sentence that the code may show to a person."""
    return {sentence for room in _ROOMS for sentence in sentences_in(ROOT / room)}


def sentences_in(folder: Path) -> Iterator[str]:
    """The sentences in the code of one folder."""
    # Babel's own extractor passes over what stands inside an f-string where Python is older than 3.12.
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="say" | "words") | ast.Attribute(attr="say" | "words"),
                    args=[ast.Constant(value=str(sentence)), *_],
                ) if sentence not in _LANGUAGE_CODES:
                    yield sentence
                case _:
                    pass


def read(path: Path = GERMAN) -> dict[str, str]:
    """The catalogue's translations by sentence."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale="de") if entry.id}


def problems() -> list[str]:
    """What is missing, left over or filled in differently than its English sentence."""
    translated, wanted = read(), sentences()
    missing = [f"not translated: {sentence}" for sentence in sorted(wanted) if not translated.get(sentence)]
    left_over = [f"no longer used: {sentence}" for sentence in sorted(set(translated) - wanted)]
    differing = [
        f"other blanks than the English sentence: {sentence}"
        for sentence, german in sorted(translated.items())
        if german and _blanks(sentence) != _blanks(german)
    ]
    return missing + left_over + differing


def _blanks(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name}


def update() -> None:
    """Write the catalogue anew: all sentences of the code, with the translations there are."""
    translated = read()
    catalogue = Catalog(locale="de", project="Hanse", charset="utf-8", fuzzy=False)
    for sentence in sorted(sentences()):
        catalogue.add(sentence, translated.get(sentence, ""))
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
