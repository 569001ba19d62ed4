"""Files go in whole or not at all, show what they would change, and come out as they went in."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from assessment.desk import Desk
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from assessment.loading import dump_answers, parse_answers
from models.answers import Answer, Answers
from models.assessment import Assessment, Rated
from models.questionnaire import Library
from tests.desk.conftest import LEAD, F, L, N, Pen

FILE = b"""\
questionnaire: urban-diplomacy
version: "1.0.0"
city: Musterstadt
method: median
highest_level: 2
scope: [GOV.1, GOV.2, CAP.1]
ratings:
  GOV.1.O1: L
  GOV.1.O2: {rating: F, note: "Ratsbeschluss 2024", evidence: ["https://example.org"], confidence: high}
  GOV.1.O3: dont_know
  GOV.1.O4: {not_applicable: "keine Wahl seither"}
  GOV.1.GP2.1.1: P
  GOV.2: {not_applicable: "kein Gremium"}
  CAP.1.O1: {note: "offen"}
"""


@pytest.fixture
def file(library: Library) -> Answers:
    """An answers file with every form of an answer."""
    return parse_answers(FILE, "answers.yaml", library)


def test_a_file_becomes_an_assessment_and_comes_out_as_it_went_in(desk: Desk, file: Answers) -> None:
    begun = desk.exchange.begin_from(LEAD, file, "Aus der Datei")
    assert desk.exchange.export(LEAD, begun.id) == file


def test_what_comes_out_can_be_read_again(desk: Desk, file: Answers, library: Library) -> None:
    begun = desk.exchange.begin_from(LEAD, file, "Aus der Datei")
    text = dump_answers(desk.exchange.export(LEAD, begun.id))
    assert parse_answers(text.encode(), "again.yaml", library) == file


def test_taken_over_answers_say_in_their_history_that_they_came_from_a_file(desk: Desk, file: Answers) -> None:
    begun = desk.exchange.begin_from(LEAD, file, "Aus der Datei")
    events = desk.answering.history(LEAD, begun.id, "GOV.1.O2")
    assert {(each.kind, each.field, each.version) for each in events} == {
        ("import", field, 1) for field in ("rating", "note", "evidence", "confidence")
    }


def test_an_invented_example_stays_marked_as_invented(desk: Desk, file: Answers) -> None:
    begun = desk.exchange.begin_from(LEAD, replace(file, invented=True), "Beispiel")
    assert begun.invented
    assert desk.exchange.export(LEAD, begun.id).invented


def test_a_quick_scan_is_taken_in_without_typing_it_again(desk: Desk) -> None:
    ratings = {
        "QS01": Answer("rated", "3", note="Beschluss von 2024"),
        "QS02": Answer("dont_know"),
        "QS03": Answer("not_applicable", reason="Macht der Kreis"),
    }
    file = Answers("quick-scan", "1.0.0", "Musterstadt", MappingProxyType(ratings))
    begun = desk.exchange.begin_from(LEAD, file, "Schnellcheck")
    out = desk.exchange.export(LEAD, begun.id)
    assert out == file
    assert desk.exchange.compare(LEAD, begun.id, file).same == 4


def test_a_quick_scan_keeps_only_stages_that_it_offers(desk: Desk) -> None:
    file = Answers("quick-scan", "1.0.0", "Musterstadt", MappingProxyType({"QS01": Answer("rated", "F")}))
    with pytest.raises(NotAccepted, match="1, 2, 3, 4, 5"):
        desk.exchange.begin_from(LEAD, file, "Schnellcheck")


def test_a_file_puts_no_ratings_where_people_rate_alone_first(desk: Desk, begun: Assessment, file: Answers) -> None:
    desk.consensus.choose_way(LEAD, begun.id, "privately", seen=1)
    differences = desk.exchange.compare(LEAD, begun.id, file)
    with pytest.raises(NotAccepted, match="alone first"):
        desk.exchange.take_in(LEAD, begun.id, file, seen=differences)


def test_differences_are_told_before_anything_is_taken_over(
    desk: Desk, begun: Assessment, pen: Pen, file: Answers
) -> None:
    pen.rate("GOV.1.O1", N)
    pen.rate("GOV.1.O2", F)
    differences = desk.exchange.compare(LEAD, begun.id, file)
    assert [(each.indicator, each.here, each.there, each.version) for each in differences.changed] == [
        ("GOV.1.O1", N, L, 1)
    ]
    assert {(each.indicator, each.field) for each in differences.new} == {
        ("GOV.1.O2", "note"),
        ("GOV.1.O2", "evidence"),
        ("GOV.1.O2", "confidence"),
        ("GOV.1.O3", "rating"),
        ("GOV.1.O4", "rating"),
        ("GOV.1.GP2.1.1", "rating"),
        ("GOV.2", "rating"),
        ("CAP.1.O1", "note"),
    }
    assert differences.same == 1
    assert set(differences.settings) == {"method", "highest_level"}
    assert desk.answering.question(LEAD, begun.id, "GOV.1.O1").answer.rated == N


def test_what_was_agreed_to_is_taken_over_and_nothing_else_is_touched(
    desk: Desk, begun: Assessment, pen: Pen, file: Answers
) -> None:
    pen.rate("GOV.1.O1", N)
    pen.rate("CAP.1.O4", F)
    desk.exchange.take_in(LEAD, begun.id, file, seen=desk.exchange.compare(LEAD, begun.id, file))
    after = desk.exchange.compare(LEAD, begun.id, file)
    assert (after.new, after.changed, after.same) == ((), (), 10)
    assert desk.answering.question(LEAD, begun.id, "CAP.1.O4").answer.rated == F
    assert desk.assessments.get(LEAD, begun.id).settings == begun.settings


def test_whoever_agreed_to_other_differences_is_asked_again(
    desk: Desk, begun: Assessment, pen: Pen, file: Answers
) -> None:
    seen = desk.exchange.compare(LEAD, begun.id, file)
    pen.rate("GOV.1.O1", N)
    with pytest.raises(ChangedMeanwhile):
        desk.exchange.take_in(LEAD, begun.id, file, seen=seen)
    assert desk.answering.question(LEAD, begun.id, "GOV.1.O3").answer.rated is None


def test_agreeing_to_one_file_takes_no_other_in(desk: Desk, begun: Assessment, file: Answers) -> None:
    seen = desk.exchange.compare(LEAD, begun.id, file)
    other = replace(file, ratings={"GOV.1.O1": Answer("rated", "F")})
    with pytest.raises(ChangedMeanwhile):
        desk.exchange.take_in(LEAD, begun.id, other, seen=seen)
    assert desk.answering.question(LEAD, begun.id, "GOV.1.O1").answer.rated is None


def test_answers_that_this_assessment_does_not_ask_are_named_and_left(
    desk: Desk, begun: Assessment, file: Answers
) -> None:
    more = replace(
        file, ratings={**file.ratings, "PAR.1.O1": Answer("rated", "F"), "GOV.1.GP4.1.1": Answer("dont_know")}
    )
    assert desk.exchange.compare(LEAD, begun.id, more).not_asked == ("PAR.1.O1", "GOV.1.GP4.1.1")


def test_a_file_of_another_questionnaire_is_refused(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted, match="quick-scan"):
        desk.exchange.compare(LEAD, begun.id, Answers("quick-scan", "1.0.0", "Musterstadt"))


def test_a_file_does_not_leave_out_a_process_of_the_basis(desk: Desk, begun: Assessment) -> None:
    file = Answers("urban-diplomacy", "1.0.0", "Musterstadt", {"GOV.1": Answer("not_applicable", reason="keine Lust")})
    seen = desk.exchange.compare(LEAD, begun.id, file)
    with pytest.raises(NotAccepted, match="basis"):
        desk.exchange.take_in(LEAD, begun.id, file, seen=seen)
    assert desk.answering.sheet(LEAD, begun.id, "GOV.1").whole.rated is None


def test_an_archived_assessment_takes_no_file(desk: Desk, begun: Assessment, file: Answers) -> None:
    seen = desk.exchange.compare(LEAD, begun.id, file)
    desk.assessments.archive(LEAD, begun.id, seen=1)
    with pytest.raises(NotAccepted, match="stay as they are"):
        desk.exchange.take_in(LEAD, begun.id, file, seen=seen)


def test_refined_letters_of_a_file_count_as_the_plain_ones_here(desk: Desk, begun: Assessment) -> None:
    file = Answers("urban-diplomacy", "1.0.0", "Musterstadt", {"GOV.1.O1": Answer("rated", "L-")})
    (difference,) = desk.exchange.compare(LEAD, begun.id, file).new
    assert difference.there == Rated("rated", "L")
