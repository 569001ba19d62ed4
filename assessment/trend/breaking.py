"""What keeps two results from being compared, and how much of what they ask is the same all the same.

The share is exact: questions asked alike, of all questions that one of the two asks. A question that is asked
otherwise now counts once, one that was split as its parts, several that were merged as the former ones. What only one
of the two left out of its scope, or above its highest level, is a choice and no change of the model; it does not
count. Words that were corrected do not count either: a mapping says so, or the rules of both versions are the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from assessment.moving import ways
from models.mapping import MappingFile
from models.moving import Ways
from models.profile import Profile
from models.questionnaire import CapabilityModel, Questionnaire
from models.trend import Break, Difference, Past

_ALIKE = frozenset({"same", "renamed"})


def broken(before: Past, after: Past, mapping: MappingFile | None) -> Break | None:
    """What separates two results; None where every number of one can be laid beside that of the other.

    Args:
        before: the earlier result.
        after: the later one.
        mapping: how the questions of the one became those of the other, where somebody wrote it down.
    """
    differences = tuple(_differences(before, after))
    if not differences:
        return None
    found = ways(before.questionnaire, after.questionnaire, mapping)
    alike, asked = _counted(before, after, found)
    return Break(
        differences,
        before.questionnaire.version,
        after.questionnaire.version,
        _share(alike.total(), asked.total()),
        {each: _share(alike[each], asked[each]) for each in sorted(asked)},
    )


def _differences(before: Past, after: Past) -> Iterator[Difference]:
    if before.questionnaire.rules_digest != after.questionnaire.rules_digest:
        yield "rules"
    if isinstance(before.result, Profile) and isinstance(after.result, Profile):
        one, other = before.result.settings, after.result.settings
        if one.framework != other.framework:
            yield "framework"
        if one.method != other.method:
            yield "method"
        if one.scale != other.scale:
            yield "scale"


def _counted(before: Past, after: Past, found: Ways) -> tuple[Counter[str], Counter[str]]:
    """By process of the later version: questions that both ask alike, and questions that one of them asks."""
    back = {now: then for then, now in found.processes.items()}
    there, here = _comparable(before, after, found.processes), _comparable(after, before, back)
    names = _processes(before.questionnaire), _processes(after.questionnaire)
    alike, asked = Counter[str](), Counter[str]()
    for way in found.ways:
        old, new = [each for each in way.before if each in there], [each for each in way.after if each in here]
        same = way.kind in _ALIKE and bool(old) and bool(new)
        gone = names[0][way.before[0]] if way.before else ""
        process = names[1][way.after[0]] if way.after else found.processes.get(gone, gone)
        alike[process] += same
        asked[process] += max(len(old), len(new))
    return alike, Counter({key: count for key, count in asked.items() if count})


def _comparable(own: Past, other: Past, processes: Mapping[str, str]) -> frozenset[str]:
    """What a result asks, without what only the other one's scope or highest level left out.

    `processes` are those of the own version that the other one has too, with their ids there.
    """
    mine, theirs = _processes(own.questionnaire), _processes(other.questionnaire)
    looked_at = {theirs[each] for each in other.asked}
    cap = max(other.asked.values(), default=0)
    return frozenset(
        each
        for each, level in own.asked.items()
        if level <= cap and (mine[each] not in processes or processes[mine[each]] in looked_at)
    )


def _processes(of: Questionnaire) -> Mapping[str, str]:
    """The process of every question."""
    if not isinstance(of, CapabilityModel):
        return {each.id: each.process for each in of.file.questions}
    return {
        each.id: process.id
        for framework in of.frameworks
        for process in of.processes
        for each in of.indicators(process.id, framework)
    }


def _share(alike: int, asked: int) -> Fraction:
    return Fraction(alike, asked) if asked else Fraction(1)
