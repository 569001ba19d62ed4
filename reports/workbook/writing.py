"""Makes a workbook from answers: a blank form where nothing is answered yet, a filled one otherwise."""

import io

from openpyxl import Workbook

from locales.words import Words
from models.answers import Answers
from models.questionnaire import Questionnaire, QuickScan
from reports.workbook.guide import guide
from reports.workbook.head import head
from reports.workbook.lines import lines
from reports.workbook.painting import paint_answers, paint_guide, paint_head


def write(questionnaire: Questionnaire, answers: Answers, words: Words) -> bytes:
    """The workbook for these answers, in the language of `words`.

    Scope and highest level of the answers decide what is asked; what was answered beyond them is kept.
    Raises `InputRefused` where a text is longer than a cell can hold.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    paint_guide(book, guide(questionnaire, answers, words), words)
    paint_head(book, head(questionnaire, answers, words), words)
    paint_answers(book, tuple(lines(questionnaire, answers, words)), words)
    _describe(book, questionnaire, words)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _describe(book: Workbook, questionnaire: Questionnaire, words: Words) -> None:
    name = questionnaire.file.name if isinstance(questionnaire, QuickScan) else questionnaire.head.name
    book.properties.title = words.text(name)
    book.properties.language = words.language
    book.properties.creator = "Hanse"
