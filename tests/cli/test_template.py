"""`template`: blank questionnaires that can be filled in and come back."""

from pathlib import Path

import pypdfium2
import pytest

from models.authored import LANGUAGES, Language
from tests.cli.conftest import Run
from tests.reports.spreadsheets import Spreadsheet

QUESTIONNAIRES = ("urban-diplomacy", "quick-scan")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
def test_a_text_file_with_a_city_is_a_whole_answers_file(
    run: Run, tmp_path: Path, questionnaire: str, language: Language
) -> None:
    path = tmp_path / "answers.yaml"
    run("template", "--questionnaire", questionnaire, "--format", "yaml", "--language", language, "-o", path)
    path.write_text(path.read_text(encoding="utf-8").replace("city:", "city: Musterstadt", 1), encoding="utf-8")
    outcome = run("score", "--answers", path, "--json")
    assert outcome.code == 0
    assert outcome.json["counts"]["rated"] == 0


def test_a_text_file_without_a_city_asks_for_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    run("template", "--questionnaire", "quick-scan", "--format", "yaml", "-o", path)
    (problem,) = run("check", path, "--json").json["problems"]
    assert problem["path"] == "city"


def test_a_text_file_shows_each_question_beside_its_id(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    words = ("--questionnaire", "urban-diplomacy", "--format", "yaml", "--processes", "GOV.1", "--levels", "1")
    run("template", *words, "--language", "de", "-o", path)
    text = path.read_text(encoding="utf-8")
    assert (
        "  GOV.1.O1:  # Rat oder Stadtspitze haben entschieden, dass und warum die Stadt international handelt.\n"
        in text
    )
    assert "GOV.2" not in text
    assert "GP2.1" not in text


def test_ratings_written_behind_the_colons_are_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    words = ("--questionnaire", "urban-diplomacy", "--format", "yaml", "--processes", "GOV.1", "--levels", "1")
    run("template", *words, "-o", path)
    text = path.read_text(encoding="utf-8").replace("city:", "city: X")
    path.write_text(text.replace(".O1:", ".O1: F").replace(".O2:", ".O2: L"), encoding="utf-8")
    attribute = run("score", "--answers", path, "--json").json["processes"]["GOV.1"]["attributes"]["PA1.1"]
    assert (attribute["low"], attribute["high"]) == ("P", "F")


def test_a_workbook_asks_about_what_was_wanted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "basic.xlsx"
    words = ("--questionnaire", "urban-diplomacy", "--format", "xlsx", "--processes", "basic", "--levels", "2")
    assert run("template", *words, "-o", path).code == 0
    ids = set(Spreadsheet(path.read_bytes()).ids())
    assert {each for each in ids if each.count(".") == 1} == {
        *("GOV.1", "GOV.3", "GOV.4", "PAR.1", "PAR.2", "PAR.4", "MLD.1", "REP.1", "SOC.1")
    }
    assert not any(".GP3" in each for each in ids)


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
def test_paper_shows_the_ids_under_which_answers_are_typed_in(run: Run, tmp_path: Path, questionnaire: str) -> None:
    path = tmp_path / "paper.pdf"
    only = ("--processes", "GOV.1") if questionnaire == "urban-diplomacy" else ()
    assert run("template", "--questionnaire", questionnaire, "--format", "pdf", *only, "-o", path).code == 0
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert ("GOV.1.O1" if only else "QS01") in text
    assert "GOV.2" not in text or not only


def test_programs_are_told_what_was_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "scan.xlsx"
    outcome = run("template", "--questionnaire", "quick-scan", "--format", "xlsx", "-o", path, "--json")
    assert outcome.json == {"written": [str(path)]}


@pytest.mark.parametrize("form", ["xlsx", "yaml", "pdf"])
def test_a_file_with_answers_is_only_replaced_by_force(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "answers"
    path.write_text("our own")
    words = ("template", "--questionnaire", "quick-scan", "--format", form, "-o", path)
    outcome = run(*words)
    assert (outcome.code, path.read_text()) == (1, "our own")
    assert "--force" in outcome.err
    assert run(*words, "--force").code == 0
    assert path.read_bytes() != b"our own"
    assert run(*words).code == 0
