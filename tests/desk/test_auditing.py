"""What weighs is noted together with what it changes, and told by day to those who answer for it."""

import datetime
from contextlib import suppress

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotAccepted, WishRefused
from assessment.desk.policy import Action
from models.assessment import Assessment
from models.people import Grant
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD, OTHER_LEAD, START
from tests.desk.test_policy import EVERY, Kind, scene

__all__ = ["scene"]

UNWEIGHTY: set[Action] = {
    "list assessments",
    "read assessment",
    "answer",
    "rate privately",
    "see spread",
    "read pages",
    "see people",
    "see accounts",
    "keep own account",
    "see audit",
    "review assessment",
    "read city",
    "read cohort",
    "read measures",
    "find partners",
    "read programme",
    "read library",
    "assess beside",
    "see outside view",
}
"""Looking, and answering, which has its own history."""

ONLY_LOOKS = {
    *("pages.versions", "people.opened_to", "consensus.progress", "consensus.agree", "closing.keep_record"),
    *("delegating.plan", "cohorts.named_by", "demonstration.present", "backups.possible", "backups.all", "papers.read"),
    *("guests.links", "guests.here"),
    *("people.invitations", "people.invitations of the house", "cohorts.invitations"),
    *("contributing.of_city", "contributing.waiting", "programme.may_attach"),
    *(
        "redacting.texts",
        "reporting.seen",
        "reporting.choice",
        "reporting.remember",
        "branding.mine",
        "branding.for_report",
    ),
    "benchmarking.preview_network",
    "benchmarking.of_network",
    *("rooms.show", "rooms.watch", "rooms.time", "rooms.speak", "rooms.move"),
}
"""Use cases that ask for a weighty action and change nothing all the same, or an answer."""

NEEDS_MORE = {
    *("people.open_to", "people.shut", "assessments.restore", "moving.move at home"),
    *("closing.close", "closing.reopen", "redacting.redact", "redacting.redact_record", "own_data.erase_me"),
    *("consensus.open", "consensus.take_back", "guests.invite"),
    *("guests.withdraw", "guests.send_away"),
    *("people.withdraw", "people.withdraw in the house", "cohorts.withdraw"),
    *("matching.withdraw", "matching.ask", "contributing.submit", "programme.announce", "programme.change"),
    *("programme.cancel", "programme.attach", "programme.detach"),
    *("reporting.give_back", "reporting.release", "reporting.begin_anew", "branding.write_mine"),
    *("rooms.open", "rooms.begin", "rooms.reveal", "rooms.solve", "rooms.take_out", "rooms.appoint", "claiming.claim"),
    *("benchmarking.publish", "benchmarking.publish_pair", "benchmarking.publish_network"),
    *("cities.write_profile", "cohorts.appoint", "cohorts.invite", "cohorts.join", "demonstration.remove"),
}
"""Use cases for which something must have been done before; each has a test below, or with its own use cases."""

WEIGHTY = [name for name, each in EVERY.items() if each.action not in UNWEIGHTY and name not in ONLY_LOOKS | NEEDS_MORE]


@pytest.mark.parametrize("name", WEIGHTY)
def test_every_use_case_of_weight_leaves_a_note(desk: Desk, stores: Stores, scene: dict[Kind, str], name: str) -> None:
    case = EVERY[name]
    refused = []
    for actor in (LEAD, ADMINISTRATOR):
        before = len(stores.audit.entries())
        try:
            case.call(desk, actor, scene[case.kind])
        except WishRefused as told:
            refused.append(told)
            continue
        assert [each.note.person for each in stores.audit.entries()[before:]] == [actor.id]
        return
    pytest.fail(f"nobody could do this: {refused}")


def test_a_wish_that_was_refused_leaves_no_note(desk: Desk, stores: Stores, begun: Assessment) -> None:
    before = stores.audit.entries()
    for wish in (
        lambda: desk.assessments.delete(OTHER_LEAD, begun.id),
        lambda: desk.people.take(LEAD, LEAD.id, Grant("lead", HERE.id)),
        lambda: desk.assessments.rename(LEAD, begun.id, "Neu", seen=9),
    ):
        with suppress(WishRefused):
            wish()
    assert stores.audit.entries() == before


def test_a_lead_reads_what_was_done_in_the_own_city_alone(desk: Desk, begun: Assessment) -> None:
    desk.people.found(ADMINISTRATOR, "Neustadt")
    (line,) = desk.auditing.of_city(LEAD, HERE.id)
    assert (line.who, line.action, line.about) == ("Lena", "begin assessment", begun.title)


def test_days_are_told_and_no_times(desk: Desk, begun: Assessment) -> None:
    assert begun.created.date() == START.date()
    assert {(line.day, line.at) for line in desk.auditing.of_house(ADMINISTRATOR)} == {(START.date(), None)}


def test_exact_times_need_an_incident_and_the_look_itself_is_noted(desk: Desk, begun: Assessment) -> None:
    with pytest.raises(NotAccepted):
        desk.auditing.exact_times(ADMINISTRATOR, "  ", START.date(), START.date())
    look, first = desk.auditing.exact_times(ADMINISTRATOR, "Vorfall 7", START.date(), START.date())
    assert (first.at, look.action, look.detail["reason"]) == (begun.created, "see exact times", "Vorfall 7")


def test_a_look_covers_few_days(desk: Desk) -> None:
    for first, last in ((START, START + datetime.timedelta(days=8)), (START, START - datetime.timedelta(days=1))):
        with pytest.raises(NotAccepted):
            desk.auditing.exact_times(ADMINISTRATOR, "Vorfall 7", first.date(), last.date())


def test_notes_hold_neither_names_nor_texts(desk: Desk, stores: Stores, begun: Assessment) -> None:
    desk.assessments.rename(LEAD, begun.id, "Geheimer Titel", seen=1)
    desk.people.invite(LEAD, Grant("contributor", HERE.id))
    desk.pages.write(ADMINISTRATOR, "privacy", "de", "Ein Text", seen=0)
    told = repr(stores.audit.entries())
    assert not any(word in told for word in ("Geheimer", "Ein Text", "Lena", "Musterstadt"))


def test_a_consultant_who_is_let_in_and_out_is_noted(desk: Desk, stores: Stores, scene: dict[Kind, str]) -> None:
    desk.people.open_to(LEAD, scene["assessment"], "carl")
    desk.people.shut(LEAD, scene["assessment"], "consultant")
    told = [(each.note.action, each.note.detail["how"]) for each in stores.audit.entries()[-2:]]
    assert told == [("open assessment", "opened"), ("open assessment", "shut")]


def test_putting_away_and_taking_up_again_are_noted(desk: Desk, stores: Stores, begun: Assessment) -> None:
    desk.assessments.archive(LEAD, begun.id, seen=1)
    desk.assessments.restore(LEAD, begun.id, seen=2)
    assert [each.note.detail["how"] for each in stores.audit.entries()[-2:]] == ["archived", "restored"]
