"""Reports and files: only what a person may read, only what was asked, and nothing kept."""

from pathlib import Path

import pypdfium2
import pytest
from starlette.testclient import TestClient

from assessment import wiring
from assessment.desk import Desk
from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from models.assessment import Assessment, AssessmentSettings
from reports import pdf, workbook
from reports.printing import once
from tests.house import me, somebody

SCAN = (QUESTIONNAIRES / "examples" / "talbrueck-quick-scan.yaml").read_bytes()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_quick_scan_comes_back_as_a_report_and_leaves_nothing(client: TestClient, desk: Desk, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    answer = client.post("/files/quick-scan.pdf?language=en", content=SCAN)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store"
    assert "Talbrück" in text_of(answer.content)
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_report_speaks_the_language_that_was_asked_for(client: TestClient, desk: Desk, language: str) -> None:
    answer = client.post(f"/files/quick-scan.pdf?language={language}", content=SCAN)
    pdf = pypdfium2.PdfDocument(answer.content)
    name = desk.library.quick_scans[0].dimensions[0].name.in_language("de" if language == "de" else "en")
    pdf.close()
    assert name in text_of(answer.content)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{{{{", 422),
        (b"questionnaire: quick-scan\nversion: '9.9.9'\ncity: X\n", 422),
        (b"questionnaire: urban-diplomacy\nversion: '1.0.0'\ncity: X\n", 422),
        (b"#" * 300_000, 413),
    ],
)
def test_what_is_no_quick_scan_gives_no_report(client: TestClient, desk: Desk, body: bytes, status: int) -> None:
    assert client.post("/files/quick-scan.pdf", content=body).status_code == status


def test_answers_cannot_be_sent_in_the_address(client: TestClient, desk: Desk) -> None:
    assert client.get("/files/quick-scan.pdf?QS01=3").headers["content-type"] != "application/pdf"


def test_an_assessment_comes_as_report(client: TestClient, assessment: Assessment) -> None:
    answer = client.get(f"/reports/{assessment.id}.pdf?language=de")
    assert answer.status_code == 200
    assert 'filename="probestadt-de.pdf"' in answer.headers["content-disposition"]
    assert "Probelauf" in text_of(answer.content)


@pytest.mark.parametrize(("kind", "ending"), [("mayor", "pdf"), ("council", "docx"), ("full", "xlsx")])
def test_other_kinds_come_in_their_forms(client: TestClient, assessment: Assessment, kind: str, ending: str) -> None:
    answer = client.get(f"/reports/{assessment.id}.{ending}?language=en&kind={kind}")
    assert answer.status_code == 200
    usual = "" if kind == "full" else f"-{kind}"
    assert f'filename="probestadt{usual}-en.{ending}"' in answer.headers["content-disposition"]


def test_a_report_that_is_not_to_name_the_city_names_it_nowhere(client: TestClient, assessment: Assessment) -> None:
    answer = client.get(f"/reports/{assessment.id}.pdf?language=de&anonymous=yes")
    assert "robestadt" not in text_of(answer.content) + str(answer.headers)
    assert "robestadt" not in pdf.read_attachment(answer.content, "inputs.json").decode()


def test_a_report_of_an_unknown_kind_or_form_is_the_usual_one_or_none(
    client: TestClient, assessment: Assessment
) -> None:
    assert client.get(f"/reports/{assessment.id}.exe").status_code == 404
    odd = client.get(f"/reports/{assessment.id}.pdf?kind=../x&version=%00&sections=,,&look=a/b&target=../../x")
    assert odd.status_code == 200
    nothing = client.get(f"/reports/{assessment.id}.pdf?sections=nowhere")
    assert nothing.status_code == 422


def test_the_public_version_hides_what_only_the_city_may_know(client: TestClient, assessment: Assessment) -> None:
    wiring.desk().answering.annotate(me(wiring.desk()), assessment.id, "GOV.1.O1", "note", "Geheimvermerk", seen=0)
    internal, public = (
        text_of(client.get(f"/reports/{assessment.id}.pdf?version={version}").content)
        for version in ("internal", "public")
    )
    assert "Geheimvermerk" in internal
    assert "Geheimvermerk" not in public


def test_an_assessment_comes_as_answers_file_and_as_workbook(client: TestClient, assessment: Assessment) -> None:
    library = load_library(QUESTIONNAIRES)
    yaml = parse_answers(client.get(f"/files/{assessment.id}.yaml").content, "a.yaml", library)
    book = workbook.read(client.get(f"/files/{assessment.id}.xlsx").content, "a.xlsx", library).answers
    assert dict(yaml.ratings) == dict(book.ratings)
    assert yaml.ratings["GOV.1.O1"].rating == "F"


@pytest.mark.parametrize("address", ["/reports/{}.pdf", "/files/{}.yaml", "/files/{}.xlsx", "/files/{}.exe"])
def test_a_foreign_assessment_answers_as_one_that_does_not_exist(client: TestClient, desk: Desk, address: str) -> None:
    elsewhere = desk.people.found(me(desk), "Anderswo")
    otto = somebody(desk, "otto", "lead", elsewhere.id).actor
    foreign = desk.assessments.begin(otto, "urban-diplomacy", "Anderswo", "Geheim", AssessmentSettings())
    answers = [client.get(address.format(wanted)) for wanted in (foreign.id, "0" * 24, "nonsense", "%2e%2e")]
    assert {(each.status_code, each.text, str(sorted(each.headers.items()))) for each in answers} == {
        (404, "not found", str(sorted(answers[0].headers.items())))
    }


def test_the_sample_report_says_that_it_is_invented(client: TestClient, desk: Desk) -> None:
    text = text_of(client.get("/files/sample-report.pdf?language=en").content)
    assert "Brückenhafen" in text
    assert "Invented example" in text


@pytest.mark.parametrize("questionnaire", ["quick-scan", "urban-diplomacy"])
def test_every_questionnaire_can_be_taken_home_empty(client: TestClient, desk: Desk, questionnaire: str) -> None:
    paper = client.get(f"/files/empty/{questionnaire}.pdf?language=de")
    book = client.get(f"/files/empty/{questionnaire}.xlsx?language=de")
    assert text_of(paper.content)
    assert workbook.is_workbook(book.content)
    assert client.get(f"/files/empty/{questionnaire}.exe").status_code == 404
    assert client.get("/files/empty/unknown.pdf").status_code == 404


def test_a_report_that_takes_too_long_is_given_up(
    client: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "SECONDS", 0.01)
    answer = client.post("/files/quick-scan.pdf", content=SCAN)
    assert answer.status_code == 422
    assert "0.01 Sekunden" in answer.text


def test_city_names_become_file_names_that_every_system_takes(client: TestClient, desk: Desk) -> None:
    body = SCAN.replace(b"city: Talbr\xc3\xbcck", 'city: "Groß-Ä/..\\\\\\"ß 東京"'.encode())
    assert body != SCAN
    disposition = client.post("/files/quick-scan.pdf?language=de", content=body).headers["content-disposition"]
    assert disposition == 'attachment; filename="gross-ae-ss-dongjing-de.pdf"'


def test_health_says_how_things_are_and_nothing_about_anybody(client: TestClient, assessment: Assessment) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert {check["name"] for check in ready.json()["checks"]} >= {"database", "sqlite"}
    assert "Probestadt" not in ready.text
