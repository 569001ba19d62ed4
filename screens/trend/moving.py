"""A newer version of the questions is there: what moving would do, and doing it. The assessment itself stays."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.door import may, to_city
from assessment.desk.errors import NotAccepted
from assessment.desk.moving import Offer
from locales.words import Words
from models.assessment import Assessment
from models.moving import Again, Away, Carried
from models.people import Actor
from models.questionnaire import CapabilityModel, Questionnaire
from reports.content.moving import AWAY, KINDS, REASONS
from screens.frame.here import desk
from screens.show.one_field import one_field
from screens.show.plain import plain
from screens.show.tables import tabulate

_MANY, _SCROLLED = 8, 300


def newer_version(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the offer for whoever may begin assessments; nothing where there is none."""
    if not may(tuple(to_city(actor, assessment.city.id)), "begin assessment"):
        return
    try:
        offer = desk().moving.offer(actor, assessment.id)
    except NotAccepted:
        return
    if offer is None or _left_behind(actor, assessment):
        return
    with st.container(border=True, key=f"newer-{assessment.id}"):
        told = words("A newer version of the questions is there")
        st.markdown(f":material/new_releases: **{told}**")
        st.markdown(
            words(
                "This assessment was begun with version {before}; version {after} is in use. You can move your "
                "answers: that begins a new assessment, and this one stays as it is, to the letter.",
                before=offer.before.version,
                after=offer.after.version,
            )
        )
        with st.expander(words("What moving would do"), expanded=False):
            dry_run(words, offer)
            _move(words, actor, offer)


def dry_run(words: Words, offer: Offer) -> None:
    """Draws the three lists: what carries over, what is asked again, what falls away."""
    move = offer.move
    if offer.note is not None:
        st.markdown(plain(words.text(offer.note)))
    if not offer.written:
        st.info(
            words(
                "Nobody wrote down how the two versions belong together. Only questions in the very same words carry "
                "over; all others are asked again."
            )
        )
    for message in move.settings:
        st.markdown(f":material/tune: {plain(words.say(message))}")
    rows = [_carried(each, offer.after, words) for each in move.carried]
    _list(words, rows, words("Carries over: {count}", count=len(rows)))
    st.caption(words("Each is marked “not yet checked again”."))
    rows = [_again(each, offer.after, words) for each in move.again]
    _list(words, rows, words("Has to be asked: {count}", count=len(rows)))
    st.caption(words("Notes and evidence go along where there are any."))
    rows = [_away(each, offer.before, words) for each in move.away]
    _list(words, rows, words("Falls away: {count}", count=len(rows)))
    st.caption(words("Files that were attached, and ratings that people gave alone, stay with this assessment."))


def _move(words: Words, actor: Actor, offer: Offer) -> None:
    key = f"move-{offer.assessment.id}"
    title = one_field(words, words("Name of the new assessment"), words("Move"), key)
    if title is not None:
        begun = desk().moving.move(actor, offer.assessment.id, title)
        st.switch_page("answering.py", query_params={"assessment": begun.id})


def _left_behind(actor: Actor, assessment: Assessment) -> bool:
    """Whether somebody went on from it already, or it is closed and another one of the city came after it."""
    others = [each for each in desk().assessments.list(actor) if each.city == assessment.city]
    same = [each for each in others if each.questionnaire == assessment.questionnaire]
    if any(each.follows == assessment.id for each in same):
        return True
    return assessment.state == "closed" and any(each.created > assessment.created for each in same)


def _list(words: Words, rows: Sequence[tuple[str, str, str]], title: str) -> None:
    st.markdown(f"**{title}**")
    if not rows:
        return
    heads = [words("Identifier"), words("Question"), words("What happens")]
    with st.container(height="content" if len(rows) < _MANY else _SCROLLED, border=False):
        tabulate(heads, [[plain(each) for each in row] for row in rows], alt=title)


def _carried(each: Carried, after: Questionnaire, words: Words) -> tuple[str, str, str]:
    how = words.say(KINDS[each.kind]) if each.kind in KINDS else words("as it is")
    return each.after, question_text(after, each.after, words), how


def _again(each: Again, after: Questionnaire, words: Words) -> tuple[str, str, str]:
    why = words.text(each.why) if each.why is not None else words.say(REASONS[each.reason])
    return each.after, question_text(after, each.after, words), why


def _away(each: Away, before: Questionnaire, words: Words) -> tuple[str, str, str]:
    why = words.text(each.why) if each.why is not None else words.say(AWAY)
    return each.before, question_text(before, each.before, words), why


def question_text(of: Questionnaire, question: str, words: Words) -> str:
    """A question in words; its id where the version does not know it, as for a whole process."""
    if not isinstance(of, CapabilityModel):
        return next((words.text(each.question) for each in of.file.questions if each.id == question), question)
    process = next((each for each in of.processes if question == each.id), None)
    if process is not None:
        return words.text(process.name)
    owner = ".".join(question.split(".")[:2])
    if owner not in {each.id for each in of.processes}:
        return question
    every = (each for framework in of.frameworks for each in of.indicators(owner, framework))
    return next((words.text(each.text) for each in every if each.id == question), question)
