"""The settings of an identity provider: read whole at the start, or refused with what to write instead."""

from pathlib import Path

import pytest

from assessment.desk.provider_settings import read_provider
from models.identity import Membership, Provider
from models.problem import InputRefused

LEAST = {
    "HANSE_OIDC_ISSUER": "https://sso.bonn.example/realms/city",
    "HANSE_OIDC_CLIENT_ID": "hanse",
    "HANSE_OIDC_CLIENT_SECRET": "geheim",
}


def test_without_an_issuer_there_is_no_provider() -> None:
    assert read_provider({}) is None
    assert read_provider({**LEAST, "HANSE_OIDC_ISSUER": ""}) is None


def test_three_settings_are_enough() -> None:
    assert read_provider(LEAST) == Provider(
        "https://sso.bonn.example/realms/city", "hanse", "geheim", "sso.bonn.example", "openid profile"
    )


def test_groups_become_roles() -> None:
    rules = " cn=leads,dc=bonn = lead : Bonn ; staff=contributor:Bad Godesberg;trainers=trainer; "
    provider = read_provider({**LEAST, "HANSE_OIDC_CLAIM": "groups", "HANSE_OIDC_ROLES": rules})
    assert provider is not None
    assert provider.memberships == (
        Membership("cn=leads,dc=bonn", "lead", "Bonn"),
        Membership("staff", "contributor", "Bad Godesberg"),
        Membership("trainers", "trainer"),
    )


def test_the_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("aus der Datei\n", encoding="utf-8")
    settings = {**LEAST, "HANSE_OIDC_CLIENT_SECRET": "", "HANSE_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret")}
    provider = read_provider(settings)
    assert provider is not None
    assert provider.client_secret == "aus der Datei"


@pytest.mark.parametrize("issuer", ["http://localhost:9400", "http://127.0.0.1:9400", "https://sso.example"])
def test_without_https_a_provider_stands_on_this_very_machine(issuer: str) -> None:
    assert read_provider({**LEAST, "HANSE_OIDC_ISSUER": issuer}) is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HANSE_OIDC_ISSUER", "http://sso.bonn.example"),
        ("HANSE_OIDC_ISSUER", "sso.bonn.example"),
        ("HANSE_OIDC_ISSUER", "https://sso.bonn.example?x=1"),
        ("HANSE_OIDC_CLIENT_ID", ""),
        ("HANSE_OIDC_CLIENT_SECRET", ""),
        ("HANSE_OIDC_CLIENT_SECRET_FILE", "/nowhere/at/all"),
        ("HANSE_OIDC_SCOPE", "profile"),
        ("HANSE_OIDC_CLAIM", "groups"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_provider({**LEAST, name: value})
    named = {problem.place.file for problem in refused.value.problems}
    assert named == {"HANSE_OIDC_ROLES" if name == "HANSE_OIDC_CLAIM" else name}


@pytest.mark.parametrize(
    "rule", ["leads=lead", "leads=lead:", "x=trainer:Bonn", "=trainer", "x=visitor", "x=guest:B", "x"]
)
def test_a_rule_for_a_role_that_is_not_held_there_is_refused(rule: str) -> None:
    with pytest.raises(InputRefused):
        read_provider({**LEAST, "HANSE_OIDC_CLAIM": "groups", "HANSE_OIDC_ROLES": rule})
