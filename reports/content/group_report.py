"""What an edition of a group is, and what it does not show, in words."""

from collections import defaultdict
from collections.abc import Iterator

from reports.content.group import GroupCase
from reports.content.group_naming import cell_name, depth_words, peers_words
from reports.document import Items, Line, line

_MOST_NAMES = 12


def standing(case: GroupCase) -> str:
    """What the edition is, in one line."""
    words, kept = case.words, case.kept
    parts = [
        words("Published on {day}", day=words.date(kept.at.date())),
        words("{count} cities", count=case.count),
        peers_words(kept.peers, words),
        depth_words(kept.depth, words),
        words("rules version {version}", version=kept.edition.rules),
        words("grouped figures with disclosure control"),
    ]
    if kept.invented:
        parts.append(words("invented cities"))
    return " · ".join(parts)


def not_shown(case: GroupCase) -> Iterator[Items]:
    """What is not shown, reason by reason; nothing where everything is. No figure is named that is not there."""
    words, reasons = case.words, defaultdict[str, list[str]](list)
    for each in case.kept.edition.hidden:
        reasons[words.say(each.why)].append(cell_name(each.cell, case.model, words))
    if reasons:
        yield Items(tuple(_hidden(why, names, case) for why, names in reasons.items()))


def _hidden(why: str, names: list[str], case: GroupCase) -> Line:
    """Few are named; many, such as all questions of a process, are counted."""
    if len(names) > _MOST_NAMES:
        return line(case.words("{count} figures: {why}", count=len(names), why=why))
    return line(f"{why} {', '.join(names)}")
