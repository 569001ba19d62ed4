"""The way in: one administrator first, one answer for whatever is wrong, codes that serve once, sessions that end."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from assessment.desk import Desk, Sources, make_desk
from assessment.desk.entrance import CODE_ALPHABET, CODE_LENGTH, IDLE, LONGEST, read_code, secret_in, show_code
from assessment.desk.errors import (
    CodeSpent,
    LoginTaken,
    NewPasswordNeeded,
    NotAccepted,
    NotFound,
    SignedOut,
    TooManyTries,
    WrongPassword,
)
from assessment.desk.throttle import FREE_FOR_ADDRESS, FREE_FOR_NAME, LONGEST_BREAK
from models.people import PLAIN_COOKIE, SECURE_COOKIE, VISITOR, Grant
from models.questionnaire import Library
from reports.logos import read_logo
from tests.desk.conftest import START, stores_in
from tests.memory import Memory
from tests.secrets import CountedTokens, PlainPasswords

GOOD = "vier Worte ohne Bezug"
OTHER = "ganz andere lange Worte"


@dataclass
class Time:
    """A clock that stands still until somebody moves it."""

    now: datetime.datetime = START
    passwords: PlainPasswords = field(default_factory=PlainPasswords)

    def __call__(self) -> datetime.datetime:
        return self.now

    def passes(self, **much: float) -> None:
        self.now += datetime.timedelta(**much)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def house(library: Library, memory: Memory, time: Time) -> Desk:
    """A desk over empty stores."""
    ids = iter(f"id{number}" for number in range(1, 1000))
    return make_desk(
        library, stores_in(memory), Sources(time, lambda: next(ids), CountedTokens(), time.passwords, read_logo)
    )


@pytest.fixture
def anna(house: Desk) -> str:
    """The secret of the administrator's session."""
    return house.entrance.first_start("Anna", "", GOOD).secret


def test_whoever_comes_first_administers_the_house_and_is_signed_in(house: Desk) -> None:
    arrival = house.entrance.first_start(" Anna ", "Anna A.", GOOD)
    actor = house.entrance.who(arrival.secret)
    assert (arrival.account.login, actor.display_name) == ("anna", "Anna A.")
    assert Grant("administrator") in actor.grants


def test_there_is_one_first_start(house: Desk, anna: str) -> None:
    assert not house.entrance.awaits_first()
    with pytest.raises(NotFound):
        house.entrance.first_start("ben", "", GOOD)


def test_of_many_who_come_first_at_once_one_administers(house: Desk) -> None:
    def comes(name: str) -> bool:
        try:
            house.entrance.first_start(name, "", GOOD)
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(comes, [f"person{number}" for number in range(8)])) == 1


def test_the_right_password_lets_in_however_the_name_is_typed(house: Desk, anna: str) -> None:
    assert house.entrance.who(house.entrance.sign_in(" ANNA", GOOD, "a").secret).id == "id1"


@pytest.mark.parametrize(
    ("login", "password"), [("anna", "falsch"), ("nobody", GOOD), ("", ""), ("a" * 9999, "x" * 9999)]
)
def test_whatever_is_wrong_gets_the_same_answer_and_the_same_work(
    house: Desk, anna: str, time: Time, login: str, password: str
) -> None:
    before = time.passwords.asked
    with pytest.raises(WrongPassword, match="do not fit together"):
        house.entrance.sign_in(login, password, "a")
    assert time.passwords.asked == before + 1


