"""What a closing was computed from, read again: from the closing alone, and only where it is still what was signed."""

from dataclasses import dataclass

from assessment.desk.closing_ports import AnswerFreezer, ClosingStore
from assessment.desk.errors import NotAccepted, NotFound
from models.answers import Answers
from models.assessment import Assessment
from models.closing import Closing
from models.message import say
from models.problem import InputRefused
from models.questionnaire import Questionnaire


@dataclass(frozen=True)
class Frozen:
    """Finds closings and reads their answers."""

    closings: ClosingStore
    freezer: AnswerFreezer

    def of(self, found: Assessment, revision: int | None) -> Closing | None:
        """The closing of a revision; without one that of a closed assessment, None for one that is being worked on.

        Raises:
            NotFound: where the revision was never closed.
        """
        every = self.closings.closings(found.id)
        if revision is None:
            return every[-1] if every and found.state == "closed" else None
        for each in every:
            if each.revision == revision:
                return each
        raise NotFound

    def answers(self, closing: Closing, of: Questionnaire | None = None) -> Answers:
        """The answers that were signed. Raises `NotAccepted` where they are not to be trusted or read any more.

        Args:
            closing: what was signed.
            of: the version of the questionnaire that was answered; without it the one that the answers name.
        """
        if self.freezer.digest(closing.inputs) != closing.inputs_digest:
            raise NotAccepted(
                say(
                    "The signed answers of revision {revision} do not fit their digest: they were changed outside of "
                    "this program. Ask whoever runs this installation for a backup.",
                    revision=closing.revision,
                )
            )
        try:
            return self.freezer.read(closing.inputs, of)
        except InputRefused:
            raise NotAccepted(
                say(
                    "The signed answers of revision {revision} need version {version} of the questionnaire. Ask "
                    "whoever runs this installation to put that version back.",
                    revision=closing.revision,
                    version=closing.questionnaire_version,
                )
            ) from None
