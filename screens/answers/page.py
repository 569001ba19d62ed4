"""The answering page: which process and which part of it is open, and everything around the questions."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.people import Actor
from models.sheet import Overview, ProcessProgress, Sheet, SheetPart
from screens.answers import live, pulse
from screens.answers.again import Again, to_look_at
from screens.answers.former import unchanged
from screens.answers.leaving_out import leaving_out
from screens.answers.processes import go_to, processes
from screens.answers.question import Ask, question
from screens.answers.settled import Reader, is_settled, settled, why
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.library.leading import to_library
from screens.raters.agreed import where_to_rate
from screens.show.plain import plain


def answering(assessment: str, process: str | None) -> None:
    """Draws the page.

    Args:
        assessment: the id of an assessment, as the address names it.
        process: the id of a process in its scope; the first unfinished one where absent or unknown.
    """
    words, actor = speak(), current_actor()
    overview = desk().answering.overview(actor, assessment)
    again = to_look_at(actor, overview)
    current = _current(overview, again, process)
    # The page stays with this process, also once it is complete: somebody else may complete it.
    st.query_params["process"] = current.process.id
    sheet = desk().answering.sheet(actor, assessment, current.process.id)
    pulse.note(sheet, words)
    processes(words, actor, overview, current, again)
    with column(WORKING):
        _process(words, actor, sheet)
        _onward(words, overview, sheet)
    parts.place(f"answering-{assessment}", f"{current.process.id} {st.session_state.get(_part_key(sheet))}")


def _current(overview: Overview, again: Again, wanted: str | None) -> ProcessProgress:
    named = next((each for each in overview.processes if each.process.id == wanted), None)
    return named or again.begin_with(overview)


def _process(words: Words, actor: Actor, sheet: Sheet) -> None:
    process = sheet.process
    st.caption(f"{plain(sheet.assessment.city.name)} · {plain(sheet.assessment.title)}")
    st.title(f"{plain(process.id)} {plain(words.text(process.name))}", anchor=False)
    st.markdown(plain(words.text(process.purpose)))
    fixed = is_settled(actor, sheet.assessment)
    if fixed:
        why(words, sheet.assessment)
    elif sheet.assessment.way == "privately":
        where_to_rate(words, sheet.assessment.id, process.id)
    if sheet.level is not None:
        pulse.moving("head", sheet.assessment.id, process.id, pulse.head)
        if not fixed:
            unchanged(words, actor, sheet)
        _help(words, actor, sheet)
        _part(words, actor, sheet)
    else:
        live.listen(actor, sheet, ())
    if not fixed or sheet.whole.rated is not None:
        leaving_out(words, actor, sheet, fixed=fixed)


def _help(words: Words, actor: Actor, sheet: Sheet) -> None:
    left, right = st.columns(2)
    with left.expander(words("What usually belongs to it")):
        _list(words, [words.text(each) for each in sheet.process.base_practices])
    with right.expander(words("What usually shows it")):
        _list(words, [words.text(each) for each in sheet.process.work_products])
    to_library(words, actor, sheet.process.id)


def _list(words: Words, texts: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(text)}" for text in texts) or words("nothing"))


def _part(words: Words, actor: Actor, sheet: Sheet) -> None:
    opened = [part for part in sheet.parts if part.open]
    shown = _chosen_part(words, sheet, opened)
    attribute = shown.attribute
    st.header(plain(words.text(attribute.name)), anchor=False, help=words.text(attribute.term))
    st.markdown(plain(words.text(attribute.key_question)))
    for number, each in enumerate(shown.questions, 1):
        if is_settled(actor, sheet.assessment):
            settled(words, Reader(actor, sheet.assessment, sheet.scale), each, number)
        else:
            question(_ask(actor, sheet, each.indicator.id, number))
    live.listen(actor, sheet, tuple(each.indicator.id for each in shown.questions))
    closed = [part for part in sheet.parts if not part.open]
    if closed:
        names = ", ".join(plain(words.text(part.attribute.name)) for part in closed)
        st.caption(words("Opens when the level before is reached: {names}", names=names))


def _ask(actor: Actor, sheet: Sheet, indicator: str, number: int) -> Ask:
    about = sheet.assessment
    agreed_on, follows = about.way == "privately", about.follows is not None
    return Ask(actor, about.id, indicator, sheet.scale, number, agreed_on, follows)


def _chosen_part(words: Words, sheet: Sheet, opened: Sequence[SheetPart]) -> SheetPart:
    """The part that is shown: the one chosen last as long as it is open, at first the first unfinished one.

    Where all are finished it is the first: whoever comes back to read or to look again begins at the beginning.
    """
    by_id = {part.attribute.id: part for part in opened}
    remembered: str = st.session_state.get(_part_key(sheet), "")
    unfinished = (part for part in opened if not pulse.is_complete(part))
    first = by_id.get(remembered) or next(unfinished, opened[0])
    # The key names what the widget must not remember beyond: other labels (it sends labels), a turn of our own.
    labels = "|".join(_part_words(words, part) for part in opened)
    turn = st.session_state.get(_turn_key(sheet), 0)
    chosen = first.attribute.id
    # A place that is always there: what comes and goes above the questions would take the keyboard out of a field.
    with st.container(gap=None):
        if len(opened) > 1:
            chosen = st.pills(
                words("Part"),
                list(by_id),
                default=chosen,
                required=True,
                format_func=lambda name: _part_words(words, by_id[name]),
                key=f"{_part_key(sheet)}:{turn}:{labels}",
                label_visibility="collapsed",
            )
    st.session_state[_part_key(sheet)] = chosen
    return by_id.get(chosen, first)


def _part_key(sheet: Sheet) -> str:
    return f"part:{sheet.assessment.id}:{sheet.process.id}"


def _turn_key(sheet: Sheet) -> str:
    return f"turn:{sheet.assessment.id}:{sheet.process.id}"


def _part_words(words: Words, part: SheetPart) -> str:
    number = part.attribute.id.removeprefix("PA")
    done = ":material/check: " if pulse.is_complete(part) else ""
    return f"{done}{number} {words.text(part.attribute.name)}"


def _onward(words: Words, overview: Overview, sheet: Sheet) -> None:
    ids = [each.process.id for each in overview.processes]
    at = ids.index(sheet.process.id)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if at > 0:
            st.button(words("Process before"), key="process-before", on_click=go_to, args=(ids[at - 1],))
        following = _next_part(sheet)
        if following is not None:
            label = words("Next part: {name}", name=following.attribute.name)
            st.button(label, key="part-next", type="primary", on_click=_go_on, args=(sheet, following.attribute.id))
        elif at + 1 < len(ids):
            st.button(words("Next process"), key="process-next", type="primary", on_click=go_to, args=(ids[at + 1],))
        elif st.button(words("To the results"), key="to-results", type="primary"):
            st.switch_page("results.py", query_params={"assessment": overview.assessment.id})


def _next_part(sheet: Sheet) -> SheetPart | None:
    """The next open part behind the one that is shown, if there is one with something left to answer."""
    opened = [part for part in sheet.parts if part.open] if sheet.level is not None else []
    shown = st.session_state.get(_part_key(sheet))
    behind = [part for at, part in enumerate(opened) if shown in {each.attribute.id for each in opened[:at]}]
    return next((part for part in behind if not pulse.is_complete(part)), None)


def _go_on(sheet: Sheet, attribute: str) -> None:
    st.session_state[_part_key(sheet)] = attribute
    st.session_state[_turn_key(sheet)] = st.session_state.get(_turn_key(sheet), 0) + 1
