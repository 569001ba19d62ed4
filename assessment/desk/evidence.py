"""Evidence: documents and links as lines of text, and files beside them.

A file stands in an answer by its name, so that exports, reports and the history tell of it as people do. It can be
fetched as long as it stands there, or in a signed revision: taking the name out takes the file out of sight, undoing
that brings it back, and what was signed keeps its files.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from assessment.desk import filetypes, values
from assessment.desk.answering import Answering
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted, NotFound
from assessment.desk.frozen import Frozen
from assessment.desk.inputs import asked_about, questionnaire_of, working
from assessment.desk.ports import AnswerStore, Clock, EvidenceStore, Ids
from assessment.desk.space import Space, boundless, ensure_space
from models.answers import Answer
from models.assessment import Assessment, Change, EventKind, Outcome, Saved, StoredAnswer
from models.closing import Closing
from models.evidence import ASSESSMENT_LIMIT, FILE_NAME_LIMIT, EvidenceFile
from models.message import say
from models.people import Actor
from models.questionnaire import Library

_TRIES = 5


@dataclass(frozen=True)
class Evidence:
    """The use cases around evidence."""

    door: Door
    answers: AnswerStore
    kept: EvidenceStore
    answering: Answering
    frozen: Frozen
    library: Library
    clock: Clock
    ids: Ids
    space: Space = boundless

    def may_attach(self, actor: Actor, assessment_id: str, indicator_id: str) -> None:
        """Asked before a file is read at all.

        Raises:
            NotFound: where there is no such question in this assessment.
            NotAllowed: where the person may only read.
            NotAccepted: where the assessment is closed.
        """
        self._open(actor, assessment_id, indicator_id)

    def attach(self, actor: Actor, assessment_id: str, indicator_id: str, name: str, content: bytes) -> EvidenceFile:
        """Puts a file to a question. The same content under the same name is kept once.

        Args:
            actor: who does it.
            assessment_id: the assessment.
            indicator_id: the question.
            name: what the file is called; where another one has that name here, it gets a number.
            content: the file.

        Raises:
            NotFound, NotAllowed: as in `may_attach`.
            NotAccepted: for a file of another kind, one that is too large, or one more than fit: to this question, in
                this assessment, on the disk.
            ChangedMeanwhile: where others changed the evidence again and again.
            NotSaved: where the store could not take it.
        """
        assessment = self._open(actor, assessment_id, indicator_id)
        wished = filetypes.file_name(name)
        media_type = filetypes.media_type(wished, content)
        digest = hashlib.sha256(content).hexdigest()
        files = self.kept.of_question(assessment.id, indicator_id)
        before = next((each for each in files if (each.digest, _stem(each.name)) == (digest, _stem(wished))), None)
        shown = before.name if before else self._free(assessment, indicator_id, wished, files)
        size, person, at = len(content), actor.id, self.clock()
        file = before or EvidenceFile(
            self.ids(), assessment.id, indicator_id, shown, media_type, size, digest, person, at
        )
        with_it = _adding(shown)
        values.evidence(with_it(self._standing(assessment, indicator_id).evidence))
        if before is None:
            self._keep(file, content)
        self._change(actor, assessment, indicator_id, with_it)
        return file

    def files(self, actor: Actor, assessment_id: str, indicator_id: str) -> tuple[EvidenceFile, ...]:
        """The files that stand in the answer to a question. Raises `NotFound`."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        asked_about(questionnaire_of(self.library, assessment), assessment, indicator_id)
        named = self._standing(assessment, indicator_id).evidence
        files = self.kept.of_question(assessment.id, indicator_id) if named else ()
        return tuple(sorted((each for each in files if each.name in named), key=lambda each: named.index(each.name)))

    def fetch(self, actor: Actor, assessment_id: str, file_id: str) -> tuple[EvidenceFile, bytes]:
        """A file with its content. Raises `NotFound`, also where it was taken out of the answer and never signed."""
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        found = self.kept.get(assessment.id, file_id)
        if found is None or not (self._stands(assessment, found[0]) or self._was_signed(assessment, found[0])):
            raise NotFound
        return found

    def signed(self, actor: Actor, assessment_id: str, revision: int | None = None) -> tuple[EvidenceFile, ...]:
        """The files of a signed revision, by question; without one, of a closed assessment.

        Raises:
            NotFound: where there is no such assessment or revision.
            NotAccepted: where what was signed cannot be read any more.
        """
        assessment = self.door.assessment(actor, "read assessment", assessment_id)
        closing, files = self.frozen.of(assessment, revision), self.kept.of_assessment(assessment.id)
        # What was signed takes a while to read, and most assessments have no files.
        ratings = self._ratings(assessment, closing) if closing and files else {}
        return tuple(each for each in files if _names(ratings, each))

    def write(
        self,
        actor: Actor,
        assessment_id: str,
        indicator_id: str,
        lines: Sequence[str],
        *,
        seen: int,
        op: str | None = None,
    ) -> Outcome:
        """Keeps the lines of text; the files beside them stay. Arguments and errors as in `Answering.annotate`.

        That somebody put a file to the question meanwhile, or took one away, is no conflict with the text.
        """
        self._open(actor, assessment_id, indicator_id)
        names = {each.name for each in self.kept.of_question(assessment_id, indicator_id)}
        standing = self.answers.answers(assessment_id, indicator_id).get(indicator_id, StoredAnswer(indicator_id))
        files = [each for each in standing.evidence if each in names]
        version = standing.version("evidence")
        if version != seen and self._text_at(assessment_id, indicator_id, seen, names) == _text(standing, names):
            seen = version
        wished = [*(line for line in lines if line.strip() not in files), *files]
        return self.answering.annotate(actor, assessment_id, indicator_id, "evidence", wished, seen=seen, op=op)

    def remove(self, actor: Actor, assessment_id: str, indicator_id: str, name: str) -> None:
        """Takes a file out of the answer; undo brings it back. Errors as in `attach`."""
        assessment = self._open(actor, assessment_id, indicator_id)
        self._change(actor, assessment, indicator_id, lambda stood: tuple(each for each in stood if each != name))

    def _open(self, actor: Actor, assessment_id: str, indicator_id: str) -> Assessment:
        assessment = working(self.door.assessment(actor, "answer", assessment_id))
        asked_about(questionnaire_of(self.library, assessment), assessment, indicator_id)
        return assessment

    def _keep(self, file: EvidenceFile, content: bytes) -> None:
        ensure_space(self.space, file.size)
        if not self.kept.add(file, content):
            raise NotAccepted(
                say(
                    "The files of this assessment would be larger than {limit} MB together, those that were taken out "
                    "among them. A link does the same; a lead can also take texts and files out for good.",
                    limit=ASSESSMENT_LIMIT // 1_000_000,
                )
            )

    def _stands(self, assessment: Assessment, file: EvidenceFile) -> bool:
        return file.name in self._standing(assessment, file.indicator).evidence

    def _was_signed(self, assessment: Assessment, file: EvidenceFile) -> bool:
        every = (self._ratings(assessment, each) for each in self.frozen.closings.closings(assessment.id))
        return any(_names(each, file) for each in every)

    def _ratings(self, assessment: Assessment, closing: Closing) -> Mapping[str, Answer]:
        asked = self.library.with_digest(assessment.questionnaire, closing.digest)
        return self.frozen.answers(closing, asked).ratings

    def _standing(self, assessment: Assessment, indicator: str) -> StoredAnswer:
        return self.answers.answers(assessment.id, indicator).get(indicator, StoredAnswer(indicator))

    def _free(self, assessment: Assessment, indicator: str, wished: str, files: Sequence[EvidenceFile]) -> str:
        taken = {each.name for each in files} | set(self._standing(assessment, indicator).evidence)
        return next(each for each in (_numbered(wished, number) for number in count(1)) if each not in taken)

    def _change(
        self,
        actor: Actor,
        assessment: Assessment,
        indicator: str,
        wish: Callable[[tuple[str, ...]], tuple[str, ...]],
    ) -> None:
        """Changes what stands there, whatever others do to the evidence meanwhile."""
        for _ in range(_TRIES):
            standing = self._standing(assessment, indicator)
            wished = values.evidence(wish(standing.evidence))
            kind: EventKind = "clear" if wished is None else "set"
            seen, op = standing.version("evidence"), self.ids()
            change = Change(assessment.id, indicator, "evidence", wished, seen, op, kind, actor.id, self.clock())
            if isinstance(self.answers.save([change])[0], Saved):
                return
        raise ChangedMeanwhile

    def _text_at(self, assessment: str, indicator: str, version: int, names: Collection[str]) -> list[str]:
        """The lines of text as they stood in a version of the field; none where nothing was there yet."""
        events = self.answers.history(assessment, indicator)
        fitting = (each for each in events if each.field == "evidence" and each.kind != "declined")
        value = next((each.value for each in fitting if each.version == version), None)
        return [each for each in value if each not in names] if isinstance(value, tuple) else []


def _names(ratings: Mapping[str, Answer], file: EvidenceFile) -> bool:
    return file.indicator in ratings and file.name in ratings[file.indicator].evidence


def _adding(name: str) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    return lambda stood: stood if name in stood else (*stood, name)


def _text(answer: StoredAnswer, names: Collection[str]) -> list[str]:
    return [each for each in answer.evidence if each not in names]


def _numbered(name: str, number: int) -> str:
    path = PurePosixPath(name)
    more = f" ({number})" if number > 1 else ""
    return f"{path.stem[: FILE_NAME_LIMIT - len(path.suffix) - len(more)]}{more}{path.suffix}"


def _stem(name: str) -> str:
    """A name without the number that may have been given to it here."""
    path = PurePosixPath(name)
    head, _, tail = path.stem.rpartition(" (")
    return (head if head and tail.rstrip(")").isdigit() else path.stem) + path.suffix
