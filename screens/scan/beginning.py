"""Where a quick scan begins, or goes on: what it asks of people, where the answers are, and a file to go on with."""

from dataclasses import replace

import streamlit as st

from locales.words import Words
from models.answers import Answers
from models.problem import InputRefused
from models.questionnaire import QuickScan
from screens.browser import parts
from screens.frame.here import desk
from screens.scan import memory
from screens.scan.choices import answered
from screens.scan.memory import Visit
from screens.show.opening import ANSWER_FILES, answers_in
from screens.show.plain import plain
from screens.show.problems import sentence, show_problems

_WAITING = "quick-scan-waiting"


def beginning(words: Words, scan: QuickScan, visit: Visit) -> None:
    """Draws the beginning."""
    st.title(plain(words.text(scan.file.name)), anchor=False)
    _about(words, scan)
    if visit.unreadable is not None:
        _unreadable(words, visit, visit.unreadable)
        return
    _city(words, visit)
    _so_far(words, scan, visit)
    _from_file(words, scan, visit)


def _about(words: Words, scan: QuickScan) -> None:
    core = sum(question.core for question in scan.file.questions)
    more = len(scan.file.questions) - core
    st.markdown(
        words(
            "{core} questions and {more} optional ones, in about 20 minutes. For each you choose the statement that "
            "describes your city best today. You can go back and forth, and leave out what you do not know.",
            core=core,
            more=more,
        )
    )
    st.markdown(
        words(
            "**Your answers stay in this browser.** They are not stored on our server, and no account is needed. "
            "Save them as a file if you want to go on elsewhere."
        )
    )


def _city(words: Words, visit: Visit) -> None:
    key = f"scan-city-{words.language}-{visit.edition}"
    usual = words("Our city")
    st.text_input(
        words("Name of your city, as the report shall call it"),
        value="" if visit.answers.city == usual else visit.answers.city,
        placeholder=usual,
        max_chars=200,
        key=key,
        on_change=_name,
        args=(key, usual),
    )


def _name(key: str, usual: str) -> None:
    written = " ".join(str(st.session_state.get(key) or "").split())[:200]
    visit = st.session_state[memory.KEY]
    memory.remember(replace(visit, answers=replace(visit.answers, city=written or usual)))


def _so_far(words: Words, scan: QuickScan, visit: Visit) -> None:
    if memory.is_empty(visit.answers):
        return
    done, core = answered(scan, visit.answers)
    with st.container(border=True):
        st.markdown(words("In this browser, {done} of {core} questions are answered already.", done=done, core=core))
        delete_button(words, "scan-delete-beginning")


def delete_button(words: Words, key: str) -> None:
    """Deletes all answers of the quick scan, after one question."""
    with st.popover(words("Delete my answers from this browser"), type="tertiary", icon=":material/delete:"):
        st.markdown(words("This cannot be undone. A file that you saved stays yours."))
        st.button(words("Delete now"), key=key, on_click=memory.forget, args=(words,))


def _from_file(words: Words, scan: QuickScan, visit: Visit) -> None:
    opened = parts.opener(words, words("Open a saved file"), ANSWER_FILES, key="scan-open")
    if opened is not None:
        _open(words, scan, visit, opened)
    waiting: Answers | None = st.session_state.get(_WAITING)
    if waiting is not None:
        _ask(words, scan, visit, waiting)


def _open(words: Words, scan: QuickScan, visit: Visit, opened: parts.OpenedFile) -> None:
    try:
        answers = answers_in(opened, desk().library).answers
    except InputRefused as refused:
        show_problems(words, opened.name, refused.problems)
        return
    if answers.questionnaire != scan.id:
        st.warning(words("This file belongs to a full assessment. Open it under “Assessments”."))
    elif memory.is_empty(visit.answers):
        memory.take_over(answers)
        st.rerun()
    else:
        st.session_state[_WAITING] = answers


def _ask(words: Words, scan: QuickScan, visit: Visit, waiting: Answers) -> None:
    here, _ = answered(scan, visit.answers)
    there, core = answered(scan, waiting)
    with st.container(border=True):
        st.markdown(
            words(
                "The file answers {there} of {core} questions; {here} are answered here already. Use the file instead?",
                there=there,
                core=core,
                here=here,
            )
        )
        with st.container(horizontal=True):
            st.button(words("Use the file"), type="primary", on_click=_decide, args=(waiting,))
            st.button(words("Keep what is here"), on_click=_decide, args=(None,))


def _decide(answers: Answers | None) -> None:
    st.session_state.pop(_WAITING, None)
    if answers is not None:
        memory.take_over(answers)


def _unreadable(words: Words, visit: Visit, text: str) -> None:
    st.warning(words("This browser keeps a quick scan that cannot be read any more. It is still there, unchanged:"))
    for problem in visit.problems[:5]:
        st.markdown("- " + sentence(words, problem))
    with st.container(horizontal=True):
        parts.saver(words, parts.Download(words("Save it as a file"), "quick-scan.yaml", text=text), key="scan-rescue")
        st.button(words("Delete it and begin anew"), on_click=memory.forget, args=(words,))
