"""The papers say of settings, roles and times what the program does."""

import re

import pytest

from assessment.desk import Desk
from assessment.desk.auditing import LONGEST_LOOK
from assessment.desk.entrance import IDLE, LONGEST
from assessment.desk.errors import NotFound
from assessment.desk.papers import PAPERS
from assessment.desk.retention_settings import ADDRESSES, AUDIT, BACKUPS, SESSIONS
from models.retention import Retention
from tests.desk.conftest import ADMINISTRATOR

LIMITS = Retention()


@pytest.fixture
def papers(desk: Desk) -> dict[str, str]:
    """All of them, each as one line."""
    return {name: " ".join(desk.papers.read(ADMINISTRATOR, name).split()) for name in PAPERS}


def test_every_setting_for_keeping_things_is_named_with_its_time(papers: dict[str, str]) -> None:
    times = {
        SESSIONS: f"{LIMITS.sessions.days} Tage nach Beginn",
        ADDRESSES: "24 Stunden",
        AUDIT: "12 Monate",
        BACKUPS: f"{LIMITS.backups.days} Tage",
    }
    for setting, time in times.items():
        assert setting in papers["it-betriebskonzept"]
        assert re.search(rf"{re.escape(time)}[^|]*\| Programm, `{setting}`", papers["datenschutz"]), setting


def test_the_times_of_sessions_and_looks_are_those_of_the_program(papers: dict[str, str]) -> None:
    hours = int(IDLE.total_seconds() // 3600)
    assert f"nach {hours} Stunden ohne Nutzung, spätestens nach {LONGEST.days} Tagen" in papers["datenschutz"]
    assert LONGEST_LOOK.days == 7
    assert "höchstens acht Tage" in papers["personalrat"]


def test_what_the_operator_has_to_fill_in_is_marked_in_each(papers: dict[str, str]) -> None:
    assert all(text.count("[[") == text.count("]]") > 4 for text in papers.values())


def test_an_unknown_paper_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.papers.read(ADMINISTRATOR, "../README")
