"""What is kept around reports: the same promises in memory, on SQLite and on PostgreSQL."""

from dataclasses import replace

from models.audit import Note
from models.branding import Branding, Owner
from models.reporting import Step
from tests.store.conftest import Kept
from tests.store.samples import MOMENT

CITY, CONSULTANT = Owner("city", "c1"), Owner("person", "anna")
LOOK = Branding("Büro", b"\x89PNG\0\xff", "#7A1F3D", "#9A4A00", "Fuß", "Nur für den Rat")
STEP = Step(1, "fact check", "anna", "Anna", MOMENT)


def _said(kept: Kept, text: str | None, seen: int, section: str = "summary", person: str = "anna") -> bool:
    return kept.reports.reports.keep_comment("a1", section, text, seen=seen, person=person, at=MOMENT)


def test_a_look_comes_back_as_it_was_kept(kept: Kept) -> None:
    assert kept.reports.brandings.of(CITY) is None
    assert kept.reports.brandings.keep(CITY, LOOK, seen=0, person="anna", at=MOMENT)
    found = kept.reports.brandings.of(CITY)
    assert found is not None
    assert (found.branding, found.version, found.person, found.at) == (LOOK, 1, "anna", MOMENT)
    assert kept.reports.brandings.of(CONSULTANT) is None


def test_nobody_overwrites_a_look_unseen(kept: Kept) -> None:
    store = kept.reports.brandings
    assert store.keep(CITY, LOOK, seen=0, person="anna", at=MOMENT)
    assert not store.keep(CITY, Branding("B"), seen=0, person="ben", at=MOMENT)
    assert store.keep(CITY, Branding("C"), seen=1, person="ben", at=MOMENT)
    assert not store.keep(CITY, Branding("D"), seen=1, person="anna", at=MOMENT)
    found = store.of(CITY)
    assert found is not None
    assert (found.branding.name, found.branding.logo, found.version) == ("C", None, 2)


def test_comments_are_kept_by_section_with_their_author(kept: Kept) -> None:
    assert _said(kept, "zum Stand", 0)
    assert _said(kept, "zum Profil", 0, "profile", "ben")
    assert [(each.section, each.text, each.author) for each in kept.reports.reports.comments("a1")] == [
        ("profile", "zum Profil", None),
        ("summary", "zum Stand", "Anna"),
    ]
    assert kept.reports.reports.comments("a2") == ()


def test_nobody_overwrites_a_comment_unseen(kept: Kept) -> None:
    assert _said(kept, "eins", 0)
    assert not _said(kept, "zwei", 0)
    assert _said(kept, "drei", 1)
    assert not _said(kept, None, 1)
    assert _said(kept, None, 2)
    assert kept.reports.reports.comments("a1") == ()
    assert _said(kept, "vier", 0)


def test_steps_come_in_order_and_each_number_once(kept: Kept) -> None:
    store = kept.reports.reports
    assert store.standing("a1").state == "draft"
    assert store.step("a1", STEP)
    assert not store.step("a1", replace(STEP, state="confirmed", person="ben"))
    second = Step(2, "draft", "ben", None, MOMENT, "Zahl falsch", '{"a": 1}')
    assert store.step("a1", second)
    assert store.standing("a1").steps == (STEP, second)
    assert store.standing("a1").state == "draft"


def test_a_choice_belongs_to_one_person_and_one_assessment(kept: Kept) -> None:
    store = kept.reports.reports
    assert store.choice("anna", "a1") == {}
    store.remember("anna", "a1", {"kind": "mayor"})
    store.remember("anna", "a1", {"kind": "full", "language": "en"})
    assert store.choice("anna", "a1") == {"kind": "full", "language": "en"}
    assert store.choice("ben", "a1") == {}


def test_deleting_an_assessment_erases_what_was_around_its_reports(kept: Kept) -> None:
    _said(kept, "weg", 0)
    kept.reports.reports.step("a1", STEP)
    kept.reports.reports.remember("anna", "a1", {"kind": "full"})
    kept.assessments.delete("a1")
    assert kept.reports.reports.comments("a1") == ()
    assert kept.reports.reports.standing("a1").steps == ()
    assert kept.reports.reports.choice("anna", "a1") == {}


def test_a_note_is_kept_only_with_what_it_is_about(kept: Kept) -> None:
    note = Note(MOMENT, "anna", "release report", "assessment", "a1", "c1", {"how": "fact check"})
    assert kept.reports.reports.step("a1", STEP, note=note)
    assert not kept.reports.reports.step("a1", STEP, note=note)
