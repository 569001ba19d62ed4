"""The days of an assessment: chosen back from the committee, and shown in the order in which they come."""

import datetime

import streamlit as st

from assessment.planning.schedule import Step, answers_day, milestones, papers_day
from locales.words import Words
from models.assessment import NO_DAYS, Assessment, Days

_FORMAT = "DD.MM.YYYY"


def choose_days(words: Words, key: str, standing: Days = NO_DAYS) -> Days:
    """Draws three days. The two earlier ones follow from the later one until somebody sets them otherwise.

    Args:
        words: the language.
        key: names this place on the page.
        standing: the days that are set already.
    """
    left, middle, right = st.columns(3)
    with left:
        committee = _day(words("Committee day"), standing.committee_day, committee_key(words, key))
    usual_papers = papers_day(committee) if committee else None
    kept = standing.papers_due if committee == standing.committee_day else None
    with middle:
        papers = _day(words("Papers due"), kept or usual_papers, f"{key}-papers-{committee}-{words.language}")
    usual_answers = answers_day(papers) if papers else None
    kept = standing.answers_due if papers == standing.papers_due else None
    with right:
        answers = _day(words("Answers due"), kept or usual_answers, f"{key}-answers-{papers}-{words.language}")
    st.caption(words("Set the committee day first: the others run back from it, and you can change each of them."))
    return Days(answers, papers, committee)


def committee_key(words: Words, key: str) -> str:
    """The key of the field for the committee's day at this place."""
    return f"{key}-committee-{words.language}"


def timeline(words: Words, assessment: Assessment) -> None:
    """Draws every step with its day."""
    steps = milestones(assessment)
    if steps:
        st.markdown("\n".join(f"- **{words.date(each.day)}:** {step_words(each.step, words)}" for each in steps))


def step_words(step: Step, words: Words) -> str:
    """What happens on a day."""
    return {
        "invite": words("invite everybody who answers"),
        "remind": words("remind those who have not finished"),
        "answers": words("answers are due"),
        "workshop": words("workshop: settle what differs"),
        "sign": words("review, close and sign"),
        "papers": words("papers for the committee are due"),
        "committee": words("the committee deals with the result"),
    }[step]


def _day(label: str, value: datetime.date | None, key: str) -> datetime.date | None:
    chosen = st.date_input(label, value=value, format=_FORMAT, key=key)
    return chosen if isinstance(chosen, datetime.date) else None
