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
from reports.order import Order, context_of, report_of, subject_of
from reports.provenance.inputs import INPUTS, memberless
from reports.wish import read_wish
from tests.desk.conftest import HERE, LEAD, F, N, P, Pen
from tests.desk.test_benchmarking import CITY, JOINT, network, trainer
from tests.desk.test_cities import full
from tests.desk.test_measuring import DRAFT

__all__ = ["full", "network", "trainer"]

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


def test_measures_of_this_assessment_stand_in_its_report_and_no_other(desk: Desk, begun: Assessment) -> None:
    desk.measuring.begin_from(LEAD, begun.id, [DRAFT])
    desk.measuring.begin(LEAD, HERE.id, [DRAFT])
    (measure,) = ordered(desk, begun.id).company.measures
    assert (measure.title, measure.assessment) == (DRAFT.title, begun.id)


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
    assert comparison(_case(order, library)) is not None
    assert order.company.group is not None
    assert context_of(replace(order, anonymous=True), library).group is None


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
