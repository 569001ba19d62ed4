"""Every figure in the reasons that unfold on the part about levels is itself a number with a trace, and works out."""

import re

from hypothesis import given

from assessment.why import traces
from models.answers import Answers
from reports.charts import Bars
from reports.content.case import Case
from reports.content.overview import capability_profile
from reports.content.why import Reasons, told
from reports.document import Line, Paragraph, Picture
from tests.screens.test_every_number import EN, EXAMPLES, cities, worked_out
from tests.screens.test_every_step import case_of

_COUNTED = re.compile(r"(\d+) at level (\d)")


def lines(case: Case) -> list[Line]:
    """What unfolds below the processes: each with what it rests on, one generation down."""
    reasons = Reasons(case.model, case.profile, EN)
    return [
        line
        for result, _ in case.assessed
        for line in told(reasons.of(result.process, 1)).items
        if any(span.of for span in line)
    ]


@EXAMPLES
@given(cities())
def test_every_figure_in_a_reason_leads_to_its_own_reason_and_is_what_that_gives(answers: Answers) -> None:
    case = case_of(answers)
    known = traces(case.profile)
    for line in lines(case):
        of = next(span.of for span in line if span.of)
        value = next(span.text for span in line if span.strong)
        again = worked_out(known[of], case.profile)
        # A heat strip has room for less: it writes a dash between letters, and short words for what has none.
        written = value.replace(" to ", "–") if "/" in of else value
        assert again in written or (again, value) in (("n/a", "not applicable"), ("open", "N to F"))


@EXAMPLES
@given(cities())
def test_what_a_reader_should_know_of_a_process_is_about_a_number_that_has_a_trace(answers: Answers) -> None:
    case = case_of(answers)
    flags = [flag for result, _ in case.assessed for flag in case.flags(result.process)]
    assert {flag.subject for flag in flags} <= traces(case.profile).keys()


@EXAMPLES
@given(cities())
def test_so_many_processes_stand_at_each_level_as_the_bars_above_show(answers: Answers) -> None:
    case = case_of(answers)
    blocks = capability_profile(case).blocks
    bars = next(each.chart for each in blocks if isinstance(each, Picture) and isinstance(each.chart, Bars)).bars
    sentences = ["".join(span.text for span in each.content) for each in blocks if isinstance(each, Paragraph)]
    counts = [{int(level): int(count) for count, level in _COUNTED.findall(each)} for each in sentences]
    lows = [int(re.findall(r"\d", bar.label)[0]) for bar in bars]
    counted = {level: lows.count(level) for level in set(lows)}
    assert counts == ([counted] if case.profile.completeness.rated else []), "nothing is said while nothing is rated"
