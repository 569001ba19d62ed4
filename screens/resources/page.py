"""The page of costs: what stands first, then the form to change it."""

from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from assessment.desk.door import may, to_city
from assessment.desk.errors import NotAccepted
from locales.words import Words
from models.assessment import City
from models.people import Actor
from models.questionnaire import CapabilityModel
from models.resources import EUROS_LIMIT, HOURS_LIMIT, KeptResources, Outlay, Resources
from reports.content.naming import process_name
from reports.content.resources import resources_section
from screens.browser import parts
from screens.crossroads.choosing import chosen, own_cities
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.blocks import draw
from screens.show.plain import plain
from screens.show.pressing import pressed, unchanged
from screens.show.stored import say_stored

_FIELDS = ("hours", "own_funds", "third_party_funds")


def resources() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.page_link("network.py", label=words("Network"), icon=":material/arrow_back:")
        st.title(words("Resources"), anchor=False)
        cities = own_cities(actor, "read city")
        if not cities:
            st.markdown(words("Costs belong to a city, and you belong to none here."))
            return
        _of_city(words, actor, chosen(words, cities, "costs"))


def _of_city(words: Words, actor: Actor, city: City) -> None:
    model, standing = desk().library.models[0], desk().resourcing.of_city(actor, city.id)
    if standing is None or not standing.resources.outlays:
        st.markdown(
            words(
                "Nothing is entered yet. Estimates are enough: how many working hours and euros a process takes in a "
                "year, and who pays. Only your own city sees them."
            )
        )
    else:
        measures = desk().measuring.of_city(actor, city.id)
        draw(resources_section(model, standing.resources, measures, words).blocks[1:], words)
        url = f"/files/resources/{city.id}.xlsx?language={words.language}"
        with st.container(horizontal=True, vertical_alignment="center"):
            parts.saver(
                words, parts.Download(words("Save as a workbook (XLSX)"), "resources.xlsx", url=url), key="costs-xlsx"
            )
            st.page_link(
                "planned.py", label=words("Measures"), icon=":material/checklist:", query_params={"city": city.id}
            )
    if may(tuple(to_city(actor, city.id)), "change city"):
        _form(words, actor, city, model, standing)


def _form(words: Words, actor: Actor, city: City, model: CapabilityModel, standing: KeptResources | None) -> None:
    place = _place(city)
    begun = began_with(place, lambda each: f"year-{_version(each)}", standing)
    seen = _version(begun)
    before = begun.resources if begun else Resources(year=wiring.now().year, outlays={})
    with st.expander(
        words("Enter or change"), icon=":material/edit:", expanded=not before.outlays, key=f"costs-{seen}"
    ):
        late = overtaken(words, place, begun, standing)
        year = st.number_input(words("Year"), 2000, wiring.now().year + 1, before.year, width=160, key=f"year-{seen}")
        dimension = st.selectbox(
            words("Dimension"),
            [each.id for each in model.head.dimensions],
            format_func=lambda key: next(words.text(each.name) for each in model.head.dimensions if each.id == key),
            key=f"costs-dimension-{words.language}",
        )
        drawn = _drawn(f"{city.id}-{seen}", dimension, before)
        for process in model.processes_of(dimension):
            standing_there = drawn.shown.get(process.id, Outlay())
            drawn.typed[process.id] = _fields(words, model, process.id, standing_there, f"{city.id}-{seen}")
        wished = Resources(year=int(year), outlays={key: each for key, each in drawn.typed.items() if not each.is_open})
        lacks = unchanged(words, wished, before)
        if pressed(words("Keep this"), f"keep-costs-{seen}", lacks=lacks, kind="primary", told_above=late):
            _keep(words, actor, city, wished, seen)


@dataclass
class _Drawn:
    """What the form holds while somebody goes from dimension to dimension: what is typed, what fields began with."""

    dimension: str
    typed: dict[str, Outlay]
    shown: dict[str, Outlay]


def _drawn(key: str, dimension: str, before: Resources) -> _Drawn:
    drawn: _Drawn = st.session_state.setdefault(
        f"costs-typed-{key}", _Drawn(dimension, dict(before.outlays), dict(before.outlays))
    )
    if drawn.dimension != dimension:
        drawn.dimension, drawn.shown = dimension, dict(drawn.typed)
    return drawn


def _keep(words: Words, actor: Actor, city: City, wished: Resources, seen: int) -> None:
    try:
        desk().resourcing.write(actor, city.id, wished, seen=seen)
    except NotAccepted as refused:
        st.error(plain(words.say(refused.message)))
        return
    begin_anew(_place(city))
    say_stored(words)
    st.rerun()


def _place(city: City) -> str:
    return f"costs-began-{city.id}"


def _version(kept: KeptResources | None) -> int:
    return kept.version if kept else 0


def _fields(words: Words, model: CapabilityModel, process: str, standing: Outlay, key: str) -> Outlay:
    st.markdown(f"**{plain(process_name(model, process, words))}**")
    labels = (words("Working hours a year"), words("Own euros a year"), words("Euros of others a year"))
    limits = (HOURS_LIMIT, EUROS_LIMIT, EUROS_LIMIT)
    filled = {
        name: place.number_input(
            label, 0, limit, value=getattr(standing, name), step=1, key=f"{name}-{process}-{key}-{words.language}"
        )
        for place, name, label, limit in zip(st.columns(3), _FIELDS, labels, limits, strict=True)
    }
    return Outlay(**filled)
