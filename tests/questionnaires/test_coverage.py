"""Every statement of the founding documents is covered, and the page about it says the same as the data."""

import re

import pytest

from tests.questionnaires.content import ROOT, Content

PAGE = ROOT / "docs" / "method" / "coverage.md"
ROW = re.compile(r"^\| (S\d\.\d+) \| (.+) \| (.+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def page() -> dict[str, tuple[str, tuple[str, ...]]]:
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    return {statement: (paraphrase, tuple(processes.split(", "))) for statement, paraphrase, processes in rows}


def test_every_statement_is_covered_by_processes_that_exist(content: Content) -> None:
    astray = {statement for statement, covering in content.statements.items() if not content.process_ids >= {*covering}}
    assert astray == set()


def test_processes_and_statements_name_each_other(content: Content) -> None:
    from_processes = {(reference, process.id) for process in content.processes for reference in process.founding_refs}
    from_statements = {(statement, each) for statement, covering in content.statements.items() for each in covering}
    assert from_processes == from_statements


def test_every_process_covers_something(content: Content) -> None:
    assert [process.id for process in content.processes if not process.founding_refs] == []


def test_the_page_names_the_same_processes_as_the_data(
    content: Content, page: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    assert {statement: processes for statement, (_, processes) in page.items()} == content.statements


def test_the_page_paraphrases_as_the_data_does(content: Content, page: dict[str, tuple[str, tuple[str, ...]]]) -> None:
    documents = content.founding_documents
    written = {each.id: each.paraphrase for document in documents for each in document.statements}
    assert {statement: paraphrase for statement, (paraphrase, _) in page.items()} == written


def test_the_page_has_a_heading_for_each_founding_document(content: Content) -> None:
    headings = re.findall(r"^## (S\d): (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [(document.id, document.source) for document in content.founding_documents]


def test_the_page_crosses_to_the_g20_principles_with_processes_that_exist(content: Content) -> None:
    crosswalk = PAGE.read_text(encoding="utf-8").partition("## The ten G20")[2]
    named = re.findall(r"[A-Z]{3}\.\d", crosswalk)
    assert set(named) - content.process_ids == set()
