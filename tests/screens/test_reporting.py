"""The builder of reports: a group's published figures are chosen there, and asked for only where there are some."""

import datetime

import pytest

from assessment.desk import Desk
from assessment.ordering import Counter
from models.assessment import Assessment
from models.benchmark import Depth, Edition, KeptEdition
from reports.editions import Published
from tests.house import me
from tests.screens.conftest import Open

DAY = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
DEPTH = Depth("urban-diplomacy", "r1", "2015", "mean", 4, 2, ("GOV.1",))


def _select(page: Open, assessment: Assessment) -> list[str]:
    app = page("report", "en-GB", assessment=assessment.id)
    assert not app.exception
    return [each.label for each in app.selectbox]


def test_without_published_figures_nobody_is_asked_for_a_group(page: Open, assessment: Assessment) -> None:
    assert "Group beside the result" not in _select(page, assessment)


def test_a_group_that_was_chosen_is_remembered(
    page: Open, desk: Desk, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = Edition("e1", "c1", "1", frozenset(), (), ())
    kept = KeptEdition(edition, "k", 1, DEPTH, "", DAY, invented=True)
    monkeypatch.setattr(Counter, "_editions", lambda *_: {"e1": Published("Hafenstädte", kept)})
    app = page("report", "en-GB", assessment=assessment.id)
    (group,) = (each for each in app.selectbox if each.label == "Group beside the result")
    assert "1 March 2026 · Hafenstädte" in group.options
    group.select("e1").run()
    assert not app.exception
    assert desk.reporting.choice(me(desk), assessment.id)["edition"] == "e1"
