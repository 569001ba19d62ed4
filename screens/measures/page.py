"""The page of measures: what the results suggest, what is planned, what it takes, and what it led to."""

from collections.abc import Sequence

import streamlit as st

from assessment.desk.door import may, to_city
from locales.words import Words
from models.assessment import Assessment, City
from models.measures import Measure
from models.people import Actor
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.measures.effects import came_of
from screens.measures.files import files, taken_in
from screens.measures.listing import listing, one
from screens.measures.own import own_idea
from screens.measures.suggesting import suggestions
from screens.measures.totals import totals
from screens.show.plain import plain


def measures(city: str | None, assessment: str | None, measure: str | None = None) -> None:
    """Draws the page.

    Args:
        city: the id of a city; without it the city of the assessment, or the first of one's own.
        assessment: the id of an assessment whose result suggests measures.
        measure: the id of the one measure that somebody was led to; it stands alone then.
    """
    words, actor = speak(), current_actor()
    with column(WORKING):
        begun = desk().assessments.get(actor, assessment) if assessment else None
        found = begun.city if begun else _city(actor, city)
        if found is None:
            st.title(words("Measures"), anchor=False)
            st.markdown(words("Measures belong to a city. As soon as you belong to one they stand here."))
            return
        st.caption(plain(found.name))
        st.title(words("Measures"), anchor=False)
        held = tuple(to_city(actor, found.id))
        reads, leads = may(held, "read measures"), may(held, "change measures")
        if measure is not None:
            known = _known(actor, found, assessment, reads=reads)
            alone = next((each for each in known if each.id == measure), None)
            if alone is not None:
                one(words, actor, alone, leads=leads)
                _to_all(words, found, assessment)
                return
            st.info(words("This measure is not there any more. These are the others."))
        if reads:
            _of_city(words, actor, found, begun, leads=leads)
        else:
            listing(words, actor, _known(actor, found, assessment, reads=False), leads=False)


def _known(actor: Actor, city: City, assessment: str | None, *, reads: bool) -> Sequence[Measure]:
    """The measures that this person may read: all of the city, or those of an assessment that was opened to them."""
    if reads:
        return desk().measuring.of_city(actor, city.id)
    return desk().measuring.of_assessment(actor, assessment or "")


def _to_all(words: Words, city: City, assessment: str | None) -> None:
    query = {"assessment": assessment} if assessment else {"city": city.id}
    st.page_link("planned.py", label=words("All measures"), icon=":material/checklist:", query_params=query)


def _city(actor: Actor, city: str | None) -> City | None:
    own = desk().people.my_cities(actor)
    return next((each for each in own if each.id == city), next(iter(own), None) if city is None else None)


def _of_city(words: Words, actor: Actor, city: City, begun: Assessment | None, *, leads: bool) -> None:
    planned = desk().measuring.of_city(actor, city.id)
    taken_in(words)
    first = not any(begun is not None and each.assessment == begun.id for each in planned)
    if begun is not None and leads and first:
        suggestions(words, actor, begun, planned, first=first)
    if not planned:
        _nothing_yet(words, begun, leads=leads)
    else:
        _planned(words, actor, city, planned, leads=leads)
    if begun is not None and leads and not first:
        suggestions(words, actor, begun, planned, first=first)
    if leads:
        own_idea(words, actor, city)
    files(words, actor, city, planned, leads=leads)


def _planned(words: Words, actor: Actor, city: City, planned: Sequence[Measure], *, leads: bool) -> None:
    listing(words, actor, planned, leads=leads)
    totals(words, planned)
    came_of(words, actor, city, planned)


def _nothing_yet(words: Words, begun: Assessment | None, *, leads: bool) -> None:
    st.header(words("Nothing planned yet"), anchor=False)
    if begun is not None:
        st.markdown(words("Choose above what you want to turn to, and take it over."))
    elif leads:
        st.markdown(words("Begin with the results of an assessment: there stands “Plan measures”. Or add an idea."))
    else:
        st.markdown(words("The lead of your city plans measures. As soon as there are some they stand here."))
