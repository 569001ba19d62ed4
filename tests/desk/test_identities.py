"""Whoever a provider vouches for gets an account under a name that is free, and nobody is found by a name."""

from dataclasses import replace

import pytest

from assessment.desk import Desk
from assessment.desk.errors import CodeSpent, NotInvited, TooManyTries, WishRefused
from assessment.desk.throttle import Throttle
from models.identity import Assured, Identity
from models.people import Account, Grant
from tests.desk.conftest import ADMINISTRATOR, HERE, START

ISSUER = "https://sso.example"


def arrives(desk: Desk, subject: str, login: str | None = None, name: str | None = None) -> Account:
    """Somebody new, invited to contribute to the city."""
    code = desk.people.invite(ADMINISTRATOR, Grant("contributor", HERE.id)).code
    return desk.identities.redeem(Assured(Identity(ISSUER, subject), login, name), code, "there").account


def test_a_new_account_is_called_as_at_the_provider(desk: Desk) -> None:
    account = arrives(desk, "1", "Fritz@bonn.example", " Fritz F. ")
    assert (account.login, account.display_name) == ("fritz", "Fritz F.")
    assert account.grants == {Grant("contributor", HERE.id)}


def test_a_name_that_is_taken_gets_a_number_and_never_the_account_of_another(desk: Desk) -> None:
    taken = [arrives(desk, str(number), "ada@elsewhere.example") for number in range(5)]
    assert [each.login for each in taken[:3]] == ["ada-2", "ada-3", "ada-4"]
    assert all(each.login.startswith("p-") for each in taken[3:])
    assert ADMINISTRATOR.id not in {each.id for each in taken}
    assert len({each.id for each in taken}) == 5


@pytest.mark.parametrize("login", [None, "", "x", "zwei Worte", "@", "a" * 90, "\x00\x00"])
def test_a_name_that_cannot_be_a_login_name_is_replaced(desk: Desk, login: str | None) -> None:
    account = arrives(desk, "1", login, " ")
    assert account.login.startswith("p-")
    assert account.display_name is None


def test_the_same_subject_of_another_issuer_is_somebody_else(desk: Desk) -> None:
    arrives(desk, "1", "fritz")
    with pytest.raises(NotInvited):
        desk.identities.enter(Assured(Identity("https://other.example", "1"), "fritz"))


def test_codes_cannot_be_guessed_by_way_of_the_provider(desk: Desk) -> None:
    somebody = Assured(Identity(ISSUER, "1"))
    at_once = replace(desk.entrance, throttle=Throttle(desk.people.stores.attempts, lambda: START))
    identities = replace(desk.identities, entrance=at_once)
    told: list[type[WishRefused]] = []
    for number in range(30):
        with pytest.raises(WishRefused) as refused:
            identities.redeem(somebody, f"WRONG{number}", "there")
        told.append(type(refused.value))
    assert set(told[:15]) == {CodeSpent}
    assert TooManyTries in told
