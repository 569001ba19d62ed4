"""The answering page: which process and which part of it is open, and everything around the questions."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.assessment import Actor
from models.sheet import Overview, ProcessProgress, Sheet, SheetPart
from screens.answers.leaving_out import leaving_out
from screens.answers.processes import processes
from screens.answers.pulse import pulse
from screens.answers.question import Ask, question
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.plain import plain


def answering(assessment: str, process: str | None) -> None:
    """Draws the page.

    Args:
        assessment: the id of an assessment, as the address names it.
        process: the id of a process in its scope; the first unfinished one where absent or unknown.
    """
    words, actor = speak(), current_actor()
    overview = desk().answering.overview(actor, assessment)
    current = _current(overview, process)
    processes(words, overview, current)
    parts.place(f"answering-{assessment}", current.process.id)
    with column(WORKING):
        _process(words, actor, desk().answering.sheet(actor, assessment, current.process.id))
        _onward(words, overview, current)


def _current(overview: Overview, wanted: str | None) -> ProcessProgress:
    named = next((each for each in overview.processes if each.process.id == wanted), None)
    unfinished = (each for each in overview.processes if not each.removed and each.answered < each.asked)
    return named or next(unfinished, overview.processes[0])


def _process(words: Words, actor: Actor, sheet: Sheet) -> None:
    process = sheet.process
    st.caption(f"{plain(sheet.assessment.city.name)} · {plain(sheet.assessment.title)}")
    st.title(f"{plain(process.id)} {plain(words.text(process.name))}", anchor=False)
    st.markdown(plain(words.text(process.purpose)))
    if sheet.level is not None:
        pulse(actor, sheet.assessment.id, process.id)
        _help(words, sheet)
        _part(words, actor, sheet)
    leaving_out(words, actor, sheet)


def _help(words: Words, sheet: Sheet) -> None:
    left, right = st.columns(2)
    with left.expander(words("What usually belongs to it")):
        _list(words, [words.text(each) for each in sheet.process.base_practices])
    with right.expander(words("What usually shows it")):
        _list(words, [words.text(each) for each in sheet.process.work_products])


def _list(words: Words, texts: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(text)}" for text in texts) or words("nothing"))


def _part(words: Words, actor: Actor, sheet: Sheet) -> None:
    opened = [part for part in sheet.parts if part.open]
    shown = _chosen_part(words, sheet, opened)
    attribute = shown.attribute
    st.subheader(plain(words.text(attribute.name)), anchor=False, help=words.text(attribute.term))
    st.markdown(plain(words.text(attribute.key_question)))
    for number, each in enumerate(shown.questions, 1):
        question(Ask(actor, sheet.assessment.id, each.indicator.id, sheet.scale, number))
    closed = [part for part in sheet.parts if not part.open]
    if closed:
        names = ", ".join(plain(words.text(part.attribute.name)) for part in closed)
        st.caption(words("Opens when the level before is reached: {names}", names=names))


def _chosen_part(words: Words, sheet: Sheet, opened: Sequence[SheetPart]) -> SheetPart:
    by_id = {part.attribute.id: part for part in opened}
    unfinished = (part for part in opened if part.answered < len(part.questions))
    first = next(unfinished, opened[-1])
    if len(opened) == 1:
        return first
    chosen = st.segmented_control(
        words("Part"),
        list(by_id),
        default=first.attribute.id,
        required=True,
        format_func=lambda name: _part_words(words, by_id[name]),
        key=f"part:{sheet.assessment.id}:{sheet.process.id}:{words.language}:{len(opened)}",
        label_visibility="collapsed",
    )
    return by_id.get(str(chosen), first)


def _part_words(words: Words, part: SheetPart) -> str:
    number = part.attribute.id.removeprefix("PA")
    return f"{number} {words.text(part.attribute.name)} · {part.answered}/{len(part.questions)}"


def _onward(words: Words, overview: Overview, current: ProcessProgress) -> None:
    ids = [each.process.id for each in overview.processes]
    at = ids.index(current.process.id)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if at > 0:
            st.button(words("Process before"), key="process-before", on_click=_go, args=(ids[at - 1],))
        if at + 1 < len(ids):
            st.button(words("Next process"), key="process-next", type="primary", on_click=_go, args=(ids[at + 1],))
        elif st.button(words("To the results"), key="to-results", type="primary"):
            st.switch_page("results.py", query_params={"assessment": overview.assessment.id})


def _go(process: str) -> None:
    st.query_params["process"] = process
