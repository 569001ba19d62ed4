"""What is ordered at the counter has everything beside it that the city keeps, and nothing that others may not see."""

import json
from dataclasses import replace

import pytest

from assessment.batching import Opened
from assessment.desk import Desk
from assessment.loading import parse_answers
from assessment.ordering import Counter
from locales.words import words
from models.assessment import Assessment, AssessmentSettings
from models.benchmark import KeptEdition
from models.city_profile import CityProfile
from models.people import Actor
from models.problem import InputRefused
from models.questionnaire import CapabilityModel, Library
from reports.batch.book import Line, blank_book, read_book
from reports.batch.planning import plan
from reports.content import next_steps
from reports.content.case import Case
from reports.content.comparison import comparison
from reports.content.decisions import decisions
from reports.kinds import in_version
from reports.order import Order, as_text, lacking, read_order, report_of, subject_of
from reports.provenance.inputs import INPUTS, memberless
from reports.wish import read_wish
from tests.desk.conftest import HERE, LEAD, F, N, P, Pen
from tests.desk.test_assessing import carl, judge
from tests.desk.test_benchmarking import CITY, JOINT
from tests.desk.test_cities import full
from tests.desk.test_closing import FULL, signed
from tests.desk.test_measuring import DRAFT
from tests.desk.test_trends import signed as closed

__all__ = ["carl", "full", "signed"]

DAY = "2026-03-01"


def counter(desk: Desk, actor: Actor = LEAD) -> Counter:
    """Where this person orders in German."""
    return Counter(desk, actor, "de", DAY)


def ordered(desk: Desk, assessment: str, actor: Actor = LEAD, **said: str) -> Order:
    """What comes of these choices."""
    at = counter(desk, actor)
    return at.seen(assessment, read_wish(said, "de", at.makings(assessment).questionnaire))


@pytest.fixture
def weighted(desk: Desk, full: CityProfile, model: CapabilityModel) -> Assessment:
    """An assessment of two basic processes, both at level 0, of a city that wants level 2 and prizes partnerships."""
    settings = AssessmentSettings(highest_level=2, scope=("GOV.1", "PAR.1"))
    begun = desk.assessments.begin(LEAD, model.id, HERE.name, "Gewichtet", settings)
    for process in ("GOV.1", "PAR.1"):
        Pen(desk, begun.id).rate_all(process, "PA1.1", P)
    matters = {each.id: 5 if each.id == "PAR" else 1 for each in model.head.dimensions}
    desk.cities.write_profile(LEAD, HERE.id, full.model_copy(update={"importance": matters}), seen=0)
    desk.aiming.set(LEAD, begun.id, None, {"GOV.1": 2, "PAR.1": 2}, seen=0)
    return begun


def _case(order: Order, library: Library) -> Case:
    case = in_version(subject_of(order, library))
    assert isinstance(case, Case)
    return case


def test_what_matters_to_the_city_orders_the_first_steps_on_paper_as_on_the_screen(
    desk: Desk, weighted: Assessment, library: Library
) -> None:
    case, aims = _case(ordered(desk, weighted.id), library), desk.aiming.aims(LEAD, weighted.id)
    assert (case.wishes.target, case.wishes.importance) == (aims.target, aims.importance)
    steps = next_steps(case.profile, case.model, case.words, case.wishes)
    assert [each.process for each in steps[:2]] == ["PAR.1", "GOV.1"]


def test_the_decisions_asked_for_come_in_the_order_of_the_first_steps(
    desk: Desk, weighted: Assessment, library: Library
) -> None:
    case = _case(ordered(desk, weighted.id), library)
    assert [each.process[:5] for each in decisions(case)[:2]] == ["PAR.1", "GOV.1"]


def test_nobody_outside_learns_what_matters_to_the_city(desk: Desk, weighted: Assessment, library: Library) -> None:
    order = ordered(desk, weighted.id, version="public")
    (inside,) = (each for each in report_of(order, library).attachments if each.name == INPUTS)
    assert json.loads(inside.data)["report"]["beside"]["importance"] == {}


def test_a_report_names_the_measures_of_its_assessment_and_what_is_still_to_do_from_before(
    desk: Desk, begun: Assessment
) -> None:
    (own,) = desk.measuring.begin_from(LEAD, begun.id, [DRAFT])
    following = desk.following.begin_after(LEAD, begun.id, "Zweites")
    (idea,) = desk.measuring.begin(LEAD, HERE.id, [replace(DRAFT, title="Eigene Idee")])
    (later,) = desk.measuring.begin_from(LEAD, following.id, [replace(DRAFT, title="Danach")])
    desk.measuring.change(LEAD, replace(idea, state="dropped", version=1))
    assert [each.id for each in ordered(desk, begun.id).company.measures] == [own.id]
    assert {each.id for each in ordered(desk, following.id).company.measures} == {own.id, later.id}


def test_the_assessment_that_this_one_follows_is_the_earlier_date(
    desk: Desk, begun: Assessment, pen: Pen, library: Library
) -> None:
    pen.rate("GOV.1.O1", N)
    following = desk.following.begin_after(LEAD, begun.id, "Zweites")
    desk.answering.rate(LEAD, following.id, "GOV.1.O1", F, seen=1)
    order = ordered(desk, following.id, kind="two-dates")
    assert order.company.before is not None
    assert (order.company.before.name, order.company.before.comparable) == (begun.title, True)
    said = parse_answers(order.company.before.answers.encode(), "earlier.yaml", library)
    assert said.ratings["GOV.1.O1"].rating == "N"


