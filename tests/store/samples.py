"""People, an assessment and changes to put into a store."""

import datetime

from models.assessment import Assessment, AssessmentSettings, Change, City, EventKind, Field, Rated, Value
from models.people import Actor

MOMENT = datetime.datetime(2026, 3, 1, 14, 2, 3, 456789, tzinfo=datetime.UTC)
ANNA = Actor("anna", "Anna")
BEN = Actor("ben", None)

L, F = Rated("rated", "L"), Rated("rated", "F")


def an_assessment(key: str = "a1", city: str = "c1") -> Assessment:
    """An assessment with every setting filled."""
    return Assessment(
        id=key,
        city=City(city, f"City {city}"),
        title="Ein Titel",
        questionnaire="urban-diplomacy",
        questionnaire_version="1.0.0",
        digest="d" * 64,
        rules_digest="r" * 64,
        settings=AssessmentSettings("iso-33020-2015", "mean", 6, 3, ("GOV.1", "GOV.2"), ("GOV.2",)),
        state="draft",
        invented=True,
        created=MOMENT,
    )


def change(
    value: Value | None,
    seen: int,
    op: str,
    *,
    indicator: str = "GOV.1.O1",
    field: Field = "rating",
    kind: EventKind = "set",
    author: str = "anna",
    assessment: str = "a1",
) -> Change:
    """A wish to change one field."""
    return Change(assessment, indicator, field, value, seen, op, kind, author, MOMENT)
