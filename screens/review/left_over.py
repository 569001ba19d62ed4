"""What is left to look at, process by process, each with the way there. Nothing here keeps anybody from closing."""

import streamlit as st

from assessment.desk.reviewing import Review
from locales.words import Words
from models.closing import ProcessState
from reports.content.flags import MEANINGS
from screens.show.plain import plain


def left_over(words: Words, review: Review) -> None:
    """Draws it."""
    answered, asked = review.answered, review.asked
    st.progress(
        answered / asked if asked else 1.0,
        words("{answered} of {asked} questions that are open now are answered", answered=answered, asked=asked),
    )
    open_ones = [each for each in review.processes if not each.clear]
    fine = [each.process for each in review.processes if each.clear]
    if not open_ones:
        st.success(words("Nothing is left. Everything that is asked is answered, with evidence."))
        return
    st.markdown(
        words("You can close with gaps: open answers make the result a range, and the report says what is missing.")
    )
    for each in open_ones:
        _process(words, review, each)
    if fine:
        st.caption(words("In order: {processes}", processes=", ".join(fine)))


def _process(words: Words, review: Review, state: ProcessState) -> None:
    name = words.text(review.model.process(state.process).name)
    with st.container(border=True, key=f"left-{state.process}"):
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.markdown(f"**{plain(state.process)} {plain(name)}**")
        left.markdown("\n".join(f"- {line}" for line in _lines(words, state)))
        right.page_link(
            "answering.py",
            label=words("To the questions"),
            icon=":material/arrow_forward:",
            query_params={"assessment": review.assessment.id, "process": state.process},
        )


def _lines(words: Words, state: ProcessState) -> list[str]:
    lines = [
        (state.unanswered, words("not answered yet: {places}", places=_places(words, state, state.unanswered))),
        (state.dont_know, words("“don't know”: {places}", places=_places(words, state, state.dont_know))),
        (
            state.unfounded,
            words("said to be done, without evidence: {places}", places=_places(words, state, state.unfounded)),
        ),
        (
            state.unchecked,
            words(
                "taken over from last time, not checked again: {places}", places=_places(words, state, state.unchecked)
            ),
        ),
        (
            state.apart,
            words.many(
                state.apart,
                "rated privately, not agreed yet: 1 question",
                "rated privately, not agreed yet: {count} questions",
            ),
        ),
    ]
    flags = [words.say(MEANINGS[code]) for code in state.flags if code in MEANINGS]
    return [*(line for present, line in lines if present), *map(plain, flags)]


def _places(words: Words, state: ProcessState, ids: tuple[str, ...]) -> str:
    """All that are asked, or the ids without the process, as they stand beside the questions."""
    if len(ids) == state.asked:
        return words("all {count}", count=len(ids))
    return plain(", ".join(each.removeprefix(f"{state.process}.") for each in ids))
