"""The parts are joined once, what was kept is there after a restart, and the log tells nothing about people."""

import logging
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from assessment import wiring
from models.assessment import AssessmentSettings, Rated
from models.problem import InputRefused
from store.database import file_url
from store.migration import UnknownRevision
from tests.house import anna, me


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installation in a folder of its own, closed afterwards."""
    for name in ("HANSE_DATABASE_URL", "HANSE_QUESTIONNAIRES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HANSE_DATA", str(tmp_path / "kept here? 100%"))
    wiring.close()
    yield tmp_path / "kept here? 100%"
    wiring.close()


def test_without_settings_everything_is_kept_in_one_file_in_one_folder(folder: Path) -> None:
    wiring.desk()
    assert (folder / "hanse.db").exists()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_settings_come_from_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANSE_DATABASE_URL", file_url(folder / "other.db"))
    wiring.desk()
    assert (folder / "other.db").exists()
    assert not (folder / "hanse.db").exists()


@pytest.mark.parametrize("named", ["", " "])
def test_a_setting_for_questionnaires_that_names_nothing_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("HANSE_QUESTIONNAIRES", named)
    with pytest.raises(InputRefused, match="HANSE_QUESTIONNAIRES: This setting is there and empty"):
        wiring.settings()


@pytest.mark.parametrize("named", ["", "geheim", "sqlite://", "sqlite:///:memory:", "mysql://a:geheim@b/c"])
def test_an_address_that_names_no_database_we_can_use_is_refused_and_not_repeated(
    folder: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("HANSE_DATABASE_URL", named)
    with pytest.raises(InputRefused, match="HANSE_DATABASE_URL: This is no address of a database") as refused:
        wiring.settings()
    assert "geheim" not in str(refused.value)


def test_there_is_one_desk_a_process_whoever_asks_first(folder: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        desks = list(threads.map(lambda _: wiring.desk(), range(8)))
    assert all(each is desks[0] for each in desks)
    assert wiring.library() is desks[0].library


def test_what_was_saved_is_there_after_a_restart(folder: Path) -> None:
    secret = anna(wiring.desk()).secret
    who = wiring.desk().entrance.who(secret)
    begun = wiring.desk().assessments.begin(who, "urban-diplomacy", "Stadt", "Titel", AssessmentSettings())
    wiring.desk().answering.rate(who, begun.id, "GOV.1.O1", Rated("rated", "L"), seen=0)
    wiring.close()
    answer = wiring.desk().answering.question(wiring.desk().entrance.who(secret), begun.id, "GOV.1.O1").answer
    assert answer.rated == Rated("rated", "L")
    assert answer.saved_last is not None
    assert answer.saved_last.author == "Anna"


def test_the_first_person_may_write_the_pages(folder: Path) -> None:
    written = wiring.desk().pages.write(me(wiring.desk()), "imprint", "de", "Stadt", seen=0)
    assert written.version == 1


def test_a_database_of_a_newer_version_stops_the_start_and_a_second_try_says_so_again(folder: Path) -> None:
    wiring.desk()
    wiring.close()
    engine = create_engine(file_url(folder / "hanse.db"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    for _ in range(2):
        with pytest.raises(UnknownRevision, match="9999"):
            wiring.desk()


def test_the_start_logs_how_the_installation_is(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="hanse"):
        wiring.desk()
    assert {check.name for check in wiring.health().checks} >= {"database", "disk", "sqlite"}
    for check in wiring.health().checks:
        assert f"{check.name}: " in caplog.text


def test_ids_are_long_and_never_the_same() -> None:
    ids = {wiring.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(each) for each in ids} == {24}


def test_a_bug_is_logged_with_number_and_place_and_without_what_people_wrote(
    caplog: pytest.LogCaptureFixture,
) -> None:
    number = wiring.report_bug(_failed_over(" ".join(("Frau", "Muster", "schreibt"))))
    for told in (number, "ValueError", "KeyError", "test_wiring.py"):
        assert told in caplog.text
    assert "Frau Muster" not in caplog.text


def test_each_incident_has_its_own_number() -> None:
    assert wiring.report_bug(ValueError()) != wiring.report_bug(ValueError())


def _failed_over(answer: str) -> Exception:
    try:
        try:
            raise KeyError(answer)
        except KeyError as first:
            raise ValueError(answer) from first
    except ValueError as second:
        return second
