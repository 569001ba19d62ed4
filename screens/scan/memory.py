"""Where a quick scan is while somebody takes it: in this visit's session, and in the browser, as an answers file.

The browser's copy is asked for once a session, under the session's own name: after a server restart the browser still
sends along what it said to the session before, which may be older than what it keeps.
"""

from dataclasses import dataclass, replace

import streamlit as st

from assessment.loading import dump_answers, parse_answers
from locales.words import Words
from models.answers import Answers
from models.problem import InputRefused, Problem
from models.questionnaire import QuickScan
from screens.browser import parts
from screens.frame.here import desk

KEY = "quick-scan"
_SLOT = "hanse.quick-scan"


@dataclass(frozen=True, slots=True)
class Visit:
    """The quick scan of this visit.

    `edition` counts how often all answers were replaced at once, so that widgets begin anew. `unreadable` is what the
    browser kept but nobody can read any more, with the problems: nothing of it is overwritten until the person says so.
    """

    answers: Answers
    edition: int = 0
    unreadable: str | None = None
    problems: tuple[Problem, ...] = ()


def quick_scan() -> QuickScan:
    """The quick scan of this installation."""
    return desk().library.quick_scans[0]


def recall(words: Words) -> Visit | None:
    """The quick scan of this visit; None until the browser has said what it keeps.

    Has to run once in every run that may have changed an answer: it is what writes to the browser.
    """
    visit: Visit | None = st.session_state.get(KEY)
    kept = parts.keeper(words, _SLOT, _session(), _text(visit))
    told = kept.get("text") if kept is not None and kept.get("session") == _session() else None
    if told is None or told == st.session_state.get(f"{KEY}-told"):
        return visit
    st.session_state[f"{KEY}-told"] = told
    if visit is None or told != _text(visit):
        remember(_read(words, told, visit))
        st.rerun()
    return visit


def remember(visit: Visit) -> None:
    """Takes over new answers; the browser gets them at the next `recall`."""
    st.session_state[KEY] = visit


def begin(words: Words) -> Answers:
    """A quick scan without answers."""
    scan = quick_scan()
    return Answers(scan.id, scan.version, words("Our city"), language=words.language)


def take_over(answers: Answers) -> None:
    """Replaces everything that was answered in this visit."""
    visit = st.session_state.get(KEY)
    remember(Visit(answers, edition=visit.edition + 1 if visit else 0))


def forget(words: Words) -> None:
    """Deletes the answers from this visit and from the browser."""
    take_over(begin(words))


def is_empty(answers: Answers) -> bool:
    """Whether there is nothing yet that anybody would miss."""
    return not answers.ratings


def as_file(answers: Answers) -> str:
    """The answers as the file that people save, and that their browser keeps."""
    return dump_answers(answers)


def _text(visit: Visit | None) -> str | None:
    if visit is None:
        return None
    if visit.unreadable is not None:
        return visit.unreadable
    return "" if is_empty(visit.answers) else as_file(visit.answers)


def _read(words: Words, text: str, before: Visit | None) -> Visit:
    edition = before.edition + 1 if before else 0
    if not text:
        return Visit(begin(words), edition)
    try:
        return Visit(parse_answers(text.encode(), words("your browser"), desk().library), edition)
    except InputRefused as refused:
        return replace(Visit(begin(words), edition), unreadable=text, problems=refused.problems)


def _session() -> str:
    context = st.runtime.scriptrunner.get_script_run_ctx()
    return context.session_id if context is not None else ""
