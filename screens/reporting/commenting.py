"""What a consultant or the city's lead says to a part of the report; it is printed there as theirs."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.reporting import COMMENT_LIMIT, Comment
from reports.choosing import Part
from reports.wish import Makings, Wish
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import current_actor, desk
from screens.reporting.sections import parts_of
from screens.show.people import called
from screens.show.plain import plain
from screens.show.stored import say_stored

_FOLDED = "report-comments"


def comments(words: Words, wish: Wish, makings: Makings) -> None:
    """Draws the comments there are, and the field for one more. They are worked out when somebody unfolds them."""
    # Said again in each run: a title with another number would fold it, over the head of whoever is writing in it.
    st.session_state[_FOLDED] = st.session_state.get(_FOLDED, False)
    opened = st.expander(
        words("Comments in the report: {count}", count=len(makings.comments)),
        icon=":material/comment:",
        key=_FOLDED,
        on_change="rerun",
    )
    with opened:
        if not opened.open:
            return
        actor, of = current_actor(), makings.assessment
        known = parts_of(makings, wish)
        for each in makings.comments:
            _shown(words, each, known)
        if of.city.id in actor.cities("lead") or of.id in actor.opened:
            _writing(words, makings, known)


def _shown(words: Words, comment: Comment, known: tuple[Part, ...]) -> None:
    name = next((part.name for part in known if part.id == comment.section), comment.section)
    who = plain(called(words, comment.author)) if comment.author else words("somebody")
    st.markdown(f"**{plain(name)}** · {who}, {words.date(comment.at.date())}  \n{plain(comment.text)}")


def _writing(words: Words, makings: Makings, known: tuple[Part, ...]) -> None:
    if not known:
        return
    section = st.selectbox(
        words("Part of the report"),
        [each.id for each in known],
        format_func=lambda each: next(part.name for part in known if part.id == each),
        key="comment-section",
    )
    standing = next((each for each in makings.comments if each.section == section), None)
    assessment = makings.assessment.id
    _unsent(words, assessment, [each for each in known if each.id != section])
    of = f"{assessment}-{section}"
    place = _place(of)
    begun = began_with(place, lambda each: _key(of, each), standing)
    late = overtaken(words, place, _version(begun), _version(standing))
    # No form of Streamlit's: it would send what is written only with its button, and another part would forget it.
    text = st.text_area(words("Comment"), value=_text(begun), max_chars=COMMENT_LIMIT, key=_key(of, begun))
    if st.button(words("Keep the comment"), key=f"keep-{of}", disabled=late) and not late:
        _keep(words, assessment, section, text, _version(begun))
    st.caption(words("An empty comment is taken away. Answers may change; the comment stays."))


def _unsent(words: Words, assessment: str, others: Sequence[Part]) -> None:
    """Keeps what is written in the fields of parts that are not drawn now, and says where it waits."""
    waiting = []
    for part in others:
        of = f"{assessment}-{part.id}"
        begun: Comment | None = st.session_state.get(_place(of))
        key = _key(of, begun)
        if key not in st.session_state:
            continue
        # Said again in each run: Streamlit forgets what belongs to a field that is not drawn.
        st.session_state[key] = st.session_state[key]
        if st.session_state[key] != _text(begun):
            waiting.append(plain(part.name))
    if waiting:
        st.caption(words("Written and not kept yet: {parts}", parts=", ".join(waiting)))


def _text(comment: Comment | None) -> str:
    return comment.text if comment else ""


def _place(of: str) -> str:
    return f"comment-began-{of}"


def _version(comment: Comment | None) -> int:
    return comment.version if comment else 0


def _key(of: str, comment: Comment | None) -> str:
    return f"comment-{of}-{_version(comment)}"


def _keep(words: Words, assessment: str, section: str, text: str, seen: int) -> None:
    try:
        desk().reporting.comment(current_actor(), assessment, section, text, seen=seen)
    except WishRefused as refused:
        st.warning(plain(words.say(refused.message)))
        return
    begin_anew(_place(f"{assessment}-{section}"))
    say_stored(words)
    st.rerun()
