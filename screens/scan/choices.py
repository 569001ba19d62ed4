"""What was chosen in a quick scan, as answers that never change: each choice makes new ones."""

from dataclasses import replace
from types import MappingProxyType

from models.answers import Answer, Answers
from models.questionnaire import Question, QuickScan

Choice = str
"""A stage as people's files hold it ("1" to "5"), or DONT_KNOW."""

DONT_KNOW: Choice = "dont_know"


def offered(question: Question) -> list[Choice]:
    """What may be chosen, from the first stage to not knowing."""
    return [*(str(anchor.stage) for anchor in question.anchors), DONT_KNOW]


def chosen(answers: Answers, question_id: str) -> Choice | None:
    """What was chosen, None while nothing was."""
    answer = answers.ratings.get(question_id)
    if answer is None or answer.state is None:
        return None
    return answer.rating if answer.state == "rated" else DONT_KNOW


def choose(answers: Answers, question: Question, choice: object) -> Answers:
    """The answers with this choice; None takes the choice back. Anything that is not offered changes nothing."""
    if choice is not None and choice not in offered(question):
        return answers
    kept = {key: answer for key, answer in answers.ratings.items() if key != question.id}
    if choice is not None:
        known = choice != DONT_KNOW
        kept[question.id] = Answer("rated" if known else "dont_know", str(choice) if known else None)
    return replace(answers, ratings=MappingProxyType(kept))


def answered(scan: QuickScan, answers: Answers) -> tuple[int, int]:
    """How many of the core questions are answered, not knowing included, and how many there are."""
    core = [question.id for question in scan.file.questions if question.core]
    return sum(chosen(answers, each) is not None for each in core), len(core)
