"""Several raters: each alone first, then together; what somebody rates alone stays with them."""

from dataclasses import replace

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, CodeSpent, NotAccepted, NotAllowed, NotFound, WishRefused
from models.assessment import Assessment, AssessmentSettings, Conflict, Rated
from models.people import Account, Actor, Grant
from models.questionnaire import CapabilityModel
from tests.desk.conftest import HERE, LEAD, START, saved

ONE, TWO = "GOV.1.O1", "GOV.1.O2"


@pytest.fixture
def raters(stores: Stores) -> list[Actor]:
    """The lead and three contributors of the city."""
    people = [LEAD]
    memory = stores.people.accounts.memory  # type: ignore[attr-defined]
    for key in ("ben", "cleo", "dana"):
        memory.names[key] = key.title()
        memory.accounts[key] = Account(key, key, key.title(), START)
        memory.grants[key] = {Grant("contributor", HERE.id)}
        people.append(Actor(key, key.title(), frozenset(memory.grants[key])))
    return people


@pytest.fixture
def alone(desk: Desk, model: CapabilityModel) -> Assessment:
    """An assessment in which everybody rates alone first."""
    settings = AssessmentSettings(highest_level=2, scope=("GOV.1", "GOV.2"))
    return desk.assessments.begin(LEAD, model.id, "Musterstadt", "Getrennt", settings, way="privately")


def all_rate(desk: Desk, alone: Assessment, raters: list[Actor], letters: str, indicator: str = ONE) -> None:
    for actor, letter in zip(raters, letters, strict=False):
        _, now = desk.rating.question(actor, alone.id, indicator)
        assert desk.rating.rate(actor, alone.id, indicator, letter, seen=now.version).kind == "saved"


def counts(desk: Desk, alone: Assessment, actor: Actor = LEAD, indicator: str = ONE) -> object:
    questions = desk.consensus.spread(actor, alone.id, "GOV.1").questions
    return next(each.counts for each in questions if each.asked.indicator.id == indicator)