def test_an_earlier_assessment_without_a_day_is_named_to_whoever_orders(
    desk: Desk, begun: Assessment, library: Library
) -> None:
    following = desk.following.begin_after(LEAD, begun.id, "Zweites")
    assert counter(desk).makings(following.id).undated == begun.title
    order = ordered(desk, following.id, kind="two-dates")
    why = lacking(order)
    assert why is not None
    assert begun.title in str(why)
    with pytest.raises(InputRefused, match=begun.title):
        report_of(order, library)


def test_signed_results_from_before_stand_in_the_report_with_their_days(desk: Desk, library: Library) -> None:
    _, _, third = (closed(desk, title, letter) for title, letter in (("Erstes", N), ("Zweites", P), ("Drittes", F)))
    order = ordered(desk, third.id)
    assert order.company.before is not None
    assert [each.name for each in (*order.company.row, order.company.before)] == ["Erstes", "Zweites", "Zweites"]
    context = _case(order, library).context
    assert context.course is not None
    assert [each.title for each in context.course.moments] == ["Erstes", "Zweites", "Drittes"]
    assert {"trend", "changes"} <= {each.id for each in report_of(order, library).sections}


def test_a_view_that_is_shown_stands_in_the_report_of_the_city_and_of_its_assessor_alone(
    desk: Desk, begun: Assessment, carl: Actor
) -> None:
    judge(desk, carl, begun.id, "GOV.1.O1", "P")
    assert ordered(desk, begun.id).company.outside == ordered(desk, begun.id, carl).company.outside == ()
    desk.assessing.show(carl, begun.id, shown=True)
    for actor in (LEAD, carl):
        assert [each.name for each in ordered(desk, begun.id, actor).company.outside] == ["Carl"]


def test_a_signed_result_carries_its_own_day_and_what_its_record_says(
    desk: Desk, signed: Assessment, library: Library
) -> None:
    order = ordered(desk, signed.id, language="en")
    assert order.today == str(FULL.last_day), "the day it is printed on would change its bytes"
    facts = _case(order, library).facts
    assert (facts.sponsor, facts.lead, facts.unit, facts.first_day) == (
        FULL.sponsor,
        FULL.assessors,
        FULL.unit,
        FULL.first_day,
    )
    shown = str(report_of(order, library).sections)
    assert [
        each for each in (FULL.purpose, FULL.evidence_basis, FULL.participants, "Class 3") if each not in shown
    ] == []


@pytest.mark.parametrize(("said", "told"), [({"version": "consultant"}, True), ({"version": "public"}, False)])
def test_who_was_there_is_for_the_city_alone_and_no_text_of_the_record_is_for_everybody(
    desk: Desk, signed: Assessment, library: Library, said: dict[str, str], told: bool
) -> None:
    report = report_of(ordered(desk, signed.id, **said), library)
    text = str(report.sections) + str([each.data.decode() for each in report.attachments])
    assert [each for each in (FULL.sponsor, FULL.assessors, FULL.participants) if each in text] == []
    assert (FULL.purpose in text, FULL.evidence_basis in text) == (told, told)


def test_what_is_not_signed_carries_the_day_it_is_printed_on(desk: Desk, begun: Assessment) -> None:
    order = ordered(desk, begun.id)
    assert (order.today, order.record) == (DAY, None)


@pytest.fixture
def published(desk: Desk, trainer: Actor) -> tuple[Assessment, KeptEdition]:
    """A closed assessment of a city, and the newest edition that its group has published."""
    kept = desk.benchmarking.publish(trainer, JOINT)
    closed = (each for each in desk.reporting.deliverable(trainer) if each.city.id == CITY and each.state == "closed")
    return max(closed, key=lambda each: each.created), kept


def test_published_figures_stand_beside_the_result_under_the_name_of_their_group_and_without_cities(
    desk: Desk, trainer: Actor, published: tuple[Assessment, KeptEdition], library: Library
) -> None:
    found, kept = published
    order = ordered(desk, found.id, trainer, edition=kept.edition.id, language="en")
    assert order.company.edition == memberless(kept.edition)
    assert order.company.published == kept.at.date()
    assert kept.edition.hidden, "else nothing would say why it is not shown"
    assert read_order(as_text(order)) == order
    assert comparison(_case(order, library)) is not None
    assert order.company.group is not None
    assert _case(replace(order, anonymous=True), library).context.group is None


@pytest.mark.parametrize("said", ["", "none", "elsewhere"])
def test_no_other_figures_stand_beside_it(
    desk: Desk, trainer: Actor, published: tuple[Assessment, KeptEdition], said: str
) -> None:
    company = ordered(desk, published[0].id, trainer, edition=said).company
    assert (company.edition, company.group, company.published) == (None, None, None)


def test_a_row_of_a_batch_names_an_edition_by_its_id(
    desk: Desk, trainer: Actor, published: tuple[Assessment, KeptEdition]
) -> None:
    found, kept = published
    rows = [Line(0, found.city.name, kind="mayor", edition=each) for each in (kept.edition.id, "none", "")]
    orders = [Opened(counter(desk, trainer)).order(each) for each in rows]
    assert [each.company.edition for each in orders] == [memberless(kept.edition), None, None]


def test_an_edition_that_is_not_there_is_named_by_its_cell_with_those_that_are(
    desk: Desk, trainer: Actor, published: tuple[Assessment, KeptEdition], library: Library
) -> None:
    found, kept = published
    book = read_book(blank_book([Line(0, found.city.name, edition="Nordsee")], words("de")), "b.xlsx")
    with pytest.raises(InputRefused) as refused:
        plan(book, Opened(counter(desk, trainer)), library)
    (problem,) = refused.value.problems
    assert problem.place.cell == "I2"
    assert kept.edition.id in str(problem.expected)
