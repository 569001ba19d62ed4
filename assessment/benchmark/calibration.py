"""The calibration case: an invented city that everybody in a room rates, and a model solution to talk about.

Its city is invented, so nothing of it is ever hidden. The levels are those of the capability model.
"""

from dataclasses import dataclass

from models.message import Message, say


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A process of the case, the capability level of the model solution, and why it is that one."""

    process: str
    level: int
    why: Message


LEVELS = ("0", "1", "2", "3")
"""What may be chosen; the case says nothing about higher ones."""

STORY = (
    say("Musterstadt has 180,000 inhabitants, 7 twinnings, and one and a half posts in the mayor's office."),
    say("Each year a list of visits is put before the committee. Two twinnings had no contact for four years."),
    say(
        "For three twinnings there are work plans. One head of department keeps contact with a city in Ghana by "
        "private e-mail."
    ),
    say("The protocol office has a checklist for visits. Business promotion uses another one."),
)

MORAL = say("Good work can be at level 1: the level says how far one can rely on it, not how much people care.")

QUESTIONS = (
    CaseQuestion(
        "PAR.2",
        1,
        say(
            "Most of it happens, though two twinnings are dead: level 1. There are plans for three of seven only, "
            "which is too little for level 2."
        ),
    ),
    CaseQuestion(
        "REP.1",
        2,
        say(
            "Visits are done fully, planned, and documented: level 2. Two checklists that compete are not yet one way "
            "of working for all: no level 3."
        ),
    ),
    CaseQuestion(
        "CAP.2",
        0,
        say("Knowledge that lies in one person's private e-mail is lost with that person: in build-up, level 0."),
    ),
)
