"""A workbook carries the name and the colours of whoever hands it out."""

import io
from dataclasses import replace

import openpyxl

from models.branding import PLAIN, Branding
from reports.document import Report, Section, Table, cell
from reports.palette import PAPER
from reports.workbook.figures import write_figures

LOOK = Branding(name="Büro Nordlicht", main="#7A1F3D", accent="#005B4F")
TABLE = Table(head=(cell("Stadt"),), rows=((cell("Musterstadt"),),), widths=(1,), caption="Städte")


def book(branding: Branding) -> openpyxl.Workbook:
    """A report of one table as a workbook."""
    report = Report(
        language="de",
        title="Bericht",
        subject="Probe",
        date="2026-03-01",
        cover=None,
        contents_title=None,
        sections=(Section("one", (TABLE,)),),
        running_head="Bericht",
        running_foot="Musterstadt",
        draft_mark=None,
        attachments=(),
    )
    return openpyxl.load_workbook(io.BytesIO(write_figures(replace(report, branding=branding))))


def heads(made: openpyxl.Workbook) -> str:
    """The ground of the heads of the table."""
    return str(made.worksheets[1].cell(4, 1).fill.start_color.rgb)[2:]


def test_heads_take_the_main_colour_of_a_branding_and_ours_without_one() -> None:
    assert (heads(book(LOOK)), heads(book(PLAIN))) == ("7A1F3D", PAPER.heading[1:].upper())


def test_the_overview_names_who_hands_it_out() -> None:
    said = [each.value for each in book(LOOK).worksheets[0]["A"]]
    assert LOOK.name in said
