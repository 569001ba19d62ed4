"""What a report on paper costs: processor seconds after warm-up, beside the bare drawing of the same words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter, process_time
from unittest.mock import patch

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assessment.loading import QUESTIONNAIRES, dump_answers, load_library, parse_answers
from locales.words import words
from models.answers import Answers
from models.questionnaire import Library
from reports import pdf
from reports.batch.book import Line
from reports.batch.bundle import bundle
from reports.batch.planning import Plan, Planned
from reports.document import Paragraph, Report, Section, line
from reports.forms import FORMS, write
from reports.handout import Occasion, report_on
from reports.order import Order
from reports.pdf.pen import Ink, Pen
from reports.printing.press import Pool
from reports.typeface import runs

ROUNDS = 7
EXAMPLES = ("talbrueck-quick-scan", "birkenfurt", "musterstadt", "brueckenhafen")
HOSTILE = {
    "20,000 words in one paragraph": "Wort und noch etwas mehr " * 4000,
    "50,000 line breaks": "a\n" * 50_000,
    "one word of 100,000 letters": "Donaudampf" * 10_000,
    "100,000 letters without a font": "友好城市" * 25_000,
}
BATCH_OF, BATCH, CORES, AIM = "brueckenhafen", 60, 2, 45
"""The largest example city, how many reports at once, in how many processes, and in how many seconds they should be."""
TODAY = datetime.date(2026, 1, 1)

Word = tuple[int, float, float, str, Ink]


def main() -> None:
    """Print the figures for the example cities, from the smallest report to the largest."""
    library = load_library(QUESTIONNAIRES)
    for name in EXAMPLES:
        answers = _answers(name, library)
        questionnaire = library.questionnaire(answers.questionnaire)
        build = partial(report_on, questionnaire, answers, words("de"), Occasion(TODAY))
        _print(name, build)
    _print_forms()
    print_batch()
    for name, text in HOSTILE.items():
        report = replace(build(), sections=(Section("only", (Paragraph(line(text)),)),), contents_title=None)
        print(f"{name:<34} {_seconds(partial(pdf.write, report)):5.2f} s")


def _print(name: str, build: Callable[[], Report]) -> None:
    report = build()
    with pikepdf.open(BytesIO(pdf.write(report))) as written:
        pages = len(written.pages)
    drawn = _drawn(report)
    whole = _seconds(lambda: pdf.write(build()))
    writing = _seconds(lambda: pdf.write(report))
    bare = _seconds(lambda: _draw_bare(drawn))
    print(
        f"{name:<22} {pages:3} pages   content and PDF {whole:5.2f} s   PDF alone {writing:5.2f} s, "
        f"{writing / pages * 1000:4.1f} ms a page   words drawn bare {bare:5.2f} s   "
        f"30 pages {whole / pages * 30:5.2f} s, bare {bare / pages * 30:5.2f} s"
    )


def _answers(name: str, library: Library) -> Answers:
    path = QUESTIONNAIRES / "examples" / f"{name}.yaml"
    return parse_answers(path.read_bytes(), path.name, library)


def _report(name: str) -> Report:
    library = load_library(QUESTIONNAIRES)
    answers = _answers(name, library)
    return report_on(library.questionnaire(answers.questionnaire), answers, words("de"), Occasion(TODAY))


def _print_forms() -> None:
    """The other forms of one report. Charts are drawn once and remembered, so the second document is the cheap one."""
    report = _report(BATCH_OF)
    for form in FORMS:
        print(f"{BATCH_OF} as {form:<22} {_seconds(partial(write, report, form)):5.2f} s")


@dataclass(frozen=True)
class _Same:
    """The same answers for each row of a batch; each is still read and scored by the process that prints it."""

    order_of_all: Order

    def order(self, line: Line) -> Order:
        """See `reports.batch.planning.Source`."""
        return replace(self.order_of_all, title=line.city)


def print_batch(count: int = BATCH) -> None:
    """Many reports at once as a batch makes them: processes that start anew, an archive, everything counted.

    How long somebody waits hangs on what else the machine does; the processor seconds of the printing processes do not,
    and shared among the cores they are the wait on a machine that does nothing else. The floor is the same number of
    times the bare drawing of the same words.
    """
    order = Order(dump_answers(_answers(BATCH_OF, load_library(QUESTIONNAIRES))), today=TODAY.isoformat())
    planned = tuple(Planned(Line(row, f"{row}"), f"{row}.pdf") for row in range(count))
    used = _used_by_processes()
    with TemporaryFile() as out:
        start = perf_counter()
        made = bundle(Plan(planned, _Same(order)), Pool(QUESTIONNAIRES, CORES), out, words("de"))
        taken, size = perf_counter() - start, out.tell()
    used = _used_by_processes() - used
    drawn = _drawn(_report(BATCH_OF))
    floor = _seconds(lambda: _draw_bare(drawn)) * count
    aim = f" (aim {AIM} s)" if count == BATCH else ""
    print(
        f"{made.done} reports of {count} in {CORES} processes   {taken:5.1f} s, {size / 1e6:.1f} MB{aim}   "
        f"processor {used:5.1f} s, shared by {CORES} cores {used / CORES:5.1f} s   "
        f"words drawn bare {floor:5.1f} s, shared {floor / CORES:5.1f} s"
    )


def _used_by_processes() -> float:
    """Processor seconds of the processes that were started here and have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds, the median of several rounds after one to warm up."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return median(taken)


def _drawn(report: Report) -> list[Word]:
    """Every stretch of text of the report with its place, as the pen drew it."""
    drawn: list[Word] = []
    draw = Pen.text

    def note(pen: Pen, x: float, y: float, text: str, ink: Ink) -> None:
        drawn.append((pen.page, x, y, text, ink))
        draw(pen, x, y, text, ink)

    with patch.object(Pen, "text", note):
        pdf.write(report)
    return drawn


def _draw_bare(drawn: list[Word]) -> None:
    """The same words at the same places: no layout, no structure, no charts. The least that any program could do."""
    canvas = Canvas(BytesIO(), pagesize=A4, pageCompression=1)
    current = 0
    for page, x, y, text, ink in drawn:
        if page != current:
            canvas.showPage()
            current = page
        for run in runs(text, ink.face):
            canvas.setFont(run.font, ink.size)
            canvas.drawString(x, y, run.text)
    canvas.save()


if __name__ == "__main__":
    main()
