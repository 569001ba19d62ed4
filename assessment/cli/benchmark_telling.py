"""What `benchmark` says: figures with their names, reasons for what is not shown, and what became of the edition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.benchmark import RULES
from assessment.benchmark.gathering import Gathered, LeftOut
from assessment.benchmark.peers import PeerGroup
from assessment.benchmark.publishing import EVERY, too_few
from assessment.cli.tables import aligned
from locales.words import Words
from models.benchmark import Edition, Hidden, Publication
from models.questionnaire import CapabilityModel
from reports.content.group_naming import cell_name, peers_words


@dataclass(frozen=True)
class Group:
    """The cities of a folder with what can be published of them."""

    model: CapabilityModel
    gathered: Gathered
    left_out: tuple[LeftOut, ...]
    invented: frozenset[str] = frozenset()
    """The cities whose answers files say that nobody answered them."""

    def has_invented(self, edition: Edition) -> bool:
        """Whether invented cities are among those that an edition is about."""
        return any(city in self.invented for city, _ in edition.members)


@dataclass(frozen=True)
class Published:
    """An edition, its peer group, empty for all cities, and the register that keeps it, if one does."""

    peers: PeerGroup
    edition: Edition
    register: Path | None


def without_details(published: Published, group: Group) -> Published:
    """An edition without its attributes and questions."""
    coarse, edition = set(group.gathered.layout.cells), published.edition
    shown = tuple(each for each in edition.shown if each.cell in coarse)
    hidden = tuple(each for each in edition.hidden if each.cell in coarse)
    return replace(published, edition=replace(edition, shown=shown, hidden=hidden))


def as_json(published: Published, group: Group, words: Words) -> dict[str, object]:
    """An edition as JSON; without figures where no register keeps it."""
    edition, kept = published.edition, published.register is not None
    return {
        **({"group": published.peers} if published.peers else {}),
        "edition": edition.id if kept else None,
        "register": str(published.register) if kept else None,
        "cohort": edition.cohort,
        "rules": RULES,
        "cities": len(edition.members),
        "invented": group.has_invented(edition),
        "shown": {each.cell: _figures(each) if kept else None for each in edition.shown},
        "hidden": {each.cell: words.say(each.why) for each in edition.hidden},
        "not_counted": [{"city": each.city, "why": words.say(each.why)} for each in group.left_out],
    }


def _figures(publication: Publication) -> Mapping[str, object]:
    figures = publication.figures
    return {
        "count": figures.count,
        "mean": float(figures.mean),
        "median": None if figures.median is None else float(figures.median),
        "quartiles": None if figures.quartiles is None else [float(each) for each in figures.quartiles],
        "shares": None if figures.shares is None else list(figures.shares),
    }


def lines(published: Published, group: Group, words: Words, *, preview: bool) -> Iterator[str]:
    """An edition for people, line by line; without figures where it is only looked at beforehand."""
    edition = published.edition
    if published.peers:
        yield peers_words(published.peers, words)
    yield words("{cohort}: grouped figures with disclosure control", cohort=edition.cohort)
    if group.has_invented(edition):
        yield words("Invented example: answers of cities in this group were made up.")
    yield words("Cities that count: {count}", count=len(edition.members))
    for each in group.left_out:
        yield words("{city} is not counted: {why}", city=each.city, why=each.why)
    if edition.shown:
        yield ""
        yield from aligned([*_table(edition, group, words, shown=not preview)], longest=_LONGEST)
    yield from _hidden(edition, group, words)
    yield ""
    yield _what_became_of_it(published, words, preview=preview)


def _hidden(edition: Edition, group: Group, words: Words) -> Iterator[str]:
    """What is not shown, each with its reason; a reason that all of them share is said once."""
    if not edition.hidden:
        return
    yield ""
    reasons = {words.say(each.why) for each in edition.hidden}
    if not edition.shown and len(reasons) == 1:
        yield words("Nothing is shown: {why}", why=reasons.pop())
        return
    yield words("Not shown:")
    yield from aligned(
        [[_name(each.cell, group, words), words.say(each.why)] for each in edition.hidden], longest=_LONGEST
    )
    if _too_few_for_certain(edition.hidden, len(edition.members)):
        yield words("A city counts for a figure where no open answer (“don't know”, or none) can move its own one.")


def _too_few_for_certain(hidden: Sequence[Hidden], cities: int) -> bool:
    """Whether a figure rests on fewer cities than the edition, and than its reason asks for."""
    asked = (each.why.blanks["count"] for each in hidden if each.why.sentence == too_few(0).sentence)
    return any(isinstance(least, int) and cities >= least for least in asked)


def _what_became_of_it(published: Published, words: Words, *, preview: bool) -> str:
    if preview:
        return words("Nothing was published.")
    if published.register is None:
        return words("Nothing was published, and nothing written: there is no figure to show.")
    number, path = published.edition.id, str(published.register)
    return words("Published as edition {number}, kept in {file}. Keep that file.", number=number, file=path)


def _table(edition: Edition, group: Group, words: Words, *, shown: bool) -> Iterator[list[str]]:
    if not shown:
        yield [words("Would be shown")]
        yield from ([_name(each.cell, group, words)] for each in edition.shown)
        return
    yield ["", words("Cities"), words("Mean"), words("Median"), words("Quartiles"), words("Level 0 to 1 / 2 and more")]
    for each in edition.shown:
        figures = each.figures
        yield [
            _name(each.cell, group, words),
            str(figures.count),
            words.number(figures.mean),
            "" if figures.median is None else words.number(figures.median),
            "" if figures.quartiles is None else " – ".join(map(words.number, figures.quartiles)),
            "" if figures.shares is None else " / ".join(f"{share} %" for share in figures.shares),
        ]


def _name(cell: str, group: Group, words: Words) -> str:
    layout = group.gathered.layout
    indent = "" if cell in layout.parts else "    " if cell in layout.part_of or cell.endswith(EVERY) else "  "
    return indent + cell_name(cell, group.model, words)


_LONGEST = 90
"""Columns of a cell in the terminal: no name of the model and no reason is cut."""
