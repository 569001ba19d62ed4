import dataclasses
from types import MappingProxyType
from typing import get_args

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessment.loading import dump_answers, parse_answers
from assessment.loading.reader import FORBIDDEN
from models.answers import Answer, Answers, Confidence
from models.questionnaire import Library
from tests.loading.conftest import FIXTURES

HEAD = Answers("harbour", "1.0.0", "Musterstadt")

CHARACTERS = st.characters(exclude_categories=["Cs"]).filter(lambda each: not FORBIDDEN.match(each))
AWKWARD = st.sampled_from(
    [
        *(": ", " #", "\n", "\n\n", "\n  ", "\r\n", "\t", "- ", "'", '"', "\\", "{", "}", "[", "]"),
        *("&a", "*a", "!b", "%", "@", "`", "|", ">", "=1+1", "---", "...", "yes", "null", "1.0"),
        *("\u2028", "\ufeff", "ä", "🏙"),
    ]
)
TEXTS = st.lists(CHARACTERS | AWKWARD, min_size=1, max_size=12).map("".join)
REASONS = TEXTS.filter(lambda text: text.strip() != "")
CONFIDENCES = st.none() | st.sampled_from(get_args(Confidence))
EVIDENCE = st.lists(TEXTS, max_size=3).map(tuple)


@st.composite
def answer(draw: st.DrawFn) -> Answer:
    state = draw(st.sampled_from(("rated", "dont_know", "not_applicable", None)))
    said = Answer(
        state,
        rating=draw(st.sampled_from("NPLF")) if state == "rated" else None,
        reason=draw(REASONS) if state == "not_applicable" else None,
        note=draw(st.none() | TEXTS),
        evidence=draw(EVIDENCE),
        confidence=draw(CONFIDENCES),
    )
    return said if said != Answer(None) else Answer("dont_know")


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    # Of the basic process one outcome is never asked for, so that it cannot be left out as a whole.
    ids = ("AAA.1.O1", "AAA.1.GP2.1.1", "BBB.1.O1", "BBB.1.GP2.1.2", "CCC.1.O2")
    return Answers(
        "harbour",
        "1.0.0",
        draw(TEXTS),
        MappingProxyType(draw(st.dictionaries(st.sampled_from(ids), answer(), max_size=5))),
        framework=draw(st.sampled_from((None, "two-levels"))),
        method=draw(st.sampled_from((None, "mean", "lowest"))),
        scale=draw(st.sampled_from((None, 4))),
        highest_level=draw(st.sampled_from((None, 2))),
        scope=draw(st.sampled_from((None, "basic", "full", ("AAA.1",), ("AAA.1", "CCC.1")))),
        chosen=draw(st.sampled_from((None, ("AAA.1", "BBB.1")))),
        date=draw(st.sampled_from((None, "2025-03-12"))),
        invented=draw(st.booleans()),
        language=draw(st.sampled_from((None, "de", "en"))),
    )


@given(answers())
@example(dataclasses.replace(HEAD, city="no"))
@example(dataclasses.replace(HEAD, city="2024"))
@example(dataclasses.replace(HEAD, city='Bad "Muster": #1\n'))
@settings(max_examples=300)
def test_answers_that_are_written_read_back_the_same(library: Library, given_answers: Answers) -> None:
    assert parse_answers(dump_answers(given_answers).encode(), "answers.yaml", library) == given_answers


@given(answers())
@settings(max_examples=100)
def test_other_readers_of_yaml_find_the_same_texts(given_answers: Answers) -> None:
    read = yaml.load(dump_answers(given_answers), Loader=yaml.SafeLoader)  # noqa: TID251 - the other reader
    notes = {key: each.get("note") for key, each in read["ratings"].items() if isinstance(each, dict)}
    assert read["city"] == given_answers.city
    assert {key: note for key, note in notes.items() if note} == {
        key: each.note for key, each in given_answers.ratings.items() if each.note
    }


def test_the_order_of_answers_stays(library: Library) -> None:
    ratings = {key: Answer("rated", "L") for key in ("CCC.1.O1", "AAA.1.O1", "BBB.1.O1")}
    text = dump_answers(dataclasses.replace(HEAD, ratings=MappingProxyType(ratings)))
    assert list(parse_answers(text.encode(), "answers.yaml", library).ratings) == list(ratings)


def test_writing_twice_gives_the_same_text(library: Library) -> None:
    once = dump_answers(parse_answers((FIXTURES / "answers.yaml").read_bytes(), "answers.yaml", library))
    assert dump_answers(parse_answers(once.encode(), "answers.yaml", library)) == once


def test_a_file_is_pleasant_to_read(library: Library) -> None:
    written = dump_answers(parse_answers((FIXTURES / "answers.yaml").read_bytes(), "answers.yaml", library))
    assert (
        written.partition("questionnaire:")[2]
        == (FIXTURES / "answers-written.txt").read_text().partition("questionnaire:")[2]
    )


def test_a_file_begins_with_a_word_on_what_may_stand_in_it() -> None:
    assert dump_answers(HEAD).startswith("# Answers for Hanse.")


@pytest.mark.parametrize("text", ["=1+1", "+49 231", "@home", "%", "-", "\t=x"])
def test_a_text_that_a_spreadsheet_would_calculate_stays_in_quotes(text: str) -> None:
    note = Answer("rated", "L", note=text)
    assert 'note: "' in dump_answers(dataclasses.replace(HEAD, ratings=MappingProxyType({"AAA.1.O1": note})))


def test_a_control_character_becomes_a_visible_sign(library: Library) -> None:
    note = Answer("rated", "L", note="a\x00b\x1b[2J")
    written = dump_answers(dataclasses.replace(HEAD, ratings=MappingProxyType({"AAA.1.O1": note})))
    assert parse_answers(written.encode(), "answers.yaml", library).ratings["AAA.1.O1"].note == "a\ufffdb\ufffd[2J"


def test_a_text_of_several_lines_is_written_as_lines() -> None:
    note = Answer("rated", "L", note="One: two\n\n  # three")
    written = dump_answers(dataclasses.replace(HEAD, ratings=MappingProxyType({"AAA.1.O1": note})))
    assert "    note: |-\n      One: two\n\n        # three\n" in written
