"""Every number about gaps and paths on the results page has its trace, or works out from what stands beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessment.path import alternatives, destinations, improved, shortest
from assessment.scoring import profile
from assessment.why import traces
from models.answers import Answers
from models.path import MaturityTarget, Path, ProfileTarget, Stretch, Target
from models.profile import Profile
from reports.charts import Dumbbell
from reports.content.aims import gap_section
from reports.content.beside import profile_radar
from reports.content.case import Aim, Case, Context
from reports.content.paths import alternative_ways, other_choices, path_figures, stretch_blocks, stretch_title
from reports.document import Block, Cell, Items, Picture, Table
from tests.path.test_shortest import PROOF, counts_now, places
from tests.scoring import recompute, tiny
from tests.screens.test_every_number import EN, EXAMPLES, FACTS, cities, worked_out

AIMS = st.dictionaries(st.sampled_from(sorted(tiny.OUTCOME_WEIGHTS)), st.integers(1, 5), min_size=1).map(ProfileTarget)
TARGETS = AIMS | st.integers(1, 5).map(MaturityTarget)

Row = dict[str, Cell]


@dataclass(frozen=True)
class Way:
    """What the page shows of a path, and what it was drawn from."""

    case: Case
    path: Path

    def table(self, stretch: Stretch) -> list[Row]:
        """The steps of one process, as they stand there."""
        return next(_tables(stretch_blocks(stretch, self.case)))

    def letters(self, rows: list[Row]) -> int:
        """How many letters these rows rise by, counted in the letters that stand there."""
        order = places(self.case.answers)
        return sum(order.index(text(row["Afterwards"])) - order.index(text(row["Now"]).split()[-1]) for row in rows)


def case_of(answers: Answers, aim: ProfileTarget | None = None) -> Case:
    """A case with a target beside it."""
    context = Context(aim=None if aim is None else Aim("ours", aim))
    return Case(tiny.MODEL, answers, profile(tiny.MODEL, answers), EN, FACTS, context=context)


def way(answers: Answers, target: Target) -> Way:
    """A path as the page draws it."""
    case = case_of(answers)
    return Way(case, shortest(case.model, answers, target, case.profile.settings))


def text(cell: Cell) -> str:
    """What stands in a cell."""
    return "".join(span.text for span in cell.content)


def subject(cell: Cell) -> str | None:
    """Where the figure in a cell leads."""
    return next((span.of for span in cell.content if span.of), None)


def _tables(blocks: tuple[Block, ...]) -> Iterator[list[Row]]:
    for block in blocks:
        if isinstance(block, Table):
            heads = [text(each) for each in block.head]
            yield [dict(zip(heads, row, strict=True)) for row in block.rows]


def gap_rows(case: Case) -> tuple[list[Row], list[Row]]:
    """The gaps by process, none where the target is reached, and the means by dimension."""
    section = gap_section(case)
    assert section is not None
    *gaps, means = _tables(section.blocks)
    return (gaps[0] if gaps else []), means


def low(text_of_level: str) -> int:
    """The low end of a level as it is written."""
    return int(re.findall(r"\d+", text_of_level)[0])


@EXAMPLES
@given(cities(), AIMS)
def test_every_figure_of_today_among_the_gaps_has_its_trace_and_is_what_it_gives(
    answers: Answers, aim: ProfileTarget
) -> None:
    case = case_of(answers, aim)
    gaps, means = gap_rows(case)
    cells = [row["Level now"] for row in gaps] + [row["Mean now"] for row in means]
    figures = [(text(each), subject(each)) for each in cells] + list(_on_dumbbell(case))
    known = traces(case.profile)
    assert [each for each, of in figures if of not in known and each != "not assessed"] == []
    again = [(each, worked_out(known[of], case.profile)) for each, of in figures if of is not None]
    assert [pair for pair in again if pair[1] is None or pair[1] not in pair[0]] == []


def _on_dumbbell(case: Case) -> Iterator[tuple[str, str | None]]:
    section = gap_section(case)
    assert section is not None
    for block in section.blocks:
        if isinstance(block, Picture) and isinstance(block.chart, Dumbbell):
            yield from ((row.label, row.of) for row in block.chart.rows)


@EXAMPLES
@given(cities(), AIMS)
def test_the_levels_missing_are_those_between_today_and_the_target(answers: Answers, aim: ProfileTarget) -> None:
    gaps, _ = gap_rows(case_of(answers, aim))
    for row in gaps:
        now, missing = text(row["Level now"]), text(row["Levels missing"])
        assert missing == ("–" if now == "not assessed" else str(int(text(row["Target"])) - low(now)))


@EXAMPLES
@given(cities(), AIMS)
def test_the_finding_counts_the_gaps_that_stand_below_it(answers: Answers, aim: ProfileTarget) -> None:
    case = case_of(answers, aim)
    missing = [text(row["Levels missing"]) for row in gap_rows(case)[0]]
    known = [int(each) for each in missing if each != "–"]
    unknown = len(missing) - len(known)
    counts = [len(known), len(aim.levels) - unknown, sum(known), *([unknown] if unknown else [])]
    told = [block.chart.title for block in _blocks(case) if isinstance(block, Picture)]
    for title in told if known else ():
        assert [int(each) for each in re.findall(r"\d+", title)] == counts


def _blocks(case: Case) -> tuple[Block, ...]:
    section = gap_section(case)
    assert section is not None
    return section.blocks


@EXAMPLES
@given(cities(), AIMS)
def test_a_mean_in_the_target_is_that_of_the_levels_today_raised_to_the_target(
    answers: Answers, aim: ProfileTarget
) -> None:
    case = case_of(answers, aim)
    means = [text(row["Mean in the target"]) for row in gap_rows(case)[1]]
    again = [aimed_at(each.id, aim, case.profile) for each in tiny.MODEL.head.dimensions]
    assert means == ["–" if each is None else EN.number(each) for each in again]
    drawn = next(each.values for each in profile_radar(case).series if each.role == "target")
    assert drawn == tuple(None if each is None else float(each) for each in again)


def aimed_at(dimension: str, aim: ProfileTarget, result: Profile) -> Fraction | None:
    """The mean of a dimension once the target is reached, from the levels that its trace rests on."""
    below = traces(result)[dimension].inputs
    stated = {each.subject: ends for each in below if (ends := recompute.stated(each.value)) is not None}
    raised = [max(int(str(ends[0])), aim.levels.get(process, 0)) for process, ends in stated.items()]
    return Fraction(sum(raised), len(raised)) if raised else None


@EXAMPLES
@given(cities(), TARGETS)
def test_every_letter_of_today_on_a_path_has_its_trace_and_is_what_the_answer_counts_as(
    answers: Answers, target: Target
) -> None:
    shown = way(answers, target)
    known = traces(shown.case.profile)
    for row in (row for stretch in shown.path.stretches for row in shown.table(stretch)):
        of = subject(row["Now"])
        assert of in known
        assert text(row["Now"]).split()[-1] == counts_now(answers, str(of))


@EXAMPLES
@given(cities(), TARGETS)
def test_the_figures_of_a_path_are_the_sums_of_its_steps(answers: Answers, target: Target) -> None:
    shown = way(answers, target)
    tables = [shown.table(each) for each in shown.path.stretches]
    rows = [row for table in tables for row in table]
    figures = [tile.value for tile in path_figures(shown.path, EN).tiles]
    assert figures == [str(len(tables)), str(len(rows)), str(shown.letters(rows))]


@EXAMPLES
@given(cities(), TARGETS)
def test_the_title_of_a_process_names_its_level_today_the_one_that_the_steps_lead_to_and_their_sum(
    answers: Answers, target: Target
) -> None:
    shown = way(answers, target)
    known, result = traces(shown.case.profile), shown.case.profile
    after = profile(tiny.MODEL, improved(answers, shown.path.steps, PROOF))
    for stretch in shown.path.stretches:
        begins, ends, cost = map(int, re.findall(r"\d+", stretch_title(stretch, shown.case).split(": ", 1)[1]))
        assert begins == low(worked_out(known[stretch.process], result) or "")
        assert ends <= low(worked_out(traces(after)[stretch.process], after) or "")
        assert cost == shown.letters(shown.table(stretch))


@EXAMPLES
@given(cities(), TARGETS)
def test_another_way_costs_what_the_steps_above_it_cost(answers: Answers, target: Target) -> None:
    shown = way(answers, target)
    for stretch in shown.path.stretches:
        found = alternatives(tiny.MODEL, answers, stretch.process, stretch.ends, shown.case.profile.settings)
        lines = [block.items for block in alternative_ways(found, shown.case) if isinstance(block, Items)]
        for line in (line for items in lines for line in items):
            told = re.findall(r"\(([^)]*)\)", "".join(span.text for span in line))
            ways = [re.findall(r"(\S+) to ([NPLF][+-]?)", each) for each in told]
            costs = {sum(_rise(answers, f"{stretch.process}.{key}", letter) for key, letter in each) for each in ways}
            assert len(ways) > 1
            assert costs == {_above(shown, stretch, f"{stretch.process}.{ways[0][0][0]}")}


@EXAMPLES
@given(cities(), st.integers(3, 5))
def test_another_choice_of_processes_costs_what_the_path_costs_and_arrives(answers: Answers, level: int) -> None:
    target = MaturityTarget(level)
    shown = way(answers, target)
    for choice in other_choices(shown.path, destinations(tiny.MODEL, answers, target), shown.case.profile, EN):
        these, those = (
            {(key, int(to)) for key, to in re.findall(r"(\S+) to level (\d)", part)} for part in split(choice)
        )
        raised = ({(each.process, each.ends) for each in shown.path.stretches} - those) | these
        other = shortest(tiny.MODEL, answers, ProfileTarget(dict(raised)))
        assert other.cost == shown.path.cost
        assert profile(tiny.MODEL, improved(answers, other.steps, PROOF)).maturity.low >= level


def split(choice: str) -> list[str]:
    """What a choice raises, and instead of what."""
    return choice.split(" instead of ")


def _rise(answers: Answers, indicator: str, letter: str) -> int:
    order = places(answers)
    return order.index(letter) - order.index(counts_now(answers, indicator))


def _above(shown: Way, stretch: Stretch, indicator: str) -> int:
    """What the steps of the same attribute in the table cost."""
    framework = tiny.MODEL.framework(shown.case.profile.settings.framework)
    attribute = {each.id: each.attribute for each in tiny.MODEL.indicators(stretch.process, framework)}
    same = attribute[indicator]
    return shown.letters([row for row in shown.table(stretch) if attribute[str(subject(row["Now"]))] == same])
