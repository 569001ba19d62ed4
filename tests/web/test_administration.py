"""What is taken away from the administrator's page goes to the administrator alone."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assessment.desk import Desk
from assessment.desk.papers import PAPERS
from models.assessment import Assessment
from models.people import PLAIN_COOKIE
from store.restore import usable
from tests.house import me, somebody


def test_a_copy_of_the_database_is_handed_out_whole(client: TestClient, desk: Desk, tmp_path: Path) -> None:
    name = desk.backups.make(me(desk)).name
    answer = client.get(f"/files/backups/{name}")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    (tmp_path / "taken.db").write_bytes(answer.content)
    assert usable(tmp_path / "taken.db")


def test_for_everybody_else_a_copy_looks_as_if_there_were_none(
    stranger: TestClient, desk: Desk, assessment: Assessment
) -> None:
    name = desk.backups.make(me(desk)).name
    told = [stranger.get(f"/files/backups/{each}") for each in (name, "none.db")]
    stranger.cookies.set(PLAIN_COOKIE, somebody(desk, "lena", "lead", assessment.city.id).secret)
    told.append(stranger.get(f"/files/backups/{name}"))
    assert {(each.status_code, each.text) for each in told} == {(404, "not found")}


def test_no_path_leads_out_of_the_folder(client: TestClient, desk: Desk) -> None:
    desk.backups.make(me(desk))
    for path in ("..%2Fhanse.db", "%2e%2e%2fhanse.db", ".hanse.db.unfinished", "hanse.db"):
        assert b"SQLite format" not in client.get(f"/files/backups/{path}").content


def test_own_data_come_as_a_file_of_the_person_who_asks(client: TestClient, stranger: TestClient, desk: Desk) -> None:
    assert stranger.get("/files/own-data.json").status_code == 404
    told = client.get("/files/own-data.json").json()
    assert told["account"]["login"] == "anna"
    assert told["deed"][0]["action"] == "found house"


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_are_handed_to_the_administrator_alone(
    client: TestClient, stranger: TestClient, desk: Desk, name: str
) -> None:
    assert stranger.get(f"/files/papers/{name}.md").status_code == 404
    answer = client.get(f"/files/papers/{name}.md")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.md"'
    assert "[[" in answer.text
    assert client.get("/files/papers/README.md").status_code == 404