def test_one_sees_what_one_rated_and_nobody_elses(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    all_rate(desk, alone, raters, "NP")
    assert [desk.rating.question(actor, alone.id, ONE)[1].rated for actor in raters[:3]] == [
        Rated("rated", "N"),
        Rated("rated", "P"),
        None,
    ]


def test_ones_own_ratings_open_the_next_level_for_oneself(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    def opened(actor: Actor) -> list[bool]:
        return [part.open for part in desk.rating.sheet(actor, alone.id, "GOV.1").parts]

    for each in desk.rating.sheet(LEAD, alone.id, "GOV.1").parts[0].asked:
        all_rate(desk, alone, [LEAD], "F", each.indicator.id)
    assert all(opened(LEAD))
    assert opened(raters[1]) == [True, False, False]


def test_where_everybody_answers_together_nobody_rates_alone(desk: Desk, begun: Assessment) -> None:
    for refused in (
        lambda: desk.rating.overview(LEAD, begun.id),
        lambda: desk.rating.rate(LEAD, begun.id, ONE, "F", seen=0),
        lambda: desk.consensus.progress(LEAD, begun.id),
        lambda: desk.consensus.open(LEAD, begun.id, "GOV.1"),
        lambda: desk.guests.invite(LEAD, begun.id, "Ratsmitglied"),
    ):
        with pytest.raises(NotAccepted, match="nobody rates alone"):
            refused()


def test_where_everybody_rates_alone_only_an_agreement_sets_the_answer(desk: Desk, alone: Assessment) -> None:
    for refused in (
        lambda: desk.answering.rate(LEAD, alone.id, ONE, Rated("rated", "F"), seen=0),
        lambda: desk.answering.clear(LEAD, alone.id, ONE, "rating", seen=0),
        lambda: desk.answering.undo(LEAD, alone.id, ONE, "rating", seen=0),
    ):
        with pytest.raises(NotAccepted, match="alone first"):
            refused()
    saved(desk.answering.annotate(LEAD, alone.id, ONE, "note", "Beleg im Ordner", seen=0))
    saved(desk.answering.rate(LEAD, alone.id, "GOV.2", Rated("not_applicable", reason="Kreis"), seen=0))


def test_the_lead_sees_who_has_finished_and_nothing_of_what_they_said(
    desk: Desk, alone: Assessment, raters: list[Actor]
) -> None:
    all_rate(desk, alone, raters, "NPLF")
    for actor in raters[1:]:
        desk.rating.finish(actor, alone.id, "GOV.1")
    desk.rating.finish(raters[3], alone.id, "GOV.1", done=False)
    (first, second) = desk.consensus.progress(LEAD, alone.id)
    assert (first.finished, first.opened, second.finished) == (("Ben", "Cleo"), False, ())
    with pytest.raises(NotAllowed):
        desk.consensus.progress(raters[1], alone.id)


def test_a_closed_spread_shows_nothing_to_anybody(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    all_rate(desk, alone, raters, "NPLF")
    spread = desk.consensus.spread(LEAD, alone.id, "GOV.1")
    assert (spread.opened, spread.questions) == (False, ())


def test_an_open_spread_shows_counts_and_ones_own_rating_to_all_who_rate(
    desk: Desk, alone: Assessment, raters: list[Actor]
) -> None:
    all_rate(desk, alone, raters, "NPPF")
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    for actor, own in zip(raters, "NPPF", strict=True):
        first = desk.consensus.spread(actor, alone.id, "GOV.1").questions[0]
        assert (first.counts, first.mine) == ({"N": 1, "P": 2, "F": 1}, Rated("rated", own))


def test_below_three_raters_there_is_no_spread(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    all_rate(desk, alone, raters[:2], "NF")
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    assert counts(desk, alone) is None


def test_what_lies_two_steps_apart_comes_first(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    all_rate(desk, alone, raters, "LLF")
    all_rate(desk, alone, raters, "NLL", TWO)
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    questions = desk.consensus.spread(LEAD, alone.id, "GOV.1").questions
    assert [(each.asked.indicator.id, each.far_apart) for each in questions[:2]] == [(TWO, True), (ONE, False)]


def test_not_knowing_is_shown_and_is_no_step(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    for actor, code in zip(raters, ("F", "dont_know", "not_applicable"), strict=False):
        desk.rating.rate(actor, alone.id, ONE, code, seen=0)
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    first = desk.consensus.spread(LEAD, alone.id, "GOV.1").questions[0]
    assert (first.counts, first.far_apart) == ({"F": 1, "dont_know": 1, "not_applicable": 1}, False)


def test_an_open_spread_freezes_ratings_until_it_is_taken_back(
    desk: Desk, alone: Assessment, raters: list[Actor]
) -> None:
    all_rate(desk, alone, raters, "LLL")
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    assert desk.rating.rate(raters[3], alone.id, ONE, "F", seen=0).kind == "frozen"
    with pytest.raises(ChangedMeanwhile):
        desk.consensus.open(LEAD, alone.id, "GOV.1")
    desk.consensus.take_back(LEAD, alone.id, "GOV.1")
    assert desk.rating.rate(raters[3], alone.id, ONE, "F", seen=0).kind == "saved"


def test_two_pictures_of_a_question_give_nobody_away(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    all_rate(desk, alone, raters[:3], "LLL")
    all_rate(desk, alone, raters[:3], "PPP", TWO)
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    desk.consensus.take_back(LEAD, alone.id, "GOV.1")
    desk.rating.rate(raters[3], alone.id, ONE, "N", seen=0)
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    assert counts(desk, alone) is None
    assert counts(desk, alone, indicator=TWO) == {"P": 3}


def test_a_picture_of_too_few_does_not_keep_the_next_one_from_being_seen(
    desk: Desk, alone: Assessment, raters: list[Actor]
) -> None:
    all_rate(desk, alone, raters[:2], "LL")
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    desk.consensus.take_back(LEAD, alone.id, "GOV.1")
    desk.rating.rate(raters[2], alone.id, ONE, "F", seen=0)
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    assert counts(desk, alone) == {"L": 2, "F": 1}


def test_agreeing_sets_the_answer_and_keeps_the_reason(desk: Desk, alone: Assessment, raters: list[Actor]) -> None:
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    saved(desk.consensus.agree(LEAD, alone.id, ONE, "L", "Beschluss liegt vor", seen=0))
    assert desk.answering.question(raters[1], alone.id, ONE).answer.rated == Rated("rated", "L")
    agreed = desk.consensus.agreement(raters[1], alone.id, ONE)
    assert agreed is not None
    assert (agreed.reason, agreed.author) == ("Beschluss liegt vor", "Lena")
    assert desk.consensus.progress(LEAD, alone.id)[0].agreed == 1


def test_what_does_not_apply_carries_the_agreed_reason(desk: Desk, alone: Assessment) -> None:
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    saved(desk.consensus.agree(LEAD, alone.id, ONE, "not_applicable", "Gibt es hier nicht", seen=0))
    answer = desk.answering.question(LEAD, alone.id, ONE).answer
    assert answer.rated == Rated("not_applicable", reason="Gibt es hier nicht")


def test_two_who_agree_at_once_are_told(desk: Desk, alone: Assessment) -> None:
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    desk.consensus.agree(LEAD, alone.id, ONE, "L", "zuerst", seen=0)
    assert isinstance(desk.consensus.agree(LEAD, alone.id, ONE, "F", "zugleich", seen=0), Conflict)


@pytest.mark.parametrize(("code", "reason"), [("L", "  "), ("X", "weil"), ("L+", "weil")])
def test_an_agreement_needs_a_known_value_and_a_reason(desk: Desk, alone: Assessment, code: str, reason: str) -> None:
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    with pytest.raises(NotAccepted):
        desk.consensus.agree(LEAD, alone.id, ONE, code, reason, seen=0)
    assert desk.answering.question(LEAD, alone.id, ONE).answer.rated is None


def test_nobody_agrees_on_what_is_not_open(desk: Desk, alone: Assessment) -> None:
    with pytest.raises(NotAccepted, match="Open this topic first"):
        desk.consensus.agree(LEAD, alone.id, ONE, "L", "weil", seen=0)


def test_the_way_changes_freely_until_somebody_rated_alone(desk: Desk, alone: Assessment) -> None:
    version = desk.consensus.choose_way(LEAD, alone.id, "together", seen=1).version
    version = desk.consensus.choose_way(LEAD, alone.id, "alone", seen=version).version
    version = desk.consensus.choose_way(LEAD, alone.id, "privately", seen=version).version
    desk.rating.rate(LEAD, alone.id, ONE, "F", seen=0)
    with pytest.raises(NotAccepted, match="lose these ratings"):
        desk.consensus.choose_way(LEAD, alone.id, "together", seen=version)
    desk.rating.rate(LEAD, alone.id, ONE, None, seen=1)
    assert desk.consensus.choose_way(LEAD, alone.id, "together", seen=version).way == "together"


def test_a_change_of_way_on_an_old_look_is_refused(desk: Desk, alone: Assessment) -> None:
    desk.assessments.rename(LEAD, alone.id, "Anders", seen=1)
    with pytest.raises(ChangedMeanwhile):
        desk.consensus.choose_way(LEAD, alone.id, "alone", seen=1)


def test_opening_and_taking_back_are_noted_without_a_word_about_ratings(
    desk: Desk, stores: Stores, alone: Assessment, raters: list[Actor]
) -> None:
    all_rate(desk, alone, raters, "NPLF")
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    desk.consensus.take_back(LEAD, alone.id, "GOV.1")
    notes = stores.raters.memory.notes  # type: ignore[attr-defined]
    assert [dict(each.detail) for each in notes if each.action == "moderate"] == [
        {"how": "opened", "topic": "GOV.1"},
        {"how": "taken back", "topic": "GOV.1"},
    ]


@pytest.fixture
def scan(desk: Desk) -> Assessment:
    """A quick scan that several people rate."""
    return desk.assessments.begin(LEAD, "quick-scan", "Musterstadt", "S", AssessmentSettings(), way="privately")


def test_a_quick_scan_is_rated_and_agreed_on_by_dimension(desk: Desk, scan: Assessment, raters: list[Actor]) -> None:
    for actor, stage in zip(raters, "124", strict=False):
        desk.rating.rate(actor, scan.id, "QS01", stage, seen=0)
        desk.rating.finish(actor, scan.id, "GOV")
    assert desk.consensus.progress(LEAD, scan.id)[0].finished == ("Ben", "Cleo", "Lena")
    desk.consensus.open(LEAD, scan.id, "GOV")
    first = desk.consensus.spread(LEAD, scan.id, "GOV").questions[0]
    assert (first.counts, first.far_apart) == ({"1": 1, "2": 1, "4": 1}, True)
    saved(desk.consensus.agree(LEAD, scan.id, "QS01", "2", "Noch nicht schriftlich", seen=0))
    assert desk.answering.question(LEAD, scan.id, "QS01").answer.rated == Rated("rated", "2")


def test_no_screen_of_a_quick_scan_has_more_than_fifteen_questions(desk: Desk, scan: Assessment) -> None:
    topics = [each.topic.id for each in desk.rating.overview(LEAD, scan.id).topics]
    asked = [len(desk.rating.sheet(LEAD, scan.id, topic).parts[0].asked) for topic in topics]
    assert sum(asked) == 30
    assert max(asked) <= 15


def test_letters_are_no_stages_and_stages_no_letters(desk: Desk, scan: Assessment, alone: Assessment) -> None:
    for assessment, indicator, code in ((scan, "QS01", "F"), (scan, "QS01", "not_applicable"), (alone, ONE, "3")):
        with pytest.raises(NotAccepted):
            desk.rating.rate(LEAD, assessment.id, indicator, code, seen=0)


def test_a_code_for_guests_is_noted_without_their_role_name(desk: Desk, stores: Stores, alone: Assessment) -> None:
    desk.guests.invite(LEAD, alone.id, "Ratsmitglied", uses=3)
    note = stores.audit.entries()[-1].note
    assert (note.action, dict(note.detail)) == ("invite guests", {"how": "link", "uses": "3"})


def a_guest(desk: Desk, alone: Assessment, **wished: int) -> Actor:
    code = desk.guests.invite(LEAD, alone.id, "Ratsmitglied", **wished).code
    return desk.entrance.who(desk.entrance.admit_guest(code, "here").secret)


def test_a_guest_rates_under_a_role_name(desk: Desk, alone: Assessment) -> None:
    guest = a_guest(desk, alone)
    assert (guest.display_name, guest.guest_of) == ("Ratsmitglied", alone.id)
    desk.rating.rate(guest, alone.id, ONE, "F", seen=0)
    desk.rating.finish(guest, alone.id, "GOV.1")
    assert desk.consensus.progress(LEAD, alone.id)[0].finished == ("Ratsmitglied",)


def test_a_guest_sees_the_open_spread_but_no_answer(desk: Desk, alone: Assessment) -> None:
    guest = a_guest(desk, alone)
    desk.consensus.open(LEAD, alone.id, "GOV.1")
    desk.consensus.agree(LEAD, alone.id, ONE, "L", "weil", seen=0)
    first = desk.consensus.spread(guest, alone.id, "GOV.1").questions[0]
    assert (first.agreed, first.answer) == (None, None)


def test_a_guest_finds_nothing_else(desk: Desk, alone: Assessment, begun: Assessment) -> None:
    guest = a_guest(desk, alone)
    for hidden in (
        lambda: desk.answering.overview(guest, alone.id),
        lambda: desk.answering.sheet(guest, alone.id, "GOV.1"),
        lambda: desk.results.profile(guest, alone.id),
        lambda: desk.exchange.export(guest, alone.id),
        lambda: desk.consensus.agreement(guest, alone.id, ONE),
        lambda: desk.rating.overview(guest, begun.id),
        lambda: desk.people.of_city(guest, HERE.id),
    ):
        with pytest.raises(NotFound):
            hidden()
    with pytest.raises(NotAllowed):
        desk.assessments.list(guest)


def test_a_guest_comes_back_with_a_code_of_their_own(desk: Desk, alone: Assessment) -> None:
    guest = a_guest(desk, alone)
    desk.rating.rate(guest, alone.id, ONE, "F", seen=0)
    code = desk.guests.return_code(guest).code
    back = desk.entrance.who(desk.entrance.admit_guest(code, "elsewhere").secret)
    assert back.id == guest.id
    assert desk.rating.question(back, alone.id, ONE)[1].rated == Rated("rated", "F")


def test_a_guests_code_serves_as_often_as_the_lead_said(desk: Desk, alone: Assessment) -> None:
    code = desk.guests.invite(LEAD, alone.id, "Ratsmitglied", uses=2).code
    first, second = (desk.entrance.admit_guest(code, "here").account.id for _ in range(2))
    assert first != second
    with pytest.raises(CodeSpent):
        desk.entrance.admit_guest(code, "here")


def test_the_lead_sees_which_links_still_let_guests_in_and_who_came(desk: Desk, alone: Assessment) -> None:
    guest = a_guest(desk, alone, uses=2)
    desk.guests.invite(LEAD, alone.id, "Verein", uses=1, days=3)
    assert [(each.shown, each.uses) for each in desk.guests.links(LEAD, alone.id)] == [
        ("Verein", 1),
        ("Ratsmitglied", 1),
    ]
    assert [each.id for each in desk.guests.here(LEAD, alone.id)] == [guest.id]


def test_a_link_that_was_withdrawn_lets_nobody_in(desk: Desk, stores: Stores, alone: Assessment) -> None:
    code = desk.guests.invite(LEAD, alone.id, "Ratsmitglied").code
    (link,) = desk.guests.links(LEAD, alone.id)
    desk.guests.withdraw(LEAD, alone.id, link.id)
    with pytest.raises(CodeSpent):
        desk.entrance.admit_guest(code, "here")
    assert desk.guests.links(LEAD, alone.id) == ()
    assert dict(stores.audit.entries()[-1].note.detail) == {"how": "withdrawn"}


def test_a_link_that_nobody_knows_is_withdrawn_without_a_note(desk: Desk, stores: Stores, alone: Assessment) -> None:
    before = stores.audit.entries()
    desk.guests.withdraw(LEAD, alone.id, "unknown")
    assert stores.audit.entries() == before


def test_a_guest_who_was_sent_away_cannot_come_back_and_what_they_rated_stays(desk: Desk, alone: Assessment) -> None:
    guest = a_guest(desk, alone)
    desk.rating.rate(guest, alone.id, ONE, "F", seen=0)
    desk.rating.finish(guest, alone.id, "GOV.1")
    code = desk.guests.return_code(guest).code
    desk.guests.send_away(LEAD, alone.id, guest.id)
    with pytest.raises(WishRefused):
        desk.rating.rate(guest, alone.id, ONE, "N", seen=1)
    with pytest.raises(CodeSpent):
        desk.entrance.admit_guest(code, "elsewhere")
    assert desk.guests.here(LEAD, alone.id) == ()
    assert desk.consensus.progress(LEAD, alone.id)[0].finished == ("Ratsmitglied",)


def test_nobody_is_sent_away_who_is_no_guest_here(desk: Desk, stores: Stores, alone: Assessment) -> None:
    before = stores.audit.entries()
    desk.guests.send_away(LEAD, alone.id, LEAD.id)
    assert stores.audit.entries() == before


@pytest.mark.parametrize("wrong", [{"uses": 0}, {"uses": 51}, {"days": 0}, {"days": 61}])
def test_a_guests_code_has_its_limits(desk: Desk, alone: Assessment, wrong: dict[str, int]) -> None:
    with pytest.raises(NotAccepted):
        desk.guests.invite(LEAD, alone.id, "Ratsmitglied", **wrong)
    with pytest.raises(NotAccepted):
        desk.guests.invite(LEAD, alone.id, " ")


def test_a_guests_code_opens_no_other_door_and_no_other_code_lets_a_guest_in(desk: Desk, alone: Assessment) -> None:
    guests = desk.guests.invite(LEAD, alone.id, "Ratsmitglied").code
    with pytest.raises(CodeSpent):
        desk.entrance.redeem(guests, "gast", "", "vier Worte ohne Bezug", "here")
    invitation = desk.people.invite(LEAD, Grant("lead", HERE.id)).code
    with pytest.raises(CodeSpent):
        desk.entrance.admit_guest(invitation, "here")


def test_guests_are_no_accounts_and_no_consultants(desk: Desk, alone: Assessment) -> None:
    a_guest(desk, alone)
    administrator = Actor("admin", "Ada", frozenset({Grant("administrator")}))
    assert all(not each.is_guest for each in desk.people.everyone(administrator))
    assert desk.people.opened_to(LEAD, alone.id) == ()


def test_nobody_signs_in_as_a_guest(desk: Desk, stores: Stores, alone: Assessment) -> None:
    guest = stores.people.accounts.get(a_guest(desk, alone).id)
    assert guest is not None
    for login in (guest.login, guest.login.removeprefix("~")):
        with pytest.raises(Exception, match="do not fit together"):
            desk.entrance.sign_in(login, "", "here")


def test_who_has_an_account_needs_no_code_to_come_back(desk: Desk) -> None:
    with pytest.raises(NotAccepted):
        desk.guests.return_code(LEAD)


def test_an_assessment_that_is_put_away_takes_no_private_rating(desk: Desk, alone: Assessment) -> None:
    desk.assessments.archive(LEAD, alone.id, seen=1)
    with pytest.raises(NotAccepted, match="not being worked on"):
        desk.rating.rate(LEAD, alone.id, ONE, "F", seen=0)


def test_only_this_city_rates(desk: Desk, alone: Assessment) -> None:
    stranger = replace(LEAD, id="stranger", grants=frozenset({Grant("lead", "elsewhere")}))
    with pytest.raises(NotFound):
        desk.rating.overview(stranger, alone.id)
