"""A session belongs to one account and one browser: forged, planted, kept or carried elsewhere it opens nothing.

Each test first sees the cookie open the door, so that a door that is shut for another reason is no proof.
"""

from collections.abc import Callable

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from assessment.desk import Desk
from models.assessment import Assessment
from models.people import PLAIN_COOKIE, SECURE_COOKIE, VISITOR, Grant
from tests.house import PASSWORD, Person, anna, me, somebody
from tests.web.test_entrance import OWN, sign_in
from web.visitors import address_of

NEW = "ganz andere lange Worte"
End = Callable[[Desk, Person], object]


@pytest.fixture
def ben(desk: Desk, assessment: Assessment) -> Person:
    """Somebody who may read the assessment."""
    return somebody(desk, "ben", "contributor", assessment.city.id)


def _opens(browser: TestClient, assessment: Assessment, secret: str | bytes, cookie: str = PLAIN_COOKIE) -> bool:
    browser.cookies.clear()
    value = secret.encode() if isinstance(secret, str) else secret
    answer = browser.get(f"/files/{assessment.id}.yaml", headers={"cookie": cookie.encode() + b"=" + value})
    assert answer.status_code in (200, 404)
    assert (answer.status_code == 200) or answer.text == "not found"
    return answer.status_code == 200


ENDS: dict[str, End] = {
    "after signing out": lambda desk, who: desk.entrance.sign_out(who.secret),
    "after signing out everywhere": lambda desk, who: desk.people.sign_out_everywhere(who.actor),
    "after a change of password": lambda desk, _: desk.entrance.change_password("ben", PASSWORD, NEW, "here"),
    "after a reset": lambda desk, who: desk.entrance.reset(
        desk.people.reset_link(me(desk), who.actor.id).code, NEW, "here"
    ),
    "after a demand for a new password": lambda desk, who: desk.people.require_new_password(me(desk), who.actor.id),
    "after the account was closed": lambda desk, who: desk.people.close(me(desk), who.actor.id),
    "after it was closed and opened again": lambda desk, who: [
        close(me(desk), account) for account in [who.actor.id] for close in (desk.people.close, desk.people.reopen)
    ],
}


@pytest.mark.parametrize("end", ENDS)
def test_a_cookie_is_worth_nothing(
    stranger: TestClient, desk: Desk, assessment: Assessment, ben: Person, end: str
) -> None:
    assert _opens(stranger, assessment, ben.secret)
    ENDS[end](desk, ben)
    assert not _opens(stranger, assessment, ben.secret)


def test_a_cookie_that_is_not_whole_or_not_ours_is_worth_nothing(
    stranger: TestClient, desk: Desk, assessment: Assessment, ben: Person
) -> None:
    secret, kept = ben.secret, ben.actor.session
    assert _opens(stranger, assessment, secret)
    assert kept
    forged = [
        secret[:-1],
        secret[1:],
        secret + "x",
        secret.swapcase(),
        secret[::-1],
        kept,
        "0" * len(secret),
        ben.actor.id,
    ]
    assert [each for each in forged if _opens(stranger, assessment, each)] == []
    odd = [b"", b"\xff" * 43, b"a" * 6000, b"%00", b"' OR 1=1 --"]
    assert [each for each in odd if _opens(stranger, assessment, each)] == []


def test_two_sessions_have_nothing_in_common(desk: Desk) -> None:
    anna(desk)
    one, two = (desk.entrance.sign_in("anna", PASSWORD, "here").secret for _ in range(2))
    assert len(one) == len(two) == 43
    assert sum(a == b for a, b in zip(one, two, strict=True)) < 12


def test_a_cookie_that_was_planted_before_does_not_become_the_session(
    stranger: TestClient, desk: Desk, assessment: Assessment, ben: Person
) -> None:
    mallory = somebody(desk, "mallory", "trainer")
    for planted in ("planted", mallory.secret):
        stranger.cookies.clear()
        stranger.cookies.set(PLAIN_COOKIE, planted)
        answer = sign_in(stranger, "ben")
        own = answer.cookies[PLAIN_COOKIE]
        assert own != planted
        assert desk.entrance.who(own).id == ben.actor.id
        assert not _opens(stranger, assessment, planted)
    assert mallory.actor == VISITOR


@pytest.mark.parametrize("path", ["/sign-in", "/redeem", "/reset", "/password", "/"])
def test_looking_at_a_form_gives_nobody_a_cookie(stranger: TestClient, path: str) -> None:
    assert "set-cookie" not in stranger.get(path).headers


def test_a_session_says_what_its_own_account_may_and_nothing_else(
    stranger: TestClient, desk: Desk, assessment: Assessment, ben: Person
) -> None:
    carl = somebody(desk, "carl", "trainer")
    assert not _opens(stranger, assessment, carl.secret)
    assert _opens(stranger, assessment, ben.secret)
    for mixed in (f"{carl.secret}; login=ben", f"{carl.secret}; id={ben.actor.id}", f"{carl.secret}{ben.secret}"):
        assert not _opens(stranger, assessment, mixed)
    desk.people.stores.accounts.grant(carl.actor.id, Grant("contributor", assessment.city.id))
    assert _opens(stranger, assessment, carl.secret)


def test_the_cookie_of_https_is_never_outweighed_by_one_that_http_can_set(
    stranger: TestClient, desk: Desk, assessment: Assessment, ben: Person
) -> None:
    mallory = somebody(desk, "mallory", "trainer")
    both = f"{mallory.secret}; {SECURE_COOKIE}={ben.secret}"
    assert _opens(stranger, assessment, both)
    assert not _opens(stranger, assessment, f"{ben.secret}; {SECURE_COOKIE}={mallory.secret}")


def test_over_https_a_cookie_that_http_can_plant_is_worth_nothing(
    stranger: TestClient, assessment: Assessment, ben: Person
) -> None:
    stranger.base_url = "https://localhost"
    assert _opens(stranger, assessment, ben.secret, SECURE_COOKIE)
    assert not _opens(stranger, assessment, ben.secret, PLAIN_COOKIE)
    assert _opens(stranger, assessment, f"x; {SECURE_COOKIE}={ben.secret}; other=1")


def test_a_session_is_not_taken_from_anywhere_but_the_cookie(
    stranger: TestClient, assessment: Assessment, ben: Person
) -> None:
    secret, address = ben.secret, f"/files/{assessment.id}.yaml"
    for headers in ({"authorization": f"Bearer {secret}"}, {"x-session": secret}, {"x-forwarded-user": "ben"}):
        assert stranger.get(address, headers=headers).status_code == 404
    assert stranger.get(f"{address}?{PLAIN_COOKIE}={secret}").status_code == 404
    assert _opens(stranger, assessment, secret)


def test_many_wrong_tries_slow_down_one_name_and_lock_out_nobody_else(stranger: TestClient, desk: Desk) -> None:
    somebody(desk, "ben", "trainer")
    answers = [sign_in(stranger, "ben", "falsch") for _ in range(8)]
    assert [each.status_code for each in answers][-1] == 429
    assert sign_in(stranger, "anna").status_code == 303


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_who_has_a_whole_network_of_addresses_counts_as_one(address: str, counted: str) -> None:
    assert address_of(Request({"type": "http", "client": (address, 50000)})) == counted


def test_who_goes_back_after_signing_out_finds_the_way_in(client: TestClient) -> None:
    assert client.get("/assessments", follow_redirects=False).status_code == 200
    client.post("/sign-out", headers=OWN)
    assert client.get("/assessments", follow_redirects=False).status_code == 303
