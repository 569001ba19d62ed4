"""Whatever happens, in whatever order: what somebody rates alone reaches nobody else.

The same things happen twice, and only what Ben rates differs. Whatever anybody else can get out of any use case must
then be the same, but for the counts of an open spread of three and more.
"""

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.desk import Desk, Sources, make_desk
from assessment.desk.errors import WishRefused
from assessment.loading import QUESTIONNAIRES, load_library
from models.assessment import AssessmentSettings
from models.people import VISITOR, Account, Actor, Grant
from models.raters import SPREAD_FROM, Spread
from reports.logos import read_logo
from tests.desk.conftest import ADMINISTRATOR, ELSEWHERE, HERE, LEAD, OTHER_LEAD, START, stores_in
from tests.desk.test_policy import EVERY
from tests.memory import Memory
from tests.secrets import CountedTokens, PlainPasswords

LIBRARY = load_library(QUESTIONNAIRES)
QUESTIONS = ("GOV.1.O1", "GOV.1.O2")
OTHERWISE = {"N": "F", "P": "L", "L": "P", "F": "N", "dont_know": "N"}
RATERS = ("ben", "cleo", "dana", "lead")
ENDING = ("assessments.delete", "assessments.archive", "assessments.restore")

rated = st.tuples(st.just("rate"), st.sampled_from(RATERS), st.sampled_from(QUESTIONS), st.sampled_from([*OTHERWISE]))
told = st.tuples(st.sampled_from(["open", "take back", "finish", "agree"]), st.just(""), st.just(""), st.just(""))
HAPPENINGS = st.lists(rated | told, min_size=1, max_size=12)
"""What may happen: somebody rates, the lead opens, takes back or agrees, Ben says that he has finished."""


class House:
    """A city with four raters, in a memory of its own."""

    def __init__(self) -> None:
        self.memory = Memory(cities={HERE.id: HERE, ELSEWHERE.id: ELSEWHERE})
        people = {actor.id: actor.grants for actor in (LEAD, OTHER_LEAD, ADMINISTRATOR)}
        people |= {key: frozenset({Grant("contributor", HERE.id)}) for key in RATERS[:3]}
        for key, grants in people.items():
            self.memory.names[key] = key
            self.memory.accounts[key] = Account(key, key, key, START)
            self.memory.grants[key] = set(grants)
        self.desk = self._desk()
        chosen = AssessmentSettings(highest_level=2, scope=("GOV.1",))
        begun = self.desk.assessments.begin(LEAD, LIBRARY.models[0].id, HERE.name, "T", chosen, way="privately")
        self.assessment = begun.id
        self.guest = self.desk.entrance.who(
            self.desk.entrance.admit_guest(self.desk.guests.invite(LEAD, begun.id, "Gast").code, "here").secret
        )

    def _desk(self) -> Desk:
        minutes, ids = itertools.count(), itertools.count(1)
        clock = lambda: START + datetime.timedelta(minutes=next(minutes))  # noqa: E731 - one line says it
        return make_desk(
            LIBRARY,
            stores_in(self.memory),
            Sources(clock, lambda: f"id{next(ids)}", CountedTokens(), PlainPasswords(), read_logo),
        )

    def person(self, key: str) -> Actor:
        return Actor(key, key, frozenset(self.memory.grants[key]))

    def happens(self, what: str, who: str, question: str, code: str) -> None:
        desk, here = self.desk, self.assessment
        try:
            match what:
                case "rate":
                    seen = desk.rating.question(self.person(who), here, question)[1].version
                    desk.rating.rate(self.person(who), here, question, code, f"geheim {who} {code}", seen=seen)
                case "open":
                    desk.consensus.open(LEAD, here, "GOV.1")
                case "take back":
                    desk.consensus.take_back(LEAD, here, "GOV.1")
                case "finish":
                    desk.rating.finish(self.person("ben"), here, "GOV.1")
                case "agree":
                    seen = desk.answering.question(LEAD, here, QUESTIONS[0]).answer.version("rating")
                    desk.consensus.agree(LEAD, here, QUESTIONS[0], "L", "weil", seen=seen)
        except WishRefused:
            pass

    def others(self) -> Iterator[Actor]:
        """Everybody but Ben, in every role there is."""
        opened = frozenset({Grant("consultant"), Grant("consultant", assessment=self.assessment)})
        yield from (LEAD, self.person("cleo"), self.guest, ADMINISTRATOR, OTHER_LEAD, VISITOR)
        yield Actor("cleo", "Carl", opened)
        yield Actor("dana", "Tom", frozenset({Grant("trainer")}))

    def everything_told(self) -> Iterator[str]:
        """Whatever others get out of any use case, in the same order each time."""
        # The invented network is the same whoever loads it, and large.
        every = [name for name in EVERY if name != "demonstration.load"]
        names = sorted(every, key=lambda name: name in ENDING)
        for name, actor in itertools.product(names, self.others()):
            yield f"{name} {actor.id}: {self._told(name, actor)}"
        yield repr(self.memory.events)
        yield repr(self.memory.notes)

    def _told(self, name: str, actor: Actor) -> str:
        subject = {"assessment": self.assessment, "city": HERE.id, "account": "ben"}.get(EVERY[name].kind, "")
        try:
            told = EVERY[name].call(self.desk, actor, subject)
        except Exception as refused:  # noqa: BLE001 - some calls need more than this house has; what they say counts
            return f"{type(refused).__name__} {refused}"
        return repr(_without_counts(told))


