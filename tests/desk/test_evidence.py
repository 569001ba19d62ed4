"""Files as evidence: only what may be kept, named as people do, gone from sight with the line and back with undo."""

from dataclasses import replace

import pytest

from assessment.desk import Desk, Sources, Stores, make_desk
from assessment.desk.errors import NotAccepted, NotFound
from assessment.desk.filetypes import UNPACKED_LIMIT
from models.assessment import EVIDENCE_LIMIT, Assessment, Conflict
from models.evidence import FILE_LIMIT
from models.questionnaire import Library
from tests.desk.conftest import LEAD, saved
from tests.files import DOCX, ODT, PDF, TXT, XLSX, inflating, jpeg, package, png

O1 = "GOV.1.O1"


def evidence(desk: Desk, begun: Assessment) -> tuple[str, ...]:
    return desk.answering.question(LEAD, begun.id, O1).answer.evidence


def names(desk: Desk, begun: Assessment) -> list[str]:
    return [each.name for each in desk.evidence.files(LEAD, begun.id, O1)]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.PNG", png(), "image/png"),
        ("a.jpg", jpeg(), "image/jpeg"),
        ("a.jpeg", jpeg(), "image/jpeg"),
        ("a.jpeg", jpeg(comments=200), "image/jpeg"),
        ("a.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.odt", ODT, "application/vnd.oasis.opendocument.text"),
        ("a.txt", TXT, "text/plain"),
        ("a.txt", TXT.decode().encode("cp1252"), "text/plain"),
    ],
)
def test_every_kind_comes_back_as_it_went_in(
    desk: Desk, begun: Assessment, name: str, content: bytes, media_type: str
) -> None:
    file = desk.evidence.attach(LEAD, begun.id, O1, name, content)
    assert desk.evidence.fetch(LEAD, begun.id, file.id) == (file, content)
    assert (file.media_type, file.size, evidence(desk, begun)) == (media_type, len(content), (name,))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.html", b"<script>alert(1)</script>"),
        ("a.exe", b"MZ"),
        ("a", TXT),
        (".pdf", PDF),
        ("a.pdf", TXT),
        ("a.pdf", b"<html>" + PDF),
        ("a.pdf", PDF[:20]),
        ("a.png", jpeg()),
        ("a.png", png()[:40]),
        ("a.png", png(60_000, 60_000)),
        ("a.png", png(0, 5)),
        ("a.jpg", jpeg(60_000, 60_000)),
        ("a.jpg", b"\xff\xd8\xff" + b"\xff" * 50),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x00" * 9),
        # As many steps as bytes would keep everybody else waiting for seconds.
        ("a.jpg", jpeg(comments=1).replace(b"\xff\xd8", b"\xff\xd8" + b"\xff" * 5_000)),
        ("a.jpg", jpeg(comments=5_000)),
        ("a.docx", XLSX),
        ("a.docx", package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        ("a.docx", package("[Content_Types].xml", "word/document.xml", "../../outside")),
        ("a.docx", package("[Content_Types].xml", "word/document.xml", "..\\outside")),
        ("a.docx", package("[Content_Types].xml", "word/document.xml", "/etc/outside")),
        ("a.docx", inflating(UNPACKED_LIMIT + 1)),
        ("a.docx", DOCX[:-10]),
        ("a.xlsx", DOCX),
        ("a.odt", package("mimetype", "content.xml")),
        ("a.odt", package("content.xml", "Basic/x", first=("mimetype", "application/vnd.oasis.opendocument.text"))),
        ("a.txt", b""),
        ("a.txt", b"text\x00more"),
        ("a.txt", "Städte".encode("utf-16")),
        ("a.txt", b"\x7fELF"),
        ("a.txt", b"x" * (FILE_LIMIT + 1)),
    ],
)
def test_what_is_not_what_its_name_says_is_refused_and_nothing_kept(
    desk: Desk, begun: Assessment, name: str, content: bytes
) -> None:
    with pytest.raises(NotAccepted):
        desk.evidence.attach(LEAD, begun.id, O1, name, content)
    assert evidence(desk, begun) == ()
    assert desk.evidence.kept.of_question(begun.id, O1) == ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Akten\\Beschluss 12.txt", "Beschluss 12.txt"),
        ("Be\nschluss\u202etxt.txt", "Beschlusstxt.txt"),
        ('a"b<c>.txt', "abc.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
        ("  Ra\u0308te .txt", "R\u00e4te .txt"),
    ],
)
def test_a_name_is_made_decent(desk: Desk, begun: Assessment, written: str, kept: str) -> None:
    assert desk.evidence.attach(LEAD, begun.id, O1, written, TXT).name == kept


