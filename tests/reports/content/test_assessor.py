"""An assessor's view beside the city's: what both say, where they differ, and no figure for what nobody judged."""

from assessment.desk.comparing import compared
from locales.words import words
from models.answers import Answer, Answers
from models.assessor import View
from models.comparison import Comparison
from reports.charts import Radar
from reports.content.assessor import assessor_blocks, assessor_section, radar
from reports.document import Heading, Table
from tests.moving.versions import now

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


def test_the_section_can_be_chosen_in_a_report() -> None:
    assert assessor_section(comparison({}, {"GOV.1.O1": N}), words("de")).id == "assessor"