def _without_counts(told: Any) -> Any:
    """The same without what an open spread may show: counts of three and more, and the order that follows from them."""
    if not isinstance(told, Spread):
        return told
    questions = [
        replace(each, counts=None if each.counts is None else {"shown": 1}, far_apart=False) for each in told.questions
    ]
    return sorted(questions, key=lambda each: each.asked.indicator.id)


def happened(happenings: list[tuple[str, str, str, str]], *, ben_otherwise: bool) -> House:
    house = House()
    for what, who, question, code in happenings:
        changed = OTHERWISE[code] if ben_otherwise and who == "ben" else code
        house.happens(what, who, question, changed)
    return house


@settings(max_examples=25)
@given(HAPPENINGS)
def test_nobody_learns_from_any_use_case_what_ben_rated_alone(happenings: list[tuple[str, str, str, str]]) -> None:
    one, other = (happened(happenings, ben_otherwise=each) for each in (False, True))
    assert list(one.everything_told()) == list(other.everything_told())


@settings(max_examples=5)
@given(HAPPENINGS)
def test_a_private_note_is_told_to_nobody(happenings: list[tuple[str, str, str, str]]) -> None:
    assert "geheim ben" not in "\n".join(happened(happenings, ben_otherwise=False).everything_told())


def test_the_comparison_would_notice_if_ben_were_given_away() -> None:
    happenings = [("rate", who, QUESTIONS[0], "L") for who in ("ben", "cleo", "dana")] + [("open", "", "", "")]
    houses = [happened(happenings, ben_otherwise=each) for each in (False, True)]
    spreads = [each.desk.consensus.spread(LEAD, each.assessment, "GOV.1") for each in houses]
    assert spreads[0] != spreads[1]


@settings(max_examples=100)
@given(st.lists(st.dictionaries(st.sampled_from(RATERS), st.sampled_from("NPLF")), min_size=2, max_size=6))
def test_two_pictures_of_one_question_differ_by_nobody_or_by_three_and_more(rounds: list[dict[str, str]]) -> None:
    """Between two openings some people change what they rated, and nobody can tell what one or two of them changed."""
    house, pictures, question = House(), list[dict[str, int]](), QUESTIONS[0]
    for changing in rounds:
        for who, code in changing.items():
            house.happens("rate", who, question, code)
        house.happens("open", "", "", "")
        first = house.desk.consensus.spread(LEAD, house.assessment, "GOV.1").questions
        if next(each for each in first if each.asked.indicator.id == question).counts is not None:
            pictures.append(_versions(house, question))
        house.happens("take back", "", "", "")
    for picture, another in itertools.combinations(pictures, 2):
        moved = [person for person in {*picture, *another} if picture.get(person) != another.get(person)]
        assert not 0 < len(moved) < SPREAD_FROM, (picture, another)


def _versions(house: House, indicator: str) -> dict[str, int]:
    """Who rated, and how often they changed it, as only a test may look."""
    return {person: kept.version for (_, of, person), (kept, _) in house.memory.private.items() if of == indicator}
