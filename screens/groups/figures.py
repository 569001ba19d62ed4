"""What was published of a cohort, and the cities that show their levels under their name."""

from collections.abc import Sequence

import streamlit as st

from assessment import wiring
from assessment.desk.benchmarking import GroupEditions
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from reports.content.group import named_map
from screens.frame.here import desk
from screens.groups.showing import case_of, choose, editions_in, show
from screens.outcome.public_figures import public_figures
from screens.show.charts import chart


def figures(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws it."""
    groups = desk().benchmarking.of_cohort(actor, cohort.id)
    if not any(each.cohort is not None for each in groups):
        st.info(
            words(
                "Nothing was published of this cohort yet. Under “Publish” you see how many cities count. Until then "
                "the figures of a larger group stand here, where there are any."
            )
        )
    choosing(words, groups, cohort.id)
    public_figures(wiring.library().models[0], words)
    _named(words, actor, cohort)


def choosing(words: Words, groups: Sequence[GroupEditions], key: str) -> bool:
    """Draws the edition that is chosen; whether there is any.

    Args:
        words: the language.
        groups: those whose editions may be chosen.
        key: stands in the addresses of its files.
    """
    every = editions_in(groups, words)
    if not every:
        return False
    group, kept = choose(words, every, f"edition-{key}")
    show(case_of(groups, group, kept, words), key)
    return True


def _named(words: Words, actor: Actor, cohort: Cohort) -> None:
    st.subheader(words("Cities by name"), anchor=False)
    levels = {each.city.name: each.levels for each in desk().benchmarking.named(actor, cohort.id)}
    drawn = named_map(wiring.library().models[0], levels, words)
    if drawn is None:
        st.markdown(words("No city shows its levels under its name. Each decides that for itself, on its own page."))
        return
    st.caption(
        words(
            "Only cities that agreed to it, with their last closed result. Darker is a higher level. This is no "
            "ranking."
        )
    )
    chart(drawn, words)
