"""The way through a quick scan: a beginning, one step for each dimension, and the result. Back and forth at will."""

import streamlit as st

from locales.words import Words
from models.questionnaire import Dimension, QuickScan
from screens.browser import parts
from screens.frame.column import READING, column
from screens.frame.language import speak
from screens.scan import memory
from screens.scan.beginning import beginning
from screens.scan.choices import answered, chosen
from screens.scan.memory import Visit
from screens.scan.questions import questions
from screens.scan.result import result
from screens.show.ahead import charts_ahead
from screens.show.plain import plain

_STEP = "step"


@st.fragment(key="quick-scan")
def walk() -> None:
    """Draws the step that the address names, and keeps what was answered so far in the browser."""
    words = speak()
    with column(READING):
        body, foot = st.container(), st.container()
        charts_ahead()
        with foot:
            visit = memory.recall(words)
        with body:
            if visit is None:
                st.skeleton(height=320)
                return
            scan = memory.quick_scan()
            step = _step(scan)
            parts.place("quick-scan", str(step))
            _draw(words, scan, visit, step)


def _draw(words: Words, scan: QuickScan, visit: Visit, step: int) -> None:
    if step == 0 or visit.unreadable is not None:
        beginning(words, scan, visit)
        if visit.unreadable is None:
            _into(words, scan, visit)
    elif step <= len(scan.dimensions):
        _questions(words, scan, visit, scan.dimensions[step - 1], step)
    else:
        result(words, scan, visit)
        _onward(words, scan, step)


def _questions(words: Words, scan: QuickScan, visit: Visit, dimension: Dimension, step: int) -> None:
    done, core = answered(scan, visit.answers)
    steps = len(scan.dimensions)
    st.progress(
        done / core,
        words(
            "Step {step} of {steps} · {done} of {core} questions answered", step=step, steps=steps, done=done, core=core
        ),
    )
    st.title(plain(words.text(dimension.name)), anchor=False)
    st.markdown(plain(words.text(dimension.guiding_question)))
    questions(words, scan, visit, dimension)
    _onward(words, scan, step)


def _into(words: Words, scan: QuickScan, visit: Visit) -> None:
    """From the beginning to the first dimension with an open question, or to the result."""
    open_steps = (at for at, dimension in enumerate(scan.dimensions, 1) if _is_open(scan, visit, dimension))
    step = next(open_steps, len(scan.dimensions) + 1)
    if step > len(scan.dimensions):
        _button(words("To the result"), step, "primary")
    else:
        _button(words("Begin") if memory.is_empty(visit.answers) else words("Go on"), step, "primary")


def _is_open(scan: QuickScan, visit: Visit, dimension: Dimension) -> bool:
    asked = (question for question in scan.questions_of(dimension.id) if question.core)
    return any(chosen(visit.answers, question.id) is None for question in asked)


def _onward(words: Words, scan: QuickScan, step: int) -> None:
    last = len(scan.dimensions)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        _button(words("Back"), step - 1, "secondary")
        if step < last:
            _button(words("Next"), step + 1, "primary")
        elif step == last:
            _button(words("To the result"), step + 1, "primary")


def _button(label: str, to: int, kind: str) -> None:
    st.button(
        label, key=f"scan-to-{to}", type="primary" if kind == "primary" else "secondary", on_click=_go, args=(to,)
    )


def _go(step: int) -> None:
    st.query_params[_STEP] = str(step)


def _step(scan: QuickScan) -> int:
    named = st.query_params.get(_STEP, "0")
    return min(int(named), len(scan.dimensions) + 1) if named.isdecimal() else 0
