"""The programme's files go to whoever sees the event, and to nobody else."""

import datetime

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from assessment.desk import Desk
from models.assessment import Assessment
from models.programme import Event, KeptEvent
from models.resources import Outlay, Resources
from tests.house import me

DAY = datetime.date(2026, 5, 4)
EVENT = Event(title="Netzwerktreffen", kind="other", first_day=DAY, last_day=DAY, begins=datetime.time(10))


@pytest.fixture
def event(desk: Desk, client: TestClient) -> KeptEvent:
    """An event for everybody who has signed in; the client is Anna's."""
    return desk.programme.announce(me(desk), None, EVENT)


def test_the_calendar_holds_what_the_person_may_see(client: TestClient, event: KeptEvent) -> None:
    answer = client.get("/files/programme.ics")
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, "text/calendar")
    assert "SUMMARY:Netzwerktreffen" in answer.text
    assert "DTSTART;TZID=Europe/Berlin:20260504T100000" in answer.text


def test_the_calendar_says_of_each_zone_when_its_clocks_change(client: TestClient, event: KeptEvent) -> None:
    calendar = Calendar.from_ical(client.get("/files/programme.ics").content)
    (zone,) = calendar.timezones
    assert (zone.tz_name, calendar.get_missing_tzids()) == ("Europe/Berlin", set())
    begins = datetime.datetime(2026, 5, 4, 10, tzinfo=zone.to_tz())
    assert begins.utcoffset() == datetime.timedelta(hours=2)


def test_material_is_put_and_fetched(client: TestClient, event: KeptEvent, desk: Desk) -> None:
    headers = {"x-file-name": "Ablauf.txt", "origin": "http://localhost"}
    assert client.post(f"/programme/{event.id}/material", content=b"10 Uhr", headers=headers).status_code == 201
    (file,) = desk.programme.mine(me(desk)).files[event.id]
    answer = client.get(f"/programme/{event.id}/{file.id}")
    assert (answer.content, answer.headers["cache-control"]) == (b"10 Uhr", "private, no-store")
    assert "attachment" in answer.headers["content-disposition"]


def test_a_stranger_gets_neither(stranger: TestClient, event: KeptEvent) -> None:
    for path in ("/files/programme.ics", f"/programme/{event.id}/0"):
        assert stranger.get(path).status_code == 404


def test_a_file_that_may_not_be_kept_is_refused_with_a_reason(client: TestClient, event: KeptEvent) -> None:
    headers = {"x-file-name": "program.exe", "origin": "http://localhost"}
    answer = client.post(f"/programme/{event.id}/material", content=b"MZ", headers=headers)
    assert answer.status_code == 422
    assert "program.exe" in answer.json()["message"]


def test_the_costs_of_a_city_are_a_workbook_for_its_own_people(
    client: TestClient, stranger: TestClient, desk: Desk, assessment: Assessment
) -> None:
    city = assessment.city.id
    said = Resources(year=2026, outlays={"GOV.1": Outlay(hours=40, own_funds=1_000)})
    desk.resourcing.write(me(desk), city, said, seen=0)
    assert client.get(f"/files/resources/{city}.xlsx").content.startswith(b"PK")
    assert stranger.get(f"/files/resources/{city}.xlsx").status_code == 404
