"""An assessor's view beside the city's: what both say, where they differ, and no figure for what nobody judged."""

from dataclasses import replace

import pytest

from assessment.comparing import compared
from locales.words import words
from models.answers import Answer, Answers
from models.assessor import View
from models.comparison import Comparison
from reports import kinds
from reports.charts import Lines, Radar
from reports.content.assessor import assessor_blocks, radar
from reports.content.case import Context
from reports.document import Heading, Table
from reports.kinds import KINDS
from tests.moving.versions import now
from tests.reports.content.looking import blocks, charts, texts
from tests.reports.kinds import subjects

F, N = Answer("rated", "F", note="Beschluss 12"), Answer("rated", "N", note="Nichts gefunden", evidence=("Akte",))


def comparison(city: dict[str, Answer], assessor: dict[str, Answer]) -> Comparison:
    answers = [Answers("twinning", "2.0.0", "Musterstadt", each) for each in (city, assessor)]
    return compared(now(), View("carl", "Carl", None), *answers)


def cells(found: Comparison) -> list[list[str]]:
    tables = [each for each in assessor_blocks(found, words("en")) if isinstance(each, Table)]
    return [["".join(span.text for span in cell.content) for cell in row] for table in tables for row in table.rows]


def test_both_reasons_and_the_evidence_stand_beside_each_other() -> None:
    found = comparison({"GOV.1.O1": F}, {"GOV.1.O1": N})
    assert cells(found)[-1] == [
        "GOV.1.O1 The council decided why the town has partners, and says so.",
        "F · Beschluss 12",
        "N · Nichts gefunden · Evidence: Akte",
    ]


def test_a_dimension_that_was_not_judged_has_no_figure() -> None:
    drawn = radar(comparison({"GOV.1.O1": F}, {"GOV.1.O1": N}), words("en"))
    assert isinstance(drawn, Radar)
    assert [each.values for each in drawn.series] == [(1.0, None, None), (0.0, None, None)]


def test_where_both_agree_nothing_is_listed() -> None:
    found = comparison({"GOV.1.O1": F}, {"GOV.1.O1": F})
    assert (found.apart, found.alike) == ((), 1)
    headings = [each.text for each in assessor_blocks(found, words("en")) if isinstance(each, Heading)]
    assert headings == ["The view of Carl", "Levels side by side"]


@pytest.mark.parametrize("kind", ["full", "quick-scan"])
def test_a_view_and_the_years_before_are_parts_of_a_report_that_can_be_chosen(kind: str) -> None:
    alone = kinds.report(KINDS[kind], subjects.subject(kind, "de"), ["assessor", "trend"])
    heads = [each.text for each in blocks(alone) if isinstance(each, Heading) and each.level == 1]
    assert sorted(heads) == ["Die Sicht von Dr. Außenblick", "Wie sich die Stadt über die Jahre verändert hat"]


@pytest.mark.parametrize("kind", ["full", "quick-scan"])
def test_without_a_view_and_earlier_years_no_part_speaks_of_them(kind: str) -> None:
    bare = replace(subjects.subject(kind, "de"), context=Context())
    assert {"assessor", "trend"}.isdisjoint(each.id for each in kinds.report(KINDS[kind], bare).sections)


@pytest.mark.parametrize("kind", ["full", "quick-scan"])
def test_a_view_from_outside_stays_in_the_house(kind: str) -> None:
    report = subjects.report(kind, "de", version="public")
    inside = report.attachments[0].data.decode()
    assert not [each for each in [*texts(report), inside] if "Außenblick" in each or "Kein Beschluss" in each]


def test_a_version_for_the_consultant_keeps_the_view_and_not_the_name() -> None:
    report = subjects.report("full", "de", version="consultant")
    assert "Eine Sicht von außen" in texts(report)
    assert not [each for each in [*texts(report), report.attachments[0].data.decode()] if "Außenblick" in each]


def test_a_public_version_shows_no_earlier_years_of_a_dimension_that_loses_a_process() -> None:
    (course,) = [each for each in charts(subjects.report("full", "de", version="public")) if isinstance(each, Lines)]
    assert "PEA" not in [panel.id for panel in course.panels]
