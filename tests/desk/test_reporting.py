"""A report goes from draft to release in the open, and what was released stays what it was."""

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import BrandingRefused, ChangedMeanwhile, NotAccepted, NotAllowed, NotFound
from assessment.desk.ports import AuditStore
from models.assessment import Assessment
from models.branding import PLAIN, Branding
from models.contrast import LEGIBLE, WHITE, contrast
from models.people import Account, Actor, Grant
from tests.desk.conftest import HERE, LEAD, OTHER_LEAD, START, F, N, Pen
from tests.reports.test_branding import picture


@pytest.fixture
def consultant(stores: Stores, begun: Assessment) -> Actor:
    """A consultant to whom the assessment is open."""
    held = frozenset({Grant("consultant"), Grant("consultant", assessment=begun.id)})
    memory = stores.people.accounts
    memory.memory.accounts["carl"] = Account("carl", "carl", "Carl", START)  # type: ignore[attr-defined]
    memory.memory.names["carl"] = "Carl"  # type: ignore[attr-defined]
    for grant in held:
        memory.grant("carl", grant)
    return Actor("carl", "Carl", held)


def _deeds(audit: AuditStore) -> list[str]:
    return [each.note.detail["how"] for each in audit.entries(HERE.id) if "report" in each.note.action]


def test_a_consultants_comment_stays_through_new_answers_with_its_author(
    desk: Desk, pen: Pen, begun: Assessment, consultant: Actor
) -> None:
    desk.reporting.comment(consultant, begun.id, "summary", "  Gut begonnen.  ", seen=0)
    pen.rate_all("GOV.1", "PA1.1", F)
    (said,) = desk.reporting.seen(LEAD, begun.id).comments
    assert (said.section, said.text, said.author) == ("summary", "Gut begonnen.", "Carl")


@pytest.mark.parametrize("section", ["", "../x", "a b", "x" * 81, "<b>", ".x"])
def test_a_comment_belongs_to_a_section_that_can_exist(desk: Desk, begun: Assessment, section: str) -> None:
    with pytest.raises(NotAccepted):
        desk.reporting.comment(LEAD, begun.id, section, "Text", seen=0)


def test_nobody_overwrites_anothers_comment_unseen(desk: Desk, begun: Assessment) -> None:
    desk.reporting.comment(LEAD, begun.id, "summary", "eins", seen=0)
    with pytest.raises(ChangedMeanwhile):
        desk.reporting.comment(LEAD, begun.id, "summary", "zwei", seen=0)


def test_the_city_checks_the_facts_before_a_consultant_releases(
    desk: Desk, stores: Stores, begun: Assessment, consultant: Actor
) -> None:
    with pytest.raises(NotAccepted):
        desk.reporting.release(consultant, begun.id)
    desk.reporting.hand_in(consultant, begun.id)
    with pytest.raises(NotAllowed):
        desk.reporting.confirm(consultant, begun.id)
    desk.reporting.give_back(LEAD, begun.id, "Die Zahl der Partnerschaften stimmt nicht.")
    desk.reporting.hand_in(consultant, begun.id)
    desk.reporting.confirm(LEAD, begun.id)
    desk.reporting.release(consultant, begun.id)
    steps = desk.reporting.standing(LEAD, begun.id).steps
    assert [(each.state, each.name) for each in steps] == [
        ("fact check", "Carl"),
        ("draft", "Lena"),
        ("fact check", "Carl"),
        ("confirmed", "Lena"),
        ("released", "Carl"),
    ]
    assert steps[1].remarks.startswith("Die Zahl")
    assert _deeds(stores.audit) == ["fact check", "fact check", "released"]
    assert sum(each.note.action == "check facts" for each in stores.audit.entries()) == 2


def test_giving_back_needs_a_reason(desk: Desk, begun: Assessment) -> None:
    desk.reporting.hand_in(LEAD, begun.id)
    with pytest.raises(NotAccepted):
        desk.reporting.give_back(LEAD, begun.id, "  ")
    assert desk.reporting.standing(LEAD, begun.id).state == "fact check"


