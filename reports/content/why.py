"""Why a number is what it is: its trace with everything named, for the page, the drawn tree and the appendix."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assessment.recommending import required
from assessment.why import traces
from locales.words import Words
from models.answers import Answer
from models.framework import Framework
from models.profile import Profile, Result, Trace
from models.questionnaire import CapabilityModel, Questionnaire
from reports.charts import Tree, Twig
from reports.content.findings import lacking
from reports.content.naming import CONFIDENCE, DOUBTS, attribute_id, counts_as, step_of
from reports.content.subjects import Naming, process_and_attribute
from reports.document import Items, Line, Span, line


@dataclass(frozen=True, slots=True)
class Reason:
    """One number with its reason in words.

    `id` and `name` say what it is about; `blocks` what keeps the next level away; `remarks` what people wrote beside
    their answer; `letter` is the rating whose colour it has; `holds` marks what keeps the number above it down.
    """

    subject: str
    id: str
    name: str
    value: str
    rule: str
    blocks: tuple[str, ...]
    remarks: tuple[str, ...]
    letter: str | None
    holds: bool
    below: tuple["Reason", ...]

    @property
    def title(self) -> str:
        """Id and name in one."""
        return " ".join(filter(None, (self.id, self.name)))


@dataclass(frozen=True)
class Reasons:
    """The reasons of all numbers of one result, in one language."""

    questionnaire: Questionnaire
    result: Result
    words: Words

    @cached_property
    def traces(self) -> dict[str, Trace]:
        """The trace of every number, by its subject."""
        return dict(traces(self.result))

    def of(self, subject: str, depth: int | None = None) -> Reason:
        """The reason of one number, with so many generations below it. Raises `KeyError` for a subject without one."""
        return self._told(self.traces[subject], depth)

    def title(self, subject: str) -> str:
        """What a number is about, without its reason."""
        identity, name = self._naming.named(subject)
        return " ".join(filter(None, (identity, name)))

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.questionnaire, self.words)

    @cached_property
    def _holding(self) -> frozenset[str]:
        if isinstance(self.questionnaire, CapabilityModel) and isinstance(self.result, Profile):
            return frozenset(_holding(self.questionnaire, self.result))
        return frozenset()

    def _told(self, trace: Trace, depth: int | None) -> Reason:
        words, deeper = self.words, None if depth is None else depth - 1
        identity, name = self._naming.named(trace.subject)
        value = words.say(trace.value)
        return Reason(
            subject=trace.subject,
            id=identity,
            name=name,
            value=value,
            rule=words.say(trace.rule),
            blocks=tuple(attribute_id(words.say(each)) for each in trace.blocks),
            remarks=tuple(_remarks(trace.answer, words)),
            letter=self._letter(value),
            holds=trace.subject in self._holding,
            below=() if depth == 0 else tuple(self._told(each, deeper) for each in trace.inputs),
        )

    def _letter(self, value: str) -> str | None:
        if not isinstance(self.questionnaire, CapabilityModel) or not isinstance(self.result, Profile):
            return None
        return counts_as(self.questionnaire.framework(self.result.settings.framework), value)


def tree(reason: Reason, words: Words) -> Tree | None:
    """The reason as a drawn tree: what it rests on, opened further where something holds it down.

    None where it rests on nothing, so that there would be nothing to draw.
    """
    if not reason.below:
        return None
    root = _twig(reason, tuple(_branches(reason)))
    figures = "; ".join(words("{name}: {figure}", name=each.id or each.name, figure=each.value) for each in root.below)
    return Tree(
        title=words("{subject}: {value}", subject=reason.title, value=reason.value),
        alt=words(
            "Tree: {subject} is {value}. It rests on {figures}.",
            subject=reason.title,
            value=reason.value,
            figures=figures,
        ),
        root=root,
        holds_name=words("keeps the next level away"),
    )


def told(reason: Reason, said: set[str] | None = None) -> Items:
    """The reason as a nested list, from the number down to the answers, each with note and evidence.

    Args:
        reason: the number.
        said: the rules that were said before, to which those said here are added: one that many share is said once.
    """
    lines = tuple(_lines(reason, 0, set() if said is None else said))
    return Items(tuple(text for _, text in lines), depths=tuple(depth for depth, _ in lines))


def _lines(reason: Reason, depth: int, said: set[str]) -> Iterator[tuple[int, Line]]:
    yield depth, _about(reason, with_rule=reason.rule not in said)
    said.add(reason.rule)
    for text in (*reason.blocks, *reason.remarks):
        yield depth + 1, line(text)
    for each in reason.below:
        yield from _lines(each, depth + 1, said)


def _about(reason: Reason, *, with_rule: bool) -> Line:
    """One number with its value; a screen leads from its id, or name, to the number itself."""
    value = Span(reason.value, strong=True)
    rule = (f" ({reason.rule})",) if with_rule else ()
    if not reason.id:
        return line(Span(reason.name, of=reason.subject), ": ", value, *rule)
    return line(Span(reason.id, of=reason.subject), f" {reason.name} ", value, *rule)


def _branches(reason: Reason) -> Iterator[Twig]:
    """What stands below the number that is drawn. Of many processes those that hold back are enough."""
    many = len(reason.below) > _MOST_DRAWN
    for each in reason.below:
        opened = each.holds and process_and_attribute(each.subject) is not None
        if not many or each.holds or "/" in each.subject:
            yield _twig(each, tuple(_twig(leaf, ()) for leaf in each.below) if opened else ())


_MOST_DRAWN = 12


def _twig(reason: Reason, below: tuple[Twig, ...]) -> Twig:
    return Twig(reason.id, reason.name, reason.value, reason.letter, reason.holds, below)


def _remarks(answer: Answer | None, words: Words) -> Iterator[str]:
    if answer is None:
        return
    if answer.note:
        yield words("Note: {note}", note=answer.note)
    for evidence in answer.evidence:
        yield words("Evidence: {evidence}", evidence=evidence)
    if answer.confidence in DOUBTS:
        yield words.say(CONFIDENCE[answer.confidence])


def _holding(model: CapabilityModel, profile: Profile) -> Iterator[str]:
    """The subjects of what keeps a next level away: attributes and answers of processes, processes of the city."""
    framework = model.framework(profile.settings.framework)
    for process, result in profile.processes.items():
        if result.level is not None:
            yield from _holding_process(process, result.level.low + 1, model, profile, framework)
    following = profile.maturity.low + 1
    if any(each.level == following for each in model.head.maturity):
        yield f"maturity/{following}"
        yield from _holding_city(following, model, profile)


def _holding_process(
    process: str, level: int, model: CapabilityModel, profile: Profile, framework: Framework
) -> Iterator[str]:
    if level > profile.settings.highest_level:
        return
    for lack in lacking(process, level, profile, model):
        yield f"{process}/{lack.attribute}"
        needed = step_of(framework, lack.needed)
        counted = ((leaf, str(leaf.value)) for leaf in lack.rated.trace.inputs if str(leaf.value) != "not applicable")
        yield from (leaf.subject for leaf, letter in counted if step_of(framework, letter) < needed)


def _holding_city(level: int, model: CapabilityModel, profile: Profile) -> Iterator[str]:
    wanted = (each for maturity in model.head.maturity if maturity.level == level for each in maturity.all_of)
    for requirement in wanted:
        for process in required(requirement, model):
            standing = profile.processes[process].level
            if standing is not None and standing.low < requirement.capability:
                yield process
