"""The app without a browser, over a house of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings
from screens.browser import parts
from screens.browser.parts import TextField, Written
from screens.show.example import example
from tests.house import Person, anna, me, opened

ROOT = Path(__file__).parents[2]

Open = Callable[..., AppTest]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with opened(tmp_path / "data", monkeypatch) as own:
        yield own
    example.cache_clear()


@pytest.fixture
def assessment(desk: Desk) -> Assessment:
    settings = AssessmentSettings(scope=("GOV.1", "PAR.2"), highest_level=2)
    return desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", "Probelauf", settings)


@pytest.fixture
def page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page: `page("results", locale="en-GB", assessment="...")`. As Anna; with `who=None` as a visitor."""

    first = anna(desk)

    def show(name: str = "start", locale: str = "de-DE", who: Person | None = first, **query: str) -> AppTest:
        # A test has no browser whose cookies could be read; a name that stands for one must never let anybody in.
        monkeypatch.setattr("screens.frame.here.secret", lambda: who.secret if who else None)
        app = AppTest.from_file(str(ROOT / "screens" / "main.py"), default_timeout=30)
        app.context = {"locale": locale, "timezone": "Europe/Berlin"}
        if name != "start":
            app.run()
            app.switch_page(f"{name}.py")
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        return app

    return show


FIRST = "GOV.1.O1"
"""The first question of all."""

Writes = Callable[..., list[TextField]]


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> Writes:
    """Somebody who writes one draft into a field of a question; returns what the field is told each run."""

    def write(name: str, draft: Written, of: str = FIRST) -> list[TextField]:
        told: list[TextField] = []
        waiting = [draft]

        def writing(words: object, field: TextField, take: Callable[[Written], None]) -> None:
            if field.slot.endswith(f":{of}:{name}"):
                told.append(field)
                if waiting:
                    take(waiting.pop())

        monkeypatch.setattr(parts, "writing", writing)
        return told

    return write
