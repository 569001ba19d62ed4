"""What was published of a cohort, and the cities that show their levels under their name."""

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from reports.content.group import named_map
from screens.frame.here import desk
from screens.groups.showing import case_of, editions_in, show
from screens.show.charts import chart


def figures(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws it."""
    groups = desk().benchmarking.of_cohort(actor, cohort.id)
    every = editions_in(groups, words)
    own = [each for each in every if each[0].cohort is not None]
    if not own:
        st.info(
            words(
                "Nothing was published of this cohort yet. Under “Publish” you see how many cities count. Until then "
                "the figures of a larger group stand here, where there are any."
            )
        )
    if every:
        at = st.selectbox(
            words("Edition"),
            range(len(every)),
            format_func=lambda number: every[number][2],
            key=f"edition-{cohort.id}-{len(every)}-{words.language}",
        )
        group, kept, _ = every[at]
        show(case_of(groups, group, kept, words), cohort.id)
    _named(words, actor, cohort)


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
