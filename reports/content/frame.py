"""What every report has around its pages: the cover, the running lines, and how a digest is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from locales.words import Words
from models.facts import ReportFacts
from models.questionnaire import Questionnaire, QuickScan
from models.reporting import ReportState
from reports.charts import Chart
from reports.content.case import Case, ScanCase
from reports.content.inputs import inputs
from reports.document import Attachment, Cover, Report, Section

_SHORT = 12


def short(digest: str) -> str:
    """The first characters of a digest: enough to recognise it, short enough to read out."""
    return digest[:_SHORT]


@dataclass(frozen=True, slots=True)
class Frame:
    """The name of a report, whose it is, and what it was made from."""

    questionnaire: Questionnaire
    name: str
    one_line: str
    facts: ReportFacts
    words: Words
    made_from: Attachment

    def cover(self, picture: Chart) -> Cover:
        """The first page. It shows the city's own picture and no figure at all."""
        return Cover(
            kicker=self._kicker,
            title=self.facts.city,
            subtitle=self.one_line,
            lines=self._cover_lines,
            picture=picture,
        )

    def report(
        self,
        sections: Sequence[Section],
        *,
        cover: Cover | None = None,
        contents: str | None = None,
        plain: bool = False,
    ) -> Report:
        """The report with what stands around its pages.

        Args:
            sections: its parts.
            cover: its first page, where it has one.
            contents: the heading of its contents, where it has them.
            plain: whether it is meant to be pasted into somebody else's template.
        """
        return Report(
            language=self.words.language,
            title=self.title,
            subject=self.one_line,
            date=self.facts.date.isoformat(),
            cover=cover,
            contents_title=contents,
            sections=tuple(sections),
            running_head=self.title,
            running_foot=self.running_foot,
            draft_mark=self.mark,
            attachments=(self.made_from,),
            plain=plain,
        )

    @property
    def title(self) -> str:
        """The title of the document: the city and the kind of report."""
        return f"{self.facts.city} · {self.name}"

    @property
    def running_foot(self) -> str:
        """What stands at the foot of every page: what the result rests on, and that it is a self-assessment."""
        words, questionnaire = self.words, self.questionnaire
        parts = [
            words("Self-assessment"),
            f"{questionnaire.id} {questionnaire.version}",
            words("answers {digest}", digest=short(self.facts.answers_digest)),
            words.date(self.facts.date),
        ]
        return " · ".join([*self._invented, *parts])

    @property
    def confidentiality(self) -> str:
        """Who may read this report."""
        if self.facts.confidentiality:
            return self.facts.confidentiality
        if self.facts.version == "public":
            return self.words("Public version: without notes, evidence, names and sensitive processes")
        if self.facts.version == "consultant":
            return self.words("For the consultant of the city only: with notes and evidence, without names of people")
        return self.words("Internal version: only for the city and those it gives it to")

    @property
    def mark(self) -> str | None:
        """What stands across the pages of a report that is not released yet."""
        words = self.words
        marks: dict[ReportState, str] = {
            "draft": words("Draft"),
            "fact check": words("For checking by the city"),
            "confirmed": words("Not released yet"),
        }
        return marks.get(self.facts.state)

    @property
    def _kicker(self) -> str:
        return self.facts.title or self.name

    @property
    def _invented(self) -> list[str]:
        return [self.words("Invented example")] if self.facts.invented else []

    @property
    def _cover_lines(self) -> tuple[str, ...]:
        words, questionnaire = self.words, self.questionnaire
        name = questionnaire.file.name if isinstance(questionnaire, QuickScan) else questionnaire.head.name
        lines = [
            words("Self-assessment of {date}", date=words.date(self.facts.date)),
            words("{model}, version {version}", model=name, version=questionnaire.version),
            words(
                "Questionnaire {questionnaire}, answers {answers}",
                questionnaire=short(questionnaire.digest),
                answers=short(self.facts.answers_digest),
            ),
            self.confidentiality,
        ]
        if self.facts.invented:
            lines.insert(0, words("Invented example: this city's answers were made up to show the report"))
        return tuple(lines)


def frame_of(case: Case | ScanCase, name: str, one_line: str) -> Frame:
    """What a report of this name on a case has around its pages."""
    questionnaire = case.scan if isinstance(case, ScanCase) else case.model
    made_from = inputs(case.answers, case.profile, case.facts, case.words)
    return Frame(questionnaire, name, one_line, case.facts, case.words, made_from)
