"""A report that leaves out the city's name holds neither it nor anybody's in any form, visible or not."""

import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest

from assessment.loading import dump_answers
from models.answers import Answer
from models.branding import Branding
from models.measures import Measure
from reports import pdf
from reports.company import Before, Company
from reports.content.case import Outside
from reports.kinds import KINDS
from reports.order import Order, printed, report_of
from reports.provenance.checking import check
from reports.provenance.inputs import INPUTS
from tests.reports.handed_out import answers, library
from tests.reports.test_provenance import EDITION

CITY, PERSON, GROUP = "Xylopolis", "Zebulonia", "Quermaten"
NAMES = (CITY, PERSON, GROUP)
TOLD = f"{CITY}, {PERSON}"
KINDS_AND_FORMS = [
    (kind.id, form)
    for kind in KINDS.values()
    if not {"published figures", "measures"} & set(kind.needs)
    for form in kind.forms
]
"""Measures are the city's own words, so no unnamed report is about them."""


@cache
def order(kind: str, form: str = "pdf", *, anonymous: bool = True) -> Order:
    """A report with the names of a city, of its people and of its group wherever anything can be written."""
    given = answers("talbrueck-quick-scan" if kind == "quick-scan" else "birkenfurt")
    ratings = {
        key: replace(each, note=TOLD, evidence=(TOLD,), reason=each.reason and TOLD)
        for key, each in given.ratings.items()
    }
    if kind != "quick-scan":
        ratings["GOV.1.O1"] = Answer("not_applicable", reason=TOLD, note=TOLD)
    named = dump_answers(replace(given, city=CITY, ratings=ratings))
    company = Company(
        aim_name="Solide",
        aim={"GOV.1": 2},
        before=Before(f"{CITY} 2024", named, day="2024-05-01"),
        row=(Before(f"{CITY} 2024", named, day="2024-05-01", revision=1),),
        outside=(Outside(PERSON, ratings),),
        edition=replace(EDITION, cohort=GROUP),
        group=GROUP,
        published=datetime.date(2025, 5, 1),
        measures=(Measure("m1", CITY, TOLD, "GOV.1", level=2, owner=PERSON, note=TOLD),),
        comments={"summary": TOLD, "cover": TOLD},
        authors={"summary": PERSON},
    )
    look = Branding(name=CITY, main="#7A1F3D", footer=TOLD, confidentiality=TOLD)
    return Order(
        named, kind, form, "de", title=TOLD, anonymous=anonymous, company=company, branding=look, city=CITY,  # type: ignore[arg-type]
    )  # fmt: skip


def _of_pdf(data: bytes) -> Iterator[str]:
    """What can be read in a PDF, and what stands in it without being seen."""
    document = pypdfium2.PdfDocument(data)
    yield "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    yield pdf.read_attachment(data, INPUTS).decode()
    with pikepdf.open(io.BytesIO(data)) as opened:
        for each in opened.objects:
            yield repr(each)
            if isinstance(each, pikepdf.Stream) and "/Length1" not in each:
                yield each.read_bytes().decode("latin-1")


def everything(data: bytes, form: str) -> str:
    """All text in a file, wherever it stands."""
    if form == "pdf":
        return "\n".join(_of_pdf(data))
    if form == "txt":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return "\n".join([*opened.namelist(), *(opened.read(each).decode("latin-1") for each in opened.namelist())])


@pytest.mark.parametrize(("kind", "form"), KINDS_AND_FORMS)
def test_no_form_of_a_kind_holds_a_name(kind: str, form: str) -> None:
    text = everything(printed(order(kind, form), library()), form)
    assert [name for name in NAMES if name in text] == []


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_with_names_they_are_found_by_the_same_search(form: str) -> None:
    text = everything(printed(order("mayor", form, anonymous=False), library()), form)
    assert [name for name in (CITY, PERSON) if name not in text] == []


@pytest.mark.parametrize("kind", ["full", "mayor", "council", "two-dates", "quick-scan"])
def test_it_can_be_checked_like_any_other(kind: str) -> None:
    verdict = check(printed(order(kind), library()), "report.pdf", library())
    assert (verdict.problems, verdict.looks, verdict.version) == ((), True, "public")


def test_a_reason_is_replaced_and_not_taken_for_a_missing_one() -> None:
    shown = str(report_of(order("full"), library()).sections)
    assert "Der Grund wird hier nicht gezeigt." in shown