def test_taking_files_out_of_sight_makes_no_room_for_ever_more_of_them(
    desk: Desk, begun: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.memory.ASSESSMENT_LIMIT", 10)
    for content in (b"eins", b"zwei"):
        desk.evidence.attach(LEAD, begun.id, O1, "a.txt", content)
    desk.evidence.remove(LEAD, begun.id, O1, "a.txt")
    with pytest.raises(NotAccepted):
        desk.evidence.attach(LEAD, begun.id, O1, "a.txt", b"drei")
    assert evidence(desk, begun) == ("a (2).txt",)
    desk.redacting.redact(LEAD, begun.id, O1, "evidence")
    desk.evidence.attach(LEAD, begun.id, O1, "a.txt", b"drei")


def test_a_file_for_which_the_disk_has_no_space_is_refused_and_nothing_kept(
    library: Library, stores: Stores, sources: Sources, begun: Assessment
) -> None:
    desk = make_desk(library, stores, replace(sources, space=lambda size: size < 5))
    desk.evidence.attach(LEAD, begun.id, O1, "a.txt", b"eins")
    with pytest.raises(NotAccepted):
        desk.evidence.attach(LEAD, begun.id, O1, "b.txt", b"zwei!")
    assert names(desk, begun) == ["a.txt"]


def test_two_files_of_one_name_are_told_apart_and_one_file_twice_is_one(desk: Desk, begun: Assessment) -> None:
    for content in (b"eins", b"zwei", b"zwei", b"eins"):
        desk.evidence.attach(LEAD, begun.id, O1, "Beschluss.txt", content)
    assert names(desk, begun) == ["Beschluss.txt", "Beschluss (2).txt"]


def test_taking_the_name_out_takes_the_file_out_of_sight_and_undo_brings_it_back(desk: Desk, begun: Assessment) -> None:
    file = desk.evidence.attach(LEAD, begun.id, O1, "a.txt", TXT)
    desk.evidence.remove(LEAD, begun.id, O1, "a.txt")
    assert names(desk, begun) == []
    with pytest.raises(NotFound):
        desk.evidence.fetch(LEAD, begun.id, file.id)
    desk.answering.undo(LEAD, begun.id, O1, "evidence", seen=2)
    assert desk.evidence.fetch(LEAD, begun.id, file.id)[1] == TXT


def test_a_file_of_another_assessment_is_not_found(desk: Desk, begun: Assessment) -> None:
    file = desk.evidence.attach(LEAD, begun.id, O1, "a.txt", TXT)
    other = desk.assessments.begin(LEAD, begun.questionnaire, "Musterstadt", "Zweite", begun.settings)
    desk.evidence.attach(LEAD, other.id, O1, "a.txt", b"other")
    with pytest.raises(NotFound):
        desk.evidence.fetch(LEAD, other.id, file.id)


def test_lines_of_text_are_written_beside_the_files(desk: Desk, begun: Assessment) -> None:
    desk.evidence.attach(LEAD, begun.id, O1, "a.txt", TXT)
    saved(desk.evidence.write(LEAD, begun.id, O1, ["Beschluss 17", "https://example.org"], seen=1))
    assert evidence(desk, begun) == ("Beschluss 17", "https://example.org", "a.txt")
    saved(desk.evidence.write(LEAD, begun.id, O1, [], seen=2))
    assert evidence(desk, begun) == ("a.txt",)


def test_a_file_that_came_while_somebody_wrote_is_no_conflict(desk: Desk, begun: Assessment) -> None:
    desk.evidence.write(LEAD, begun.id, O1, ["Beschluss 17"], seen=0)
    desk.evidence.attach(LEAD, begun.id, O1, "a.txt", TXT)
    saved(desk.evidence.write(LEAD, begun.id, O1, ["Beschluss 17", "Beschluss 18"], seen=1))
    assert evidence(desk, begun) == ("Beschluss 17", "Beschluss 18", "a.txt")


def test_two_texts_are_a_conflict_also_beside_a_file(desk: Desk, begun: Assessment) -> None:
    desk.evidence.write(LEAD, begun.id, O1, ["Beschluss 17"], seen=0)
    desk.evidence.attach(LEAD, begun.id, O1, "a.txt", TXT)
    assert isinstance(desk.evidence.write(LEAD, begun.id, O1, ["Beschluss 18"], seen=0), Conflict)


def test_no_more_pieces_fit_than_the_limit_and_the_file_too_many_is_not_kept(desk: Desk, begun: Assessment) -> None:
    lines = [f"Beleg {number}" for number in range(EVIDENCE_LIMIT)]
    desk.evidence.write(LEAD, begun.id, O1, lines, seen=0)
    with pytest.raises(NotAccepted, match="21"):
        desk.evidence.attach(LEAD, begun.id, O1, "a.txt", TXT)
    assert desk.evidence.kept.of_question(begun.id, O1) == ()


def test_a_closed_answer_takes_no_file(desk: Desk, begun: Assessment) -> None:
    desk.assessments.archive(LEAD, begun.id, seen=1)
    with pytest.raises(NotAccepted):
        desk.evidence.may_attach(LEAD, begun.id, O1)


def test_an_export_names_the_file(desk: Desk, begun: Assessment) -> None:
    desk.evidence.attach(LEAD, begun.id, O1, "Ratsbeschluss.pdf", PDF)
    assert desk.exchange.export(LEAD, begun.id).ratings[O1].evidence == ("Ratsbeschluss.pdf",)
