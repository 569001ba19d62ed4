"""Reports on a city that has rated nothing yet: they say so, and claim nothing about how far it is."""

import pytest

from reports import kinds
from reports.content.case import Case
from reports.content.decisions import decisions
from reports.document import Heading, Tiles
from reports.kinds import KINDS
from reports.kinds import report as make
from tests.reports import handed_out
from tests.reports.content.looking import blocks, charts, texts
from tests.reports.kinds import subjects


def _case(name: str) -> Case:
    return subjects.begun(name, "en")


def test_every_chart_of_a_report_says_that_nothing_is_rated_yet() -> None:
    titles = {each.title for each in charts(handed_out.report("nothing", "en")) if each.title}
    assert titles == {"Nothing is rated yet"}


def test_no_process_is_called_assessed_and_nothing_of_nothing_is_counted() -> None:
    report = handed_out.report("nothing", "en")
    (tiles,) = (each for each in blocks(report) if isinstance(each, Tiles))
    assert [(each.value, each.label) for each in tiles.tiles[:1]] == [("30", "processes to assess")]
    assert not [each for each in texts(report) if "0 of 0" in each or "Number of processes" in each]


@pytest.mark.parametrize("kind", ["mayor", "council"])
@pytest.mark.parametrize("name", ["nothing", "three-ratings", "only-dont-know"])
def test_nobody_is_asked_to_decide_that_a_question_be_answered(kind: str, name: str) -> None:
    said = texts(make(KINDS[kind], _case(name)))
    assert not [each for each in said if "how far is each" in each or "Clear up" in each]
    assert [each for each in said if "inish the self-assessment" in each]


def test_the_two_pages_do_not_say_what_becomes_of_what_nobody_knows() -> None:
    heads = [each.text for each in blocks(make(KINDS["mayor"], _case("nothing"))) if isinstance(each, Heading)]
    assert "If nothing is done" not in heads


def test_a_step_that_the_model_suggests_to_the_council_says_which_process_it_is_about() -> None:
    case = subjects.bare("en")
    said = texts(kinds.report(KINDS["council"], case))
    named = [each.process for each in decisions(case)]
    assert named
    assert [name for name in named if not [each for each in said if f"({name})." in each]] == []


def test_statements_in_their_thousands_are_grouped_as_the_language_groups_them() -> None:
    assert "1.260" in texts(handed_out.report("nothing", "de"))
