"""A person with a spreadsheet program: opens a workbook, types into cells, saves it."""

import io
from collections.abc import Iterator
from datetime import date

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from locales.words import words
from models.answers import Answers
from models.authored import Language
from models.questionnaire import Questionnaire
from reports.workbook import write

CellSays = str | bool | float | date | None


class Spreadsheet:
    """A workbook in the hands of a person."""

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(io.BytesIO(data))

    @property
    def guide(self) -> Worksheet:
        return self.book.worksheets[0]

    @property
    def details(self) -> Worksheet:
        return self.book.worksheets[1]

    @property
    def answers(self) -> Worksheet:
        return self.book.worksheets[2]

    @property
    def header(self) -> list[str]:
        return [str(cell.value) for cell in self.answers[1]]

    def ids(self) -> Iterator[str]:
        return (str(cell.value) for cell in self.answers["A"][1:] if cell.value is not None)

    def cell(self, answer_id: str, column: str) -> Cell:
        row = next(cell.row for cell in self.answers["A"] if cell.value == answer_id)
        cell = self.answers.cell(row, self.header.index(column) + 1)
        assert isinstance(cell, Cell)
        return cell

    def answer(self, answer_id: str, rating: CellSays = None, **columns: CellSays) -> None:
        for column, value in {"rating": rating, **columns}.items():
            if value is not None:
                self.cell(answer_id, column).value = value

    def detail(self, key: str, value: CellSays) -> None:
        self.detail_cell(key).value = value

    def detail_cell(self, key: str) -> Cell:
        cell = next(row[1] for row in self.details.iter_rows() if row[0].value == key)
        assert isinstance(cell, Cell)
        return cell

    def saved(self) -> bytes:
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()


def blank(questionnaire: Questionnaire, language: Language = "en", **settings: object) -> Spreadsheet:
    """A blank workbook, opened."""
    answers = Answers(questionnaire.id, questionnaire.version, "", language=language, **settings)  # type: ignore[arg-type]
    return Spreadsheet(write(questionnaire, answers, words(language)))