def test_what_was_confirmed_is_what_is_released_whatever_was_answered_later(
    desk: Desk, pen: Pen, begun: Assessment
) -> None:
    pen.rate("GOV.1.O1", F)
    desk.reporting.comment(LEAD, begun.id, "summary", "damals", seen=0)
    confirmed = desk.reporting.seen(LEAD, begun.id)
    desk.reporting.confirm(LEAD, begun.id)
    pen.rate("GOV.1.O1", N)
    desk.reporting.release(LEAD, begun.id)
    released = desk.reporting.material(LEAD, begun.id, "pdf")
    assert released.frozen
    assert released.inputs.answers == confirmed.inputs.answers
    assert released.inputs.result == confirmed.inputs.result
    assert [(each.section, each.text, each.author) for each in released.comments] == [("summary", "damals", "Lena")]
    desk.reporting.begin_anew(LEAD, begun.id)
    assert desk.reporting.seen(LEAD, begun.id).inputs.answers.ratings["GOV.1.O1"].rating == "N"


def test_a_confirmed_report_takes_no_comment(desk: Desk, begun: Assessment) -> None:
    desk.reporting.confirm(LEAD, begun.id)
    with pytest.raises(NotAccepted):
        desk.reporting.comment(LEAD, begun.id, "summary", "später", seen=0)


def test_the_last_choice_is_remembered_for_each_person(desk: Desk, begun: Assessment, consultant: Actor) -> None:
    desk.reporting.remember(LEAD, begun.id, {"kind": "mayor"})
    assert desk.reporting.choice(LEAD, begun.id) == {"kind": "mayor"}
    assert desk.reporting.choice(consultant, begun.id) == {}
    with pytest.raises(NotAccepted):
        desk.reporting.remember(LEAD, begun.id, {"kind": "x" * 5000})


def test_reports_can_be_made_on_what_was_opened_and_on_ones_own(
    desk: Desk, begun: Assessment, consultant: Actor
) -> None:
    assert desk.reporting.deliverable(LEAD) == (begun,)
    assert desk.reporting.deliverable(consultant) == (begun,)
    assert desk.reporting.deliverable(OTHER_LEAD) == ()


def test_all_that_is_wrong_with_a_look_is_said_at_once_and_nothing_is_kept(desk: Desk, stores: Stores) -> None:
    wrong = Branding("x" * 200, b"<svg/>", "#FFEE00", "red", "\0", "y" * 999)
    with pytest.raises(BrandingRefused) as refused:
        desk.branding.write_city(LEAD, HERE.id, wrong, seen=0)
    assert set(refused.value.problems) == {"name", "logo", "main", "accent", "footer", "confidentiality"}
    assert desk.branding.of_city(LEAD, HERE.id) is None


def test_a_colour_that_nobody_can_read_is_refused_with_one_that_everybody_can(desk: Desk) -> None:
    with pytest.raises(BrandingRefused) as refused:
        desk.branding.write_city(LEAD, HERE.id, Branding(main="#FFCC00"), seen=0)
    better = str(refused.value.problems["main"].blanks["better"])
    assert contrast(better, WHITE) >= LEGIBLE
    assert desk.branding.write_city(LEAD, HERE.id, Branding(main=better), seen=0).main == better


def test_a_look_is_kept_with_its_logo_written_anew(desk: Desk) -> None:
    sent = picture() + b"what came behind"
    kept = desk.branding.write_city(LEAD, HERE.id, Branding("Stadt", sent), seen=0)
    assert kept.logo is not None
    assert b"what came behind" not in kept.logo
    again = desk.branding.write_city(LEAD, HERE.id, kept, seen=1)
    assert again == kept


def test_a_report_may_have_the_citys_look_or_ones_own(desk: Desk, begun: Assessment, consultant: Actor) -> None:
    desk.branding.write_city(LEAD, HERE.id, Branding("Stadt"), seen=0)
    desk.branding.write_mine(consultant, Branding("Carl GmbH"), seen=0)
    city, own = desk.branding.for_report(consultant, begun.id)
    assert (city.name, own.name) == ("Stadt", "Carl GmbH")
    assert desk.branding.for_report(LEAD, begun.id)[1] == PLAIN
    with pytest.raises(NotFound):
        desk.branding.for_report(OTHER_LEAD, begun.id)
