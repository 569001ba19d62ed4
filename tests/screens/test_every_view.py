"""Every number on the page of a view from outside leads to its reason, in the view that it belongs to."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessment.comparing import compared
from assessment.why import traces
from models.answers import Answers
from models.assessor import View
from models.comparison import Comparison
from models.profile import Profile
from reports.content.assessor import ASSESSOR, CITY, assessor_blocks
from reports.document import Block, Paragraph, Table
from tests.scoring import sheets, tiny
from tests.screens.test_every_number import EN, EXAMPLES, worked_out


@st.composite
def both(draw: st.DrawFn) -> tuple[Answers, Answers]:
    """Answers of a city, and those of an assessor who was asked the same way and judged as much as there was time."""
    used = draw(sheets.settings())
    city, assessor = (draw(sheets.said(used)) for _ in range(2))
    judged = draw(st.sets(st.sampled_from(sorted(assessor)), min_size=1))
    return tiny.answers(city, **used), tiny.answers({key: assessor[key] for key in judged}, **used)


def beside(answers: tuple[Answers, Answers]) -> Comparison:
    """Both views side by side."""
    return compared(tiny.MODEL, View("carl", "Carl", None), *answers)


def tables(comparison: Comparison) -> list[Table]:
    """The tables of the page, in their order."""
    return [block for block in _blocks(comparison) if isinstance(block, Table)]


def _blocks(comparison: Comparison) -> list[Block]:
    return list(assessor_blocks(comparison, EN))


@EXAMPLES
@given(both())
def test_every_level_and_mean_of_both_views_has_its_trace_and_is_what_it_gives(
    answers: tuple[Answers, Answers],
) -> None:
    comparison = beside(answers)
    of_view = {CITY: comparison.city, ASSESSOR: comparison.assessor}
    known = {view: traces(result) for view, result in of_view.items()}
    sums = [each for each in tables(comparison) if not (each.caption or "").startswith("Differences")]
    cells = [span for table in sums for row in table.rows for cell in row[1:] for span in cell.content]
    assert cells
    for span in cells:
        if span.of is None:
            assert span.text in ("not assessed", "–")
            continue
        view = CITY if span.of.startswith(CITY) else ASSESSOR
        result = of_view[view]
        assert isinstance(result, Profile)
        assert worked_out(known[view][span.of.removeprefix(view)], result) in span.text  # type: ignore[operator]


@EXAMPLES
@given(both())
def test_the_finding_counts_what_the_assessor_judged_and_the_differences_below(
    answers: tuple[Answers, Answers],
) -> None:
    city, assessor = (replace(each, scope=None, highest_level=None) for each in answers)
    comparison = beside((city, assessor))
    lead = next(block for block in _blocks(comparison) if isinstance(block, Paragraph))
    said = "".join(span.text for span in lead.content).replace("the one question", "1 question")
    told = [int(each) for each in re.findall(r"\d+", said)]
    apart = sum(len(each.rows) for each in tables(comparison) if (each.caption or "").startswith("Differences"))
    judged = len(assessor.ratings)
    assert told == ([judged] if not apart else [judged - apart, judged, apart])


def test_the_figures_of_the_city_lead_to_the_city_and_those_of_the_assessor_to_the_assessor() -> None:
    city, assessor = (tiny.answers(tiny.at_level({"AAA.1": level})) for level in (2, 1))
    levels = tables(beside((city, assessor)))[1]
    leading = [[span.of for span in cell.content] for cell in levels.rows[0][1:]]
    assert leading == [["city:AAA.1"], ["assessor:AAA.1"]]
