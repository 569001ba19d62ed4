"""Answers of many cities as files in one folder, with their logos beside them."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from assessment.loading import dump_answers, read_answers
from models.answers import Answers
from models.authored import LANGUAGES, Language
from models.branding import LOGO_BYTES, PLAIN, Branding
from models.facts import REPORT_VERSIONS
from models.message import say
from models.problem import InputRefused, Place, Problem
from models.questionnaire import Library, Questionnaire
from reports import workbook
from reports.batch.book import Line, name_problem
from reports.batch.planning import Unfit, one_of
from reports.company import NOBODY, Company
from reports.editions import NO_EDITION
from reports.forms import FORMS
from reports.kinds import KINDS, Kind
from reports.logos import read_logo
from reports.order import Order
from reports.wish import aimed, kinds_of

_ENDINGS = (".yaml", ".yml", ".xlsx")
_MOST_BYTES = 6_000_000


@dataclass(frozen=True)
class Folder:
    """A folder with answers. Only files in it are read, never one that a cell points to elsewhere.

    Args:
        path: the folder.
        library: the questionnaires there are.
        today: the day that reports carry whose answers name none, as YYYY-MM-DD.
        language: the language where neither the row nor the answers name one.
        book: the workbook of the batch, which is not a file of answers.
    """

    path: Path
    library: Library
    today: str
    language: Language
    book: Path | None = None

    @cached_property
    def cities(self) -> dict[str, tuple[Path, ...]]:
        """The files of each city, by its name in small letters. Raises `InputRefused` with all problems."""
        found: dict[str, tuple[Path, ...]] = {}
        problems: list[Problem] = []
        for path in self._files():
            try:
                name = self._read(path).city.casefold()
                found[name] = (*found.get(name, ()), path)
            except InputRefused as refused:
                problems.extend(refused.problems)
        if problems:
            raise InputRefused(problems)
        return found

    def lines(self) -> tuple[Line, ...]:
        """A row for each file, to begin with. Raises `InputRefused`."""
        paths = [path for paths in self.cities.values() for path in paths]
        return tuple(Line(0, self._read(path).city) for path in sorted(paths))

    def order(self, line: Line) -> Order:
        """See `reports.batch.planning.Source`."""
        answers = self._answers(line)
        questionnaire = self.library.questionnaire(answers.questionnaire)
        kind = _kind(line, questionnaire)
        language = one_of("language", line.language, LANGUAGES, answers.language or self.language)
        language = next(each for each in LANGUAGES if each == language)
        version = one_of("version", line.version, REPORT_VERSIONS, kind.version)
        form = one_of("format", line.format, kind.forms, kind.forms[0])
        if line.edition not in ("", NO_EDITION):
            raise Unfit("edition", say("Editions are kept in the app"), say("Expected is none, or nothing"))
        return Order(
            dump_answers(answers),
            kind.id,
            next(each for each in FORMS if each == form),
            language,
            self.today,
            version=next(each for each in REPORT_VERSIONS if each == version),
            sections=tuple(each.strip() for each in line.sections.split(",") if each.strip()) or None,
            company=_company(line, questionnaire, language),
            branding=self._branding(line),
            city=answers.city,
        )

    def _files(self) -> list[Path]:
        try:
            every = sorted(self.path.iterdir())
        except OSError:
            found, expected = say("This is no folder that can be read"), say("Expected is a folder with answers")
            raise InputRefused([Problem(Place(str(self.path)), "", found, expected)]) from None
        mine = (path for path in every if path.suffix.casefold() in _ENDINGS and not path.name.startswith((".", "~")))
        return [path for path in mine if path.is_file() and not self._is_book(path)]

    def _is_book(self, path: Path) -> bool:
        return self.book is not None and self.book.exists() and path.samefile(self.book)

    def _read(self, path: Path) -> Answers:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
        read = workbook.read if workbook.is_workbook(data) else read_answers
        return read(data, str(path), self.library).answers

    def _answers(self, line: Line) -> Answers:
        paths = self.cities.get(line.city.casefold(), ())
        if len(paths) != 1:
            several = ", ".join(path.name for path in paths)
            found = (
                say("Several files are about this city: {files}", files=several)
                if paths
                else say("No file is about it")
            )
            raise Unfit("city", found, say("Expected is a city that one file in the folder is about"))
        return self._read(paths[0])

    def _branding(self, line: Line) -> Branding:
        if not line.logo:
            return PLAIN
        expected = say("Expected is the name of a picture in the folder")
        problem = name_problem(line.logo)
        path = self.path / line.logo
        if problem is not None or path.is_symlink() or not path.is_file():
            raise Unfit("logo", problem or say("There is no such file"), expected)
        with path.open("rb") as file:
            data = file.read(LOGO_BYTES + 1)
        try:
            return replace(PLAIN, logo=read_logo(data, line.logo))
        except InputRefused as refused:
            raise Unfit("logo", refused.problems[0].found, refused.problems[0].expected) from None


def _kind(line: Line, questionnaire: Questionnaire) -> Kind:
    known = tuple(kind.id for kind in kinds_of(questionnaire))
    return KINDS[one_of("kind", line.kind, known, known[0])]


def _company(line: Line, questionnaire: Questionnaire, language: Language) -> Company:
    if not line.target:
        return NOBODY
    company = aimed(NOBODY, line.target, questionnaire, language)
    if company is None:
        raise Unfit("target", say("There is no target {name}", name=line.target), say("Expected is one of the model's"))
    return company