def test_a_closed_account_gets_that_answer_too_and_is_let_in_once_it_is_open_again(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    ben = house.entrance.redeem(house.people.invite(boss, Grant("trainer")).code, "ben", "", GOOD, "a")
    house.people.close(boss, ben.account.id)
    assert house.entrance.who(ben.secret) == VISITOR
    with pytest.raises(WrongPassword):
        house.entrance.sign_in("ben", GOOD, "a")
    house.people.reopen(boss, ben.account.id)
    house.entrance.sign_in("ben", GOOD, "a")


def test_signing_in_again_ends_the_session_that_the_browser_had(house: Desk, anna: str) -> None:
    again = house.entrance.sign_in("anna", GOOD, "a", before=anna)
    assert house.entrance.who(anna) == VISITOR
    assert house.entrance.who(again.secret) != VISITOR


def test_signing_out_ends_one_session_and_signing_out_everywhere_all(house: Desk, anna: str) -> None:
    second, third = (house.entrance.sign_in("anna", GOOD, "a").secret for _ in range(2))
    house.entrance.sign_out(second)
    assert (house.entrance.who(second), house.entrance.who(third) == VISITOR) == (VISITOR, False)
    house.people.sign_out_everywhere(house.entrance.who(third))
    assert {house.entrance.who(each) for each in (anna, second, third)} == {VISITOR}


@pytest.mark.parametrize("secret", [None, "", "x", "secret", "secret1\n", "<1terces>"])
def test_a_made_up_secret_is_a_visitor(house: Desk, anna: str, secret: str | None) -> None:
    assert house.entrance.who(secret) == VISITOR


def test_what_is_kept_of_a_session_opens_nothing(house: Desk, anna: str, memory: Memory) -> None:
    kept = next(iter(memory.sessions))
    assert kept != anna
    assert house.entrance.who(kept) == VISITOR


def test_an_idle_session_ends(house: Desk, anna: str, time: Time) -> None:
    time.passes(seconds=IDLE.total_seconds() - 1)
    assert house.entrance.who(anna) != VISITOR
    time.passes(seconds=IDLE.total_seconds())
    assert house.entrance.who(anna) == VISITOR


def test_a_busy_session_ends_too(house: Desk, anna: str, time: Time) -> None:
    end = time.now + LONGEST
    while time.now + datetime.timedelta(hours=6) < end:
        time.passes(hours=6)
        assert house.entrance.who(anna) != VISITOR
    time.passes(hours=6)
    assert house.entrance.who(anna) == VISITOR


def test_who_was_signed_out_between_page_and_click_is_refused_at_the_click(house: Desk, anna: str) -> None:
    actor = house.entrance.who(anna)
    house.entrance.sign_out(anna)
    with pytest.raises(SignedOut):
        house.assessments.list(actor)


def test_a_role_that_was_taken_between_page_and_click_is_gone_at_the_click(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    ben = house.entrance.redeem(house.people.invite(boss, Grant("administrator")).code, "ben", "", GOOD, "a")
    before = house.entrance.who(ben.secret)
    house.people.take(boss, ben.account.id, Grant("administrator"))
    with pytest.raises(Exception, match="role does not allow"):
        house.people.everyone(before)


def test_after_a_few_tries_one_has_to_wait_and_never_long(house: Desk, anna: str, time: Time) -> None:
    waits = []
    for _ in range(40):
        try:
            house.entrance.sign_in("anna", "falsch", "a")
        except WrongPassword:
            waits.append(0)
        except TooManyTries as told:
            waits.append(int(told.message.blanks["count"]))  # type: ignore[arg-type]
            time.passes(seconds=waits[-1])
    assert waits[:FREE_FOR_NAME] == [0] * FREE_FOR_NAME
    assert max(waits) <= LONGEST_BREAK
    time.passes(seconds=LONGEST_BREAK)
    assert house.entrance.sign_in("anna", GOOD, "a").account.login == "anna"


def test_tries_that_came_too_early_make_nobody_wait_longer(house: Desk, anna: str, time: Time) -> None:
    for _ in range(FREE_FOR_NAME):
        with pytest.raises(WrongPassword):
            house.entrance.sign_in("anna", "falsch", "a")
    for _ in range(50):
        with pytest.raises(TooManyTries):
            house.entrance.sign_in("anna", GOOD, "a")
    time.passes(seconds=2)
    house.entrance.sign_in("anna", GOOD, "a")


def test_one_address_that_tries_many_names_has_to_wait_and_others_do_not(house: Desk, anna: str) -> None:
    for number in range(FREE_FOR_ADDRESS):
        with pytest.raises(WrongPassword):
            house.entrance.sign_in(f"name{number}", "falsch", "there")
    with pytest.raises(TooManyTries):
        house.entrance.sign_in("anna", GOOD, "there")
    house.entrance.sign_in("anna", GOOD, "here")


def test_addresses_are_erased_after_a_day(house: Desk, anna: str, memory: Memory, time: Time) -> None:
    with pytest.raises(WrongPassword):
        house.entrance.sign_in("anna", "falsch", "192.0.2.7")
    time.passes(hours=25)
    house.entrance.sign_in("anna", GOOD, "192.0.2.8")
    assert "192.0.2.7" not in str(memory.attempts)


def test_an_invitation_makes_an_account_with_its_role_and_serves_no_more(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    city = house.people.found(boss, "Musterstadt")
    code = house.people.invite(boss, Grant("lead", city.id)).code
    ben = house.entrance.redeem(show_code(code).lower(), "ben", "", GOOD, "a")
    assert house.entrance.who(ben.secret).cities("lead") == {city.id}
    with pytest.raises(CodeSpent):
        house.entrance.redeem(code, "carl", "", GOOD, "a")


def test_an_invitation_for_two_serves_two(house: Desk, anna: str) -> None:
    code = house.people.invite(house.entrance.who(anna), Grant("trainer"), uses=2).code
    for name in ("ben", "carl"):
        house.entrance.redeem(code, name, "", GOOD, "a")
    with pytest.raises(CodeSpent):
        house.entrance.redeem(code, "dora", "", GOOD, "a")


def test_an_invitation_ends(house: Desk, anna: str, time: Time) -> None:
    code = house.people.invite(house.entrance.who(anna), Grant("trainer"), days=1).code
    time.passes(days=1)
    with pytest.raises(CodeSpent):
        house.entrance.redeem(code, "ben", "", GOOD, "a")


def test_a_login_name_that_is_taken_costs_no_use(house: Desk, anna: str) -> None:
    code = house.people.invite(house.entrance.who(anna), Grant("trainer")).code
    with pytest.raises(LoginTaken):
        house.entrance.redeem(code, "ANNA", "", GOOD, "a")
    house.entrance.redeem(code, "ben", "", GOOD, "a")


def test_who_has_an_account_adds_the_role_to_it(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    house.people.join(boss, house.people.invite(boss, Grant("trainer")).code)
    assert Grant("trainer") in house.people.me(boss).grants


def test_a_reset_link_gives_a_new_password_once_within_the_hour(house: Desk, anna: str, time: Time) -> None:
    boss = house.entrance.who(anna)
    ben = house.entrance.redeem(house.people.invite(boss, Grant("trainer")).code, "ben", "", GOOD, "a")
    early = house.people.reset_link(boss, ben.account.id).code
    code = house.people.reset_link(boss, ben.account.id).code
    with pytest.raises(CodeSpent):
        house.entrance.reset(early, OTHER, "a")
    house.entrance.reset(code, OTHER, "a")
    assert house.entrance.who(ben.secret) == VISITOR
    house.entrance.sign_in("ben", OTHER, "a")
    for spent in (code, house.people.invite(boss, Grant("trainer")).code):
        with pytest.raises(CodeSpent):
            house.entrance.reset(spent, GOOD, "a")
    late = house.people.reset_link(boss, ben.account.id).code
    time.passes(minutes=60)
    with pytest.raises(CodeSpent):
        house.entrance.reset(late, GOOD, "a")


def test_a_new_password_against_the_old_one_ends_all_other_sessions(house: Desk, anna: str) -> None:
    with pytest.raises(WrongPassword):
        house.entrance.change_password("anna", "falsch", OTHER, "a")
    new = house.entrance.change_password("anna", GOOD, OTHER, "a")
    assert house.entrance.who(anna) == VISITOR
    assert house.entrance.who(new.secret) != VISITOR


def test_who_is_asked_for_a_new_password_gets_in_with_a_new_one_only(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    ben = house.entrance.redeem(house.people.invite(boss, Grant("trainer")).code, "ben", "", GOOD, "a")
    house.people.require_new_password(boss, ben.account.id)
    assert house.entrance.who(ben.secret) == VISITOR
    with pytest.raises(NewPasswordNeeded):
        house.entrance.sign_in("ben", GOOD, "a")
    house.entrance.change_password("ben", GOOD, OTHER, "a")
    house.entrance.sign_in("ben", OTHER, "a")


@pytest.mark.parametrize(
    "password",
    [
        "zu kurz",
        "elfZeichen!",
        "a" * 20,
        "abababababababab",
        "123456789012",
        "Passwort1234",
        "password2026!!",
        "qwertzuiopü1",
        "anna20262026",
        "annaannaanna",
        "Willkommen2026!",
        "x" * 300,
    ],
)
def test_passwords_that_many_guess_are_refused(house: Desk, password: str) -> None:
    with pytest.raises(NotAccepted):
        house.entrance.first_start("anna", "", password)
    assert house.entrance.awaits_first()


@pytest.mark.parametrize("password", [GOOD, "korrekt pferd batterie", "tannenwaldweg elf", "ΑΒΓΔ длинный 長いパス"])
def test_length_counts_and_no_mixture_of_signs_is_asked_for(house: Desk, password: str) -> None:
    house.entrance.first_start("anna", "", password)


@pytest.mark.parametrize("login", ["", "a", "a b", "a" * 65, "<b>", "a\n", "a/b"])
def test_login_names_are_one_plain_word(house: Desk, login: str) -> None:
    with pytest.raises(NotAccepted):
        house.entrance.first_start(login.replace("\n", "\nb"), "", GOOD)


def test_codes_have_sixty_bits_and_are_read_however_they_are_typed() -> None:
    assert len(CODE_ALPHABET) ** CODE_LENGTH == 2**60
    assert len(set(CODE_ALPHABET)) == 32
    assert read_code(" abcd-efgh  jkLM\n") == "ABCDEFGHJKLM"
    assert show_code("ABCDEFGHJKLM") == "ABCD-EFGH-JKLM"


def test_the_cookie_that_only_https_can_set_goes_first() -> None:
    assert secret_in({PLAIN_COOKIE: "planted", SECURE_COOKIE: "own"}) == "own"
    assert secret_in({PLAIN_COOKIE: "own"}) == "own"
    assert secret_in({"other": "x"}) is None


def test_a_city_keeps_a_lead_and_the_house_an_administrator(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    city = house.people.found(boss, "Musterstadt")
    lead = house.entrance.redeem(house.people.invite(boss, Grant("lead", city.id)).code, "ben", "", GOOD, "a")
    for account, held in ((boss.id, Grant("administrator")), (lead.account.id, Grant("lead", city.id))):
        with pytest.raises(NotAccepted, match="Somebody has to keep"):
            house.people.take(boss, account, held)
    with pytest.raises(NotAccepted, match="own account"):
        house.people.close(boss, boss.id)


def test_two_who_administer_cannot_lock_each_other_out(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    other = house.entrance.redeem(house.people.invite(boss, Grant("administrator")).code, "ben", "", GOOD, "a")
    deputy = house.entrance.who(other.secret)
    house.people.close(boss, deputy.id)
    # What the deputy sent at the same moment comes later.
    assert not house.people.stores.accounts.disable(boss.id, START)
    assert house.people.stores.accounts.take(boss.id, Grant("administrator")) == "last"


def test_a_lead_who_was_removed_does_not_come_back_by_an_own_invitation(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    city = house.people.found(boss, "Musterstadt")
    held = Grant("lead", city.id)
    first, second = (
        house.entrance.redeem(house.people.invite(boss, held).code, login, "", GOOD, "a") for login in ("ben", "cleo")
    )
    code = house.people.invite(house.entrance.who(first.secret), held).code
    house.people.take(house.entrance.who(second.secret), first.account.id, held)
    with pytest.raises(CodeSpent):
        house.people.join(house.entrance.who(first.secret), code)


def test_the_lead_is_handed_over_in_one_action(house: Desk, anna: str) -> None:
    boss = house.entrance.who(anna)
    city = house.people.found(boss, "Musterstadt")
    invite = house.people.invite
    ben = house.entrance.redeem(invite(boss, Grant("lead", city.id)).code, "ben", "", GOOD, "a")
    cleo = house.entrance.redeem(invite(boss, Grant("contributor", city.id)).code, "cleo", "", GOOD, "a")
    house.people.hand_over(house.entrance.who(ben.secret), city.id, ben.account.id, cleo.account.id)
    roles = {each.login: each.roles_in(city.id) for each in house.people.of_city(boss, city.id)}
    assert roles == {"ben": ("contributor",), "cleo": ("contributor", "lead")}


@pytest.mark.parametrize(
    "held", [Grant("administrator", "city"), Grant("lead"), Grant("visitor"), Grant("trainer", "city")]
)
def test_roles_are_given_where_they_are_held(house: Desk, anna: str, held: Grant) -> None:
    boss = house.entrance.who(anna)
    city = house.people.found(boss, "Musterstadt")
    wished = Grant(held.role, city.id) if held.city else held
    with pytest.raises(NotAccepted):
        house.people.invite(boss, wished)


@pytest.mark.parametrize(("uses", "days"), [(0, 1), (51, 1), (1, 0), (1, 61)])
def test_invitations_have_an_end(house: Desk, anna: str, uses: int, days: int) -> None:
    with pytest.raises(NotAccepted):
        house.people.invite(house.entrance.who(anna), Grant("trainer"), uses=uses, days=days)
