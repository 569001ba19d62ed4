"""What stands on each shelf, as far as it was asked for; an empty one says so."""

import datetime
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from locales.words import Words
from models.contribution import Published
from models.library import Figure, GoodPractice, Term
from models.questionnaire import CapabilityModel, Source
from models.recommendations import RecommendationsFile, Step
from reports.content.context_figures import figures_table
from reports.content.naming import process_name
from screens.library.finding import uses
from screens.show.blocks import draw
from screens.show.plain import plain
from screens.show.tables import tabulate

_FIRST = 10
_Kind = TypeVar("_Kind")


def practices(words: Words, model: CapabilityModel, told: Sequence[Published], known: Sequence[GoodPractice]) -> None:
    """Good practices: those of cities here first, then those from public sources."""
    if not (told or known):
        _nothing(words)
        return
    _in_turn(words, told, lambda each: _of_a_city(words, model, each))
    if known and model.shelf.practices_notice:
        st.caption(plain(words.text(model.shelf.practices_notice)))
    _in_turn(words, known, lambda each: _from_a_source(words, model, each))


def _in_turn(words: Words, every: Sequence[_Kind], draw_one: Callable[[_Kind], None]) -> None:
    """The first ones, and the rest behind a line that says how many there are."""
    for each in every[:_FIRST]:
        draw_one(each)
    if rest := every[_FIRST:]:
        with st.expander(words("{count} more", count=len(rest))):
            for each in rest:
                draw_one(each)


def recommendations(words: Words, model: CapabilityModel, found: Sequence[RecommendationsFile]) -> None:
    """What experts recommend for each step, process by process."""
    if not found:
        _nothing(words)
    for each in found:
        with st.expander(plain(process_name(model, each.process, words)), expanded=len(found) == 1):
            for step in (*each.steps, *each.beyond):
                _step(words, step)
            st.caption(plain(words("A figure to steer by: {figure}", figure=words.text(each.indicator))))
            st.caption(plain(words("An idea for the highest level: {idea}", idea=words.text(each.idea))))


def terms(words: Words, found: Sequence[Term]) -> None:
    """The words of the field in both languages."""
    rows = [
        [_cell(each.term.de), _cell(each.term.en), _cell(words.text(each.note) if each.note else "")] for each in found
    ]
    if not rows:
        _nothing(words)
        return
    tabulate(
        [words("German"), words("English"), words("Note")], rows, alt=words("Words of the field in German and English")
    )


def literature(words: Words, model: CapabilityModel, found: Sequence[Source]) -> None:
    """What the model rests on."""
    if not found:
        _nothing(words)
        return
    used = uses(model)
    for each in found:
        link = _link(words, each.url)
        about = words("for {processes}", processes=", ".join(used[each.id])) if used[each.id] else ""
        st.markdown(f"- {plain(each.citation)}{link} {f'· {about}' if about else ''}")


def figures(words: Words, model: CapabilityModel, found: Sequence[Figure]) -> None:
    """Figures of public surveys; at first those that can be shown without a further check."""
    st.caption(plain(words.text(model.shelf.figures_notice)) if model.shelf.figures_notice else "")
    every = st.checkbox(words("Also figures that need a further check"), key="every-figure")
    shown = [each for each in found if every or each.usable_directly]
    if not shown:
        _nothing(words)
        return
    draw([figures_table(shown, words)], words)


def _nothing(words: Words) -> None:
    st.markdown(words("Nothing fits. Fewer words, or all processes, find more."))


def _of_a_city(words: Words, model: CapabilityModel, each: Published) -> None:
    said = each.contribution
    with st.container(border=True):
        name = each.city or words("A city of this network")
        st.markdown(f"**{plain(name)}**")
        st.markdown(plain(said.what))
        st.markdown(plain(_about(words, model, said.processes)))
        if said.from_level is not None and said.to_level is not None:
            st.caption(words("Helps from level {lower} to {upper}", lower=said.from_level, upper=said.to_level))
        day = words.date(said.source_day) if said.source_day else ""
        source = words("Source: {source}, of {day}", source=said.source, day=day)
        link = _link(words, said.address)
        checked = words("source looked at by the editor on {day}", day=words.date(each.checked))
        st.caption(f"{plain(source)}{link} · {plain(checked)}")


def _from_a_source(words: Words, model: CapabilityModel, each: GoodPractice) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(words.text(each.city))}**")
        st.markdown(plain(words.text(each.what)))
        st.markdown(plain(_about(words, model, each.processes)))
        checked = words.date(datetime.date.fromisoformat(each.checked_on)) if each.checked_on else ""
        source = (
            words("Source: {source}; looked at on {day}", source=each.source, day=checked)
            if checked
            else words("Source: {source}; as of that source, not checked since", source=each.source)
        )
        caution = f" {words.text(each.caution)}" if each.caution else ""
        st.caption(plain(f"{source}.{caution}"))


def _about(words: Words, model: CapabilityModel, processes: Sequence[str]) -> str:
    return "; ".join(process_name(model, key, words) for key in processes)


def _step(words: Words, step: Step) -> None:
    lead = words("Level {lower} to {upper}", lower=step.from_level, upper=step.to_level)
    st.markdown(f"**{lead}:** {plain(words.text(step.do))}")
    if step.worked_out is not None:
        st.markdown("\n".join(f"{at}. {plain(words.text(each))}" for at, each in enumerate(step.worked_out.do, 1)))


def _cell(text: str | None) -> str:
    return plain(text or "–")


def _link(words: Words, address: str | None) -> str:
    """A link to what can be read on the web; nothing where there is no address."""
    if not address or not address.startswith("https://"):
        return ""
    shown = words("open it")
    return f" [{shown}]({_safe(address)})"


def _safe(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
