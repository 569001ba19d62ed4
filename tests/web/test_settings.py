"""The settings on which safety, privacy and speed rest."""

import tomllib
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal
from streamlit import config

from assessment.desk import Desk
from web.door import NEEDED, SettingsMissingError, start

SETTINGS = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("runner", "postScriptGC", False),
        ("runner", "magicEnabled", False),
        ("browser", "gatherUsageStats", False),
        ("browser", "serverAddress", "localhost"),
        ("client", "showErrorDetails", "none"),
        ("client", "toolbarMode", "minimal"),
        ("client", "allowedOrigins", []),
        ("server", "enableAgentApi", False),
        ("server", "enableXsrfProtection", False),
        ("server", "address", "127.0.0.1"),
        ("server", "allowedHosts", ["localhost", "127.0.0.1"]),
    ],
)
def test_a_setting_is_as_it_must_be(section: str, option: str, value: object) -> None:
    assert SETTINGS[section][option] == value


def test_the_app_does_not_start_where_these_settings_are_not_in_force(desk: Desk) -> None:
    # A thread of its own: a browser walk may have left an event loop running in this one.
    with start_blocking_portal() as portal:
        portal.call(start, NEEDED, _nothing)
        for name in NEEDED:
            with pytest.raises(SettingsMissingError, match=name):
                portal.call(start, {**NEEDED, name: "something else"}, _nothing)


def test_what_the_app_needs_is_what_the_file_says() -> None:
    for name, value in NEEDED.items():
        section, option = name.split(".")
        assert SETTINGS[section][option] == value


def test_every_setting_is_one_that_streamlit_knows() -> None:
    known = config._config_options_template
    named = {
        f"{section}.{option}"
        for section in ("server", "browser", "client", "runner", "logger")
        for option in SETTINGS[section]
    }
    assert named <= set(known)


def _nothing() -> None:
    """Nothing has to be made ready here."""
