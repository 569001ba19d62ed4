"""What one's own city tells the library: written down, handed in, and what the editor said."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assessment.desk.contributing import HIGHEST
from assessment.desk.errors import NotAccepted
from locales.preference import NAMES
from locales.words import Words
from models.assessment import City
from models.authored import LANGUAGES
from models.contribution import PRACTICE_LIMIT, Contribution, ContributionState, KeptContribution
from models.people import Actor
from models.questionnaire import CapabilityModel
from reports.content.naming import process_name
from screens.crossroads.choosing import chosen
from screens.frame.began import began_with, begin_anew, overtaken, sent, times_sent
from screens.frame.here import desk
from screens.show.asking import asked_first
from screens.show.plain import plain
from screens.show.stored import say_stored


def contributing(words: Words, actor: Actor, model: CapabilityModel, cities: Sequence[City]) -> None:
    """Draws the city's contributions, and the form for a new one."""
    city = chosen(words, cities, "contributing")
    st.markdown(
        words(
            "Tell other cities what works for you, in two or three sentences. An editor looks at the source; then "
            "everybody here can read it, with your city's name only if you tick that."
        )
    )
    every = desk().contributing.of_city(actor, city.id)
    for each in every:
        place = _place(each)
        begun = began_with(place, lambda one: f"what-{_key(one)}-{words.language}", each)
        label = f"{_state(each.state, words)} · {plain(each.contribution.what[:80])}"
        with st.expander(label, key=f"practice-{_key(begun)}"):
            late = overtaken(words, place, begun, each)
            _one(words, actor, model, city, begun, late=late)
    new = f"practices-written-{city.id}"
    key = f"{city.id}-{times_sent(new)}"
    with st.expander(words("Write down a good practice"), icon=":material/add:", key=f"new-practice-{key}"):
        nothing = Contribution(what="", language=words.language, processes=())
        said = _fields(words, model, nothing, f"new-{key}")
        if st.button(words("Keep as a draft"), type="primary", key=f"write-{key}"):
            _carried_out(words, lambda: desk().contributing.write(actor, city.id, said), lambda: sent(new))


def _one(words: Words, actor: Actor, model: CapabilityModel, city: City, each: KeptContribution, *, late: bool) -> None:
    if each.reason:
        st.warning(plain(words("Sent back by the editor: {reason}", reason=each.reason)))
    key = _key(each)
    said = _fields(words, model, each.contribution, key)
    if each.state in ("submitted", "published"):
        st.caption(words("Changing it makes a draft of it again, which the editor has to look at anew."))
    desk_of, anew = desk().contributing, partial(begin_anew, _place(each))

    def kept() -> None:
        anew()
        say_stored(words)

    with st.container(horizontal=True):
        changed = said != each.contribution
        if st.button(words("Keep as a draft"), key=f"keep-{key}", disabled=late) and not late:
            _carried_out(words, lambda: desk_of.write(actor, city.id, said, which=each.id, seen=each.version), kept)
        if each.state == "draft" and st.button(
            words("Hand in"),
            type="primary",
            key=f"submit-{key}",
            disabled=changed or late,
            help=words("Keep your changes first."),
        ):
            _carried_out(words, lambda: desk_of.submit(actor, city.id, each.id, seen=each.version), anew)
        told = words("The text is erased, also from the library where it stands there. Nothing brings it back.")
        if asked_first(words("Take it back …"), told, words("Take it back for good"), f"remove-{key}"):
            _carried_out(words, lambda: desk_of.remove(actor, city.id, each.id), anew)


def _key(each: KeptContribution) -> str:
    return f"{each.id}-{each.version}"


def _place(each: KeptContribution) -> str:
    return f"practice-began-{each.id}"


def _carried_out(words: Words, wish: Callable[[], object], afterwards: Callable[[], None]) -> None:
    try:
        wish()
    except NotAccepted as refused:
        st.error(plain(words.say(refused.message)))
        return
    afterwards()
    st.rerun()


def _fields(words: Words, model: CapabilityModel, standing: Contribution, key: str) -> Contribution:
    key = f"{key}-{words.language}"
    order = [each.id for each in model.processes]
    what = st.text_area(words("What your city does"), standing.what, max_chars=PRACTICE_LIMIT, key=f"what-{key}")
    processes = st.multiselect(
        words("For which processes it is an example"),
        order,
        default=list(standing.processes),
        format_func=lambda process: process_name(model, process, words),
        placeholder=words("none"),
        key=f"processes-{key}",
    )
    left, right = st.columns(2)
    steps = [(level, level + 1) for level in range(HIGHEST)]
    at = (standing.from_level, standing.to_level)
    step = left.selectbox(
        words("For which step"),
        steps,
        index=next((number for number, each in enumerate(steps) if each == at), None),
        format_func=lambda each: words("Level {lower} to {upper}", lower=each[0], upper=each[1]),
        placeholder=words("any"),
        key=f"step-{key}",
    )
    language = right.selectbox(
        words("Language you write in"),
        LANGUAGES,
        index=LANGUAGES.index(standing.language),
        format_func=lambda code: NAMES[code],
        key=f"language-{key}",
    )
    source = left.text_input(
        words("Source: paper, decision, report"), standing.source, max_chars=500, key=f"source-{key}"
    )
    day = right.date_input(words("Day of the source"), standing.source_day, format="DD.MM.YYYY", key=f"day-{key}")
    address = st.text_input(
        words("Where it can be read, if anywhere"), standing.address, placeholder="https://", key=f"address-{key}"
    )
    named = st.checkbox(words("The name of our city may be shown with it"), standing.named, key=f"named-{key}")
    return Contribution(
        what=str(what),
        language=language,
        processes=tuple(each for each in order if each in processes),
        from_level=step[0] if step else None,
        to_level=step[1] if step else None,
        source=str(source),
        address=str(address),
        source_day=day,
        named=named,
    )


def _state(state: ContributionState, words: Words) -> str:
    return {
        "draft": words("draft"),
        "submitted": words("handed in"),
        "published": words("published"),
        "declined": words("sent back"),
    }[state]
