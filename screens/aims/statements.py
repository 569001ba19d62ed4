"""The statements of one process with their letters, to try others; what was changed is remembered in this window."""

from collections.abc import Mapping

import streamlit as st

from models.questionnaire import Indicator
from reports.content.case import Case
from reports.content.naming import attribute_id, process_name
from screens.show.plain import plain


def statements(case: Case, assessment: str) -> Mapping[str, str]:
    """Draws the choice of the process and its statements; every letter that is tried, in all processes."""
    words, letters = case.words, _remembered(assessment)
    processes = [result.process for result, _ in case.assessed]
    process = st.selectbox(
        words("Process"),
        processes,
        format_func=lambda each: process_name(case.model, each, words),
        key=f"try-process-{words.language}",
    )
    touched = [each for each in processes if _touched(each, letters)]
    if touched:
        st.caption(words("Tried so far in: {processes}.", processes=", ".join(touched)))
    scale = case.framework.scale(case.profile.settings.scale)
    st.caption(plain(", ".join(f"{each.letter} = {words.text(each.name)}" for each in scale.ratings)))
    for attribute in case.attributes:
        asked = [each for each in case.indicators(process) if each.attribute == attribute.id]
        first = attribute.level <= 2
        with st.expander(f"{attribute_id(attribute.id)} {plain(words.text(attribute.name))}", expanded=first):
            for indicator in asked:
                _statement(indicator, case, letters, assessment)
    if letters and st.button(words("Put everything back"), icon=":material/undo:", key="try-reset"):
        _forget(assessment)
        st.rerun()
    return letters


def _statement(indicator: Indicator, case: Case, letters: dict[str, str], assessment: str) -> None:
    words, answer = case.words, case.answer(indicator.id)
    text = f"**{indicator.id.removeprefix(indicator.process + '.')}** {plain(words.text(indicator.text))}"
    if answer.state == "not_applicable":
        st.caption(f"{text}: {words('not applicable')}")
        return
    scale = case.framework.scale(case.profile.settings.scale).letters
    real = answer.rating if answer.state == "rated" and answer.rating in scale else None
    chosen = st.segmented_control(
        text,
        scale,
        default=letters.get(indicator.id, real),
        key=f"try-{assessment}-{indicator.id}-{_round(assessment)}",
    )
    if chosen is None or chosen == real:
        letters.pop(indicator.id, None)
    else:
        letters[indicator.id] = chosen


def _touched(process: str, letters: Mapping[str, str]) -> bool:
    return any(each.startswith(f"{process}.") for each in letters)


def _remembered(assessment: str) -> dict[str, str]:
    kept: dict[str, str] = st.session_state.setdefault(f"tried-{assessment}", {})
    return kept


def _forget(assessment: str) -> None:
    # The widgets get other names, so that none of them remembers what was tried.
    st.session_state[f"tried-{assessment}"] = {}
    st.session_state[f"tried-round-{assessment}"] = _round(assessment) + 1


def _round(assessment: str) -> int:
    found: int = st.session_state.get(f"tried-round-{assessment}", 0)
    return found
