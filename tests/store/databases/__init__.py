"""Databases as each revision of the tables left them, and beside each what people had put into it, as text.

`python -m tests.store.databases` writes those of the newest revision, made by the program as it is. Once a version
with that revision was released they are never written anew: they stand for what people really have.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from models.assessment import Assessment, AssessmentSettings, Rated, StoredField, Value
from models.pages import Page
from store.answers import SqlAnswers
from store.assessments import SqlAssessments
from store.database import Database
from store.pages import SqlPages
from tests.store.samples import ANNA, BEN, MOMENT, F, L, an_assessment, change

FOLDER = Path(__file__).parent

_PRIVACY, _CONTACT = "privacy", "contact"
_taken_in = partial(change, kind="import", assessment="a2", author=BEN.id)
_FIRST_ANSWERS = (
    _taken_in(Rated("not_applicable", reason="Wird vom Landkreis erledigt"), 0, "op0"),
    _taken_in(Rated("dont_know"), 0, "op1", indicator="GOV.1.O2"),
    _taken_in("low", 0, "op2", indicator="GOV.1.O2", field="confidence"),
)
_CHANGES = (
    change(L, 0, "op0"),
    change(F, 1, "op1"),
    change(L, 2, "op2", kind="undo"),
    change('Städtepartnerschaft – 東京 🤝 "Zitat"\nzweite Zeile\t<b>', 0, "op3", field="note"),
    change(("Ratsbeschluss 12/2024", "https://example.org/beschluss?a=1&b=2"), 0, "op4", field="evidence"),
    change("high", 0, "op5", field="confidence"),
    change("gehört nicht zu GOV.1", 0, "op6", field="note", indicator="GOV.10.O1"),
    change("wird gleich gelöscht", 0, "op7", field="note", indicator="GOV.2.O1"),
    change(None, 1, "op8", field="note", indicator="GOV.2.O1", kind="clear"),
)


def fill(database: Database) -> None:
    """Puts in people, three assessments in two cities, answers of every kind with their history, and pages."""
    assessments = SqlAssessments(database)
    for person in (ANNA, BEN):
        assessments.remember(person)
    assessments.add(an_assessment("a1"), ANNA.id)
    usual = replace(an_assessment("a2", "c2"), settings=AssessmentSettings(scope="basic"), invented=False)
    assessments.add(usual, BEN.id, _FIRST_ANSWERS)
    assessments.add(an_assessment("a3", "c2"), ANNA.id)
    assessments.replace(replace(an_assessment("a3", "c2"), state="closed", version=2))
    for each in _CHANGES:
        SqlAnswers(database).save([each])
    SqlAnswers(database).decline(change(F, 1, "op9", author=BEN.id, kind="declined"))
    pages = SqlPages(database)
    for version, text in enumerate(("# Datenschutz", "# Datenschutz\n\nZweite Fassung"), start=1):
        pages.add(Page(_PRIVACY, "de", version, text, at=MOMENT), ANNA.id)
    pages.add(Page(_CONTACT, "en", 1, "Write to us", at=MOMENT), BEN.id)


def holdings(database: Database) -> str:
    """Everything people had put in, as the program reads it now."""
    return "\n".join(_holdings(database)) + "\n"


def _holdings(database: Database) -> Iterator[str]:
    assessments, answers, pages = SqlAssessments(database), SqlAnswers(database), SqlPages(database)
    for person in (ANNA, BEN):
        yield f"{person.id} belongs to {[city.name for city in assessments.cities_of(person.id)]}"
    for key in ("a1", "a2", "a3"):
        found = assessments.get(key)
        assert found is not None
        yield f"\nassessment {key}: {_head(found)}"
        for indicator, stored in answers.answers(key).items():
            yield from (f"{indicator} {name}: {_told(field)}" for name, field in sorted(stored.fields.items()))
            for event in answers.history(key, indicator):
                yield f"  {event.number} {event.field} v{event.version} {event.kind}: {_value(event.value)}"
                yield f"    {event.author} at {event.at.isoformat()}"
    yield ""
    for name, language in ((_PRIVACY, "de"), (_CONTACT, "en")):
        for page in pages.versions(name, language):
            yield f"{name} {language} v{page.version} {page.author} at {page.at}: {page.text!r}"


def _head(of: Assessment) -> str:
    settings = of.settings
    chosen = (
        settings.framework,
        settings.method,
        settings.scale,
        settings.highest_level,
        settings.scope,
        settings.chosen,
    )
    about = (of.city.id, of.city.name, of.title, of.questionnaire, of.questionnaire_version, of.digest, of.rules_digest)
    return f"{about}\n  {chosen}\n  {(of.state, of.invented, of.created.isoformat(), of.version)}"


def _value(value: Value | None) -> str:
    return f"{value.state}, {value.rating}, {value.reason}" if isinstance(value, Rated) else repr(value)


def _told(field: StoredField) -> str:
    return f"{_value(field.value)} v{field.version} by {field.author} at {field.at.isoformat()}"
