"""Accounts, sessions, codes and tries: the same promises in memory, on SQLite and on PostgreSQL."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from models.assessment import City
from models.audit import Note
from models.cohort import Cohort
from models.identity import Identity
from models.people import Account, Grant, OneTimeCode, Purpose, Session
from tests.store.conftest import Kept
from tests.store.samples import ANNA, MOMENT

ADA = Account("ada", "ada", "Ada", MOMENT, grants=frozenset({Grant("administrator")}))
BEA = Account("bea", "bea", None, MOMENT)
LEAD, HELP = Grant("lead", "c1"), Grant("contributor", "c1")
HOUR = datetime.timedelta(hours=1)
THERE = Identity("https://a", "1")


def first(kept: Kept) -> Kept:
    """The same, with Ada as the first account."""
    assert kept.people.accounts.add_first(ADA, "hash")
    return kept


def joined(kept: Kept, who: Account, *held: Grant) -> Account:
    """Somebody more, with these roles."""
    kept.people.codes.add(code(f"for {who.id}", grant=held[0]))
    assert kept.people.accounts.redeem(f"for {who.id}", who, "hash", MOMENT) == "done"
    for more in held[1:]:
        kept.people.accounts.grant(who.id, more)
    return who


def code(fingerprint: str, *, uses: int = 1, grant: Grant | None = LEAD, account: str | None = None) -> OneTimeCode:
    purpose = "invite" if account is None else "reset"
    return OneTimeCode(fingerprint, purpose, ANNA.id, uses, MOMENT + HOUR, grant if account is None else None, account)


def session(fingerprint: str, account: str = "ada") -> Session:
    return Session(fingerprint, account, MOMENT, MOMENT, MOMENT + HOUR)


def test_the_first_account_inherits_what_was_led_before_there_were_accounts(kept: Kept) -> None:
    assert not kept.people.accounts.any()
    first(kept)
    assert kept.people.accounts.any()
    assert kept.people.accounts.get("ada") == replace(ADA, grants=frozenset({Grant("administrator"), LEAD}))
    assert [city.id for city in kept.assessments.cities_of("ada")] == ["c1"]
    assert kept.assessments.cities_of(ANNA.id) == ()


def test_there_is_one_first_account_however_many_come_at_once(kept: Kept) -> None:
    def comes(number: int) -> bool:
        return kept.people.accounts.add_first(replace(ADA, id=f"id{number}", login=f"name{number}"), "hash")

    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(comes, range(8))) == 1
    assert len(kept.people.accounts.all()) == 1


def test_accounts_come_back_as_they_went_in(kept: Kept) -> None:
    joined(first(kept), BEA, HELP)
    bea = replace(BEA, grants=frozenset({HELP}))
    assert kept.people.accounts.by_login("bea") == bea
    assert kept.people.accounts.of_city("c1") == (kept.people.accounts.get("ada"), bea)
    assert (kept.people.accounts.get("nobody"), kept.people.accounts.by_login("Bea")) == (None, None)
    assert (kept.people.accounts.password_hash("bea"), kept.people.accounts.password_hash("x")) == ("hash", None)


def test_a_login_name_is_given_once_and_a_refused_one_costs_no_use(kept: Kept) -> None:
    first(kept).people.codes.add(code("f"))
    assert kept.people.accounts.redeem("f", replace(BEA, login="ada"), "hash", MOMENT) == "taken"
    assert kept.people.accounts.redeem("f", BEA, "hash", MOMENT) == "done"
    assert kept.people.accounts.redeem("f", replace(BEA, id="c", login="c"), "hash", MOMENT) == "spent"


def test_of_many_who_redeem_at_once_as_many_come_in_as_may(kept: Kept) -> None:
    first(kept).people.codes.add(code("f", uses=3, grant=HELP))

    def comes(number: int) -> str:
        return kept.people.accounts.redeem("f", Account(f"id{number}", f"name{number}", None, MOMENT), "h", MOMENT)

    with ThreadPoolExecutor(8) as people:
        assert sorted(people.map(comes, range(8))) == ["done"] * 3 + ["spent"] * 5
    assert len(kept.people.accounts.of_city("c1")) == 4


def test_a_code_ends_and_serves_for_its_own_purpose_only(kept: Kept) -> None:
    joined(first(kept), BEA, HELP)
    kept.people.codes.add(code("invite"))
    kept.people.codes.add(code("reset", account="bea"))
    assert kept.people.codes.find("invite", MOMENT) == code("invite")
    assert kept.people.codes.find("invite", MOMENT + HOUR) is None
    assert kept.people.accounts.join("invite", "bea", MOMENT + HOUR) == "spent"
    assert kept.people.accounts.join("reset", "bea", MOMENT) == "spent"
    assert kept.people.codes.reset("invite", "new", MOMENT) is None
    assert kept.people.codes.reset("reset", "new", MOMENT) == "bea"
    assert kept.people.codes.reset("reset", "newer", MOMENT) is None
    assert kept.people.accounts.password_hash("bea") == "new"


def serving(kept: Kept, purpose: Purpose = "invite", **place: str) -> list[str]:
    return [each.fingerprint for each in kept.people.codes.serving(purpose, MOMENT, **place)]


def test_codes_are_found_by_their_place_while_they_serve(kept: Kept) -> None:
    kept.people.accounts.add_city(City("c2", "Zwei"))
    kept.cities.cohorts.add(Cohort("k1", "Hafenstädte", invented=False, created=MOMENT), ANNA.id)
    for name, place in (
        ("other", LEAD),
        ("one", HELP),
        ("elsewhere", Grant("lead", "c2")),
        ("house", Grant("trainer")),
    ):
        kept.people.codes.add(code(name, grant=place))
    kept.people.codes.add(code("used", uses=0))
    for name, purpose, place in (
        ("guest", "guest", Grant("guest", assessment="a1")),
        ("cohort", "cohort", Grant("lead", cohort="k1")),
    ):
        kept.people.codes.add(replace(code(name, grant=place), purpose=purpose))
    assert serving(kept, city="c1") == ["one", "other"]
    assert serving(kept) == ["house"]
    assert (serving(kept, "guest", assessment="a1"), serving(kept, "guest", assessment="a2")) == (["guest"], [])
    assert (serving(kept, "cohort", cohort="k1"), serving(kept, "cohort", cohort="k2")) == (["cohort"], [])
    assert kept.people.codes.serving("invite", MOMENT + HOUR, city="c1") == ()


def test_a_code_that_is_withdrawn_is_gone_and_noted_once(kept: Kept) -> None:
    for name in ("one", "other"):
        kept.people.codes.add(code(name))
    note = Note(MOMENT, ANNA.id, "invite people", "city", "c1", "c1")
    kept.people.codes.withdraw("one", note=note)
    kept.people.codes.withdraw("one", note=note)
    assert kept.people.codes.find("one", MOMENT) is None
    assert serving(kept, city="c1") == ["other"]
    assert kept.people.accounts.redeem("one", BEA, "hash", MOMENT) == "spent"


def test_a_second_reset_code_voids_the_first(kept: Kept) -> None:
    first(kept)
    for name in ("one", "two"):
        kept.people.codes.add(code(name, account="ada"))
    assert kept.people.codes.find("one", MOMENT) is None
    assert kept.people.codes.find("two", MOMENT) is not None


def test_the_last_lead_and_the_last_administrator_stay(kept: Kept) -> None:
    accounts = first(kept).people.accounts
    joined(kept, BEA, HELP)
    assert accounts.take("ada", LEAD) == "last"
    assert accounts.take("ada", Grant("administrator")) == "last"
    assert not accounts.disable("ada", MOMENT)
    assert accounts.take("bea", LEAD) == "absent"
    accounts.grant("bea", LEAD)
    accounts.grant("bea", LEAD)
    assert accounts.take("ada", LEAD) == "done"
    assert accounts.take("bea", HELP) == "done"


def test_who_cannot_sign_in_does_not_count_as_a_lead(kept: Kept) -> None:
    accounts = first(kept).people.accounts
    joined(kept, BEA, LEAD)
    assert accounts.disable("bea", MOMENT)
    assert accounts.take("ada", LEAD) == "last"


def test_of_two_leads_who_leave_at_once_one_stays(kept: Kept) -> None:
    accounts = first(kept).people.accounts
    joined(kept, BEA, LEAD)
    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(lambda who: accounts.take(who, LEAD), ("ada", "bea"))) == ["done", "last"]


def test_the_lead_goes_over_whole(kept: Kept) -> None:
    accounts = first(kept).people.accounts
    joined(kept, BEA, HELP)
    assert accounts.hand_over("c1", "ada", "bea")
    assert not accounts.hand_over("c1", "ada", "bea")
    assert {each.login: each.roles_in("c1") for each in accounts.of_city("c1")} == {
        "ada": ("contributor",),
        "bea": ("contributor", "lead"),
    }


def test_the_lead_goes_to_nobody_who_cannot_sign_in(kept: Kept) -> None:
    accounts = first(kept).people.accounts
    joined(kept, BEA, HELP)
    accounts.disable("bea", MOMENT)
    assert not accounts.hand_over("c1", "ada", "bea")
    assert [each.login for each in accounts.of_city("c1") if "lead" in each.roles_in("c1")] == ["ada"]


def test_an_invitation_is_no_way_back_for_whoever_made_it(kept: Kept) -> None:
    people = first(kept).people
    joined(kept, BEA, LEAD)
    for name, made_by in (("theirs", "bea"), ("others", "ada")):
        people.codes.add(replace(code(name), made_by=made_by))
    assert people.accounts.take("bea", LEAD) == "done"
    assert people.codes.find("theirs", MOMENT) is None
    assert people.codes.find("others", MOMENT) is not None


def test_with_the_lead_handed_over_or_an_account_closed_its_invitations_end(kept: Kept) -> None:
    people = first(kept).people
    joined(kept, BEA, LEAD)
    joined(kept, replace(BEA, id="cleo", login="cleo"), HELP)
    people.codes.add(replace(code("before"), made_by="bea"))
    people.accounts.hand_over("c1", "bea", "cleo")
    people.codes.add(replace(code("after"), made_by="cleo"))
    people.accounts.disable("cleo", MOMENT)
    assert [people.codes.find(each, MOMENT) for each in ("before", "after")] == [None, None]


def test_who_still_leads_or_administers_keeps_their_invitations(kept: Kept) -> None:
    people = first(kept).people
    joined(kept, BEA, LEAD, HELP)
    for name, made_by in (("of a lead", "bea"), ("of an administrator", "ada")):
        people.codes.add(replace(code(name), made_by=made_by))
    people.accounts.take("bea", HELP)
    people.accounts.take("ada", LEAD)
    assert people.codes.find("of a lead", MOMENT) is not None
    assert people.codes.find("of an administrator", MOMENT) is not None


def test_a_link_for_a_new_password_ends_when_the_account_opens_more(kept: Kept) -> None:
    people = first(kept).people
    joined(kept, BEA, HELP)
    people.codes.add(code("reset", account="bea"))
    people.accounts.grant("bea", LEAD)
    assert people.codes.find("reset", MOMENT) is None


def test_a_session_is_found_until_it_is_ended(kept: Kept) -> None:
    sessions = first(kept).people.sessions
    for name in ("one", "two", "three"):
        sessions.begin(session(name))
    sessions.seen("one", MOMENT + HOUR / 2)
    assert sessions.find("one") == (replace(session("one"), seen=MOMENT + HOUR / 2), kept.people.accounts.get("ada"))
    assert sessions.find("nothing") is None
    sessions.end("one")
    sessions.end("one")
    assert (sessions.find("one"), sessions.find("two") is None) == (None, False)
    sessions.end_all("ada")
    assert (sessions.find("two"), sessions.find("three")) == (None, None)


def test_a_new_password_a_demand_for_one_and_closing_end_every_session(kept: Kept) -> None:
    joined(first(kept), BEA, HELP)
    accounts, sessions = kept.people.accounts, kept.people.sessions
    for name, end in (
        ("one", lambda: accounts.set_password("bea", "new")),
        ("two", lambda: accounts.require_change("bea")),
        ("three", lambda: accounts.disable("bea", MOMENT)),
    ):
        sessions.begin(session(name, "bea"))
        end()
        assert sessions.find(name) is None
    closed = accounts.get("bea")
    assert closed is not None
    assert (closed.must_change, closed.disabled) == (True, MOMENT)
    accounts.disable("bea", None)
    accounts.set_password("bea", "newest")
    assert accounts.get("bea") == replace(BEA, grants=frozenset({HELP}))


def test_sessions_that_ended_are_forgotten_when_one_begins(kept: Kept) -> None:
    sessions = first(kept).people.sessions
    sessions.begin(session("old"))
    sessions.begin(replace(session("new"), begun=MOMENT + HOUR, ends=MOMENT + 2 * HOUR))
    assert sessions.find("old") is None


def test_tries_are_counted_by_name_and_by_address(kept: Kept) -> None:
    attempts, since = kept.people.attempts, MOMENT - HOUR
    noted = [attempts.note(name, "there", MOMENT, since) for name in ("x", "x", "y")]
    assert [(each.for_name.count, each.for_address.count) for each in noted] == [(0, 0), (1, 1), (0, 2)]
    assert (noted[0].for_name.last, noted[1].for_name.last) == (None, MOMENT)
    attempts.withdraw(noted[2].number)
    attempts.forget("x")
    again = attempts.note("x", "there", MOMENT, since)
    assert (again.for_name.count, again.for_address.count) == (0, 0)
    attempts.erase_before(MOMENT + HOUR)
    assert attempts.note("x", "there", MOMENT, since).for_name.count == 0


def test_tries_of_long_ago_do_not_count(kept: Kept) -> None:
    kept.people.attempts.note("x", "there", MOMENT - HOUR, MOMENT - 2 * HOUR)
    assert kept.people.attempts.note("x", "there", MOMENT, MOMENT - HOUR).for_name.count == 0


def test_an_assessment_is_opened_to_somebody_until_it_is_deleted(kept: Kept) -> None:
    joined(first(kept), BEA, Grant("consultant"), Grant("consultant", assessment="a1"))
    assert [each.id for each in kept.people.accounts.opened_to("a1")] == ["bea"]
    assert [each.id for each in kept.assessments.of_cities((), ("a1",))] == ["a1"]
    kept.assessments.delete("a1")
    assert kept.people.accounts.opened_to("a1") == ()


def test_cities_come_by_name(kept: Kept) -> None:
    kept.people.accounts.add_city(City("c0", "Aachen"))
    assert [each.id for each in kept.people.accounts.cities()] == ["c0", "c1"]


def test_an_identity_opens_one_account(kept: Kept) -> None:
    identities = first(kept).people.identities
    joined(kept, BEA, HELP)
    assert identities.link(THERE, "ada")
    assert not identities.link(THERE, "bea")
    assert (identities.account_of(THERE), identities.account_of(replace(THERE, issuer="https://b"))) == ("ada", None)
    assert (identities.of("ada"), identities.of("bea")) == ((THERE,), ())
    assert identities.unlink(THERE, "ada")
    assert (identities.account_of(THERE), identities.of("ada")) == (None, ())


def test_taking_a_way_in_away_ends_the_sessions_of_that_person_but_the_one_it_is_done_in(kept: Kept) -> None:
    people = first(kept).people
    joined(kept, BEA, HELP)
    for each in (session("here"), session("there"), session("hers", "bea")):
        people.sessions.begin(each)
    assert people.identities.link(THERE, "ada")
    assert people.identities.unlink(THERE, "ada", within="here")
    assert [people.sessions.find(each) is not None for each in ("here", "there", "hers")] == [True, False, True]


def test_an_account_keeps_its_only_way_in(kept: Kept) -> None:
    identities, other = first(kept).people.identities, replace(THERE, subject="2")
    assert identities.add(replace(BEA, grants=frozenset({HELP})), THERE)
    assert kept.people.accounts.password_hash("bea") is None
    assert kept.people.accounts.get("bea") == replace(BEA, grants=frozenset({HELP}))
    assert not identities.unlink(THERE, "bea")
    assert identities.link(other, "bea")
    assert identities.unlink(THERE, "bea")
    assert not identities.unlink(other, "bea")
    kept.people.accounts.set_password("bea", "hash")
    assert identities.unlink(other, "bea")


def test_an_invitation_makes_an_account_that_signs_in_elsewhere(kept: Kept) -> None:
    identities = first(kept).people.identities
    kept.people.codes.add(code("f", grant=HELP))
    assert identities.redeem("f", replace(BEA, login="ada"), THERE, MOMENT) == "taken"
    assert identities.redeem("f", BEA, THERE, MOMENT) == "done"
    assert identities.redeem("f", replace(BEA, id="c", login="c"), replace(THERE, subject="2"), MOMENT) == "spent"
    assert kept.people.accounts.get("bea") == replace(BEA, grants=frozenset({HELP}))
    assert (kept.people.accounts.get("c"), identities.account_of(THERE)) == (None, "bea")


def test_of_many_who_come_with_one_identity_at_once_one_account_is_made(kept: Kept) -> None:
    def comes(number: int) -> bool:
        return first_identities.add(Account(f"id{number}", f"name{number}", None, MOMENT), THERE)

    first_identities = first(kept).people.identities
    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(comes, range(8))) == 1
    assert len(kept.people.accounts.all()) == 2
