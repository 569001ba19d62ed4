"""Before anybody is invited: what five, seven, ten or twenty cities would make visible, and which cohorts overlap."""

import streamlit as st

from assessment.benchmark.figures import FOR_BANDS, FOR_MEAN, FOR_MEDIAN
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.tables import tabulate

SIZES = (3, 5, 7, 10, 20)


def planner(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws it."""
    seen = desk().benchmarking.counted(actor, cohort.id)
    st.markdown(
        words.many(
            seen.joined,
            "1 city has joined. Counted, because it agreed and has a closed result that was asked like that of most: "
            "{counted}.",
            "{count} cities have joined. Counted, because they agreed and have a closed result that was asked like "
            "that of most: {counted}.",
            counted=seen.counted,
        )
    )
    rows = [[str(size), *_visible(size, words), _now(size, seen.counted, words)] for size in SIZES]
    head = [words("Cities"), words("Mean"), words("Median"), words("Middle half and classes"), words("Now")]
    tabulate(head, rows, alt=words("What a group of so many cities sees"))
    st.caption(
        words(
            "Size is not all: where cities answered too much alike, or an earlier edition would give one away, figures "
            "stay hidden and the reason is said. A second edition needs at least three cities that joined, left or "
            "answered anew. An edition once published stays in the way of later ones over a part of its cities: "
            "publish late, over as many cities as you can."
        )
    )
    _overlaps(words, actor, cohort)


def _visible(size: int, words: Words) -> tuple[str, str, str]:
    yes, no = words("yes"), words("no")
    mean = words("to 0.2") if FOR_MEAN <= size < 8 else words("to 0.1")
    return (
        mean if size >= FOR_MEAN else no,
        yes if size >= FOR_MEDIAN else no,
        words("yes; a class needs three cities") if size >= FOR_BANDS else no,
    )


def _now(size: int, counted: int, words: Words) -> str:
    return words("reached") if counted >= size else words("{count} more needed", count=size - counted)


def _overlaps(words: Words, actor: Actor, cohort: Cohort) -> None:
    mine = _cities(actor, cohort)
    others = [each for each in desk().cohorts.mine(actor) if each.id != cohort.id]
    shared = [(each, len(mine & _cities(actor, each))) for each in others]
    overlapping = [(each, count) for each, count in shared if count]
    st.subheader(words("Overlaps with other cohorts"), anchor=False)
    if not overlapping:
        st.markdown(words("None of the cohorts that you lead shares a city with this one."))
        return
    rows = [[plain(each.name), str(count)] for each, count in overlapping]
    tabulate([words("Cohort"), words("Cities in both")], rows, alt=words("Overlaps with other cohorts"))
    st.caption(
        words(
            "All editions and live rooms are held against each other, those that others lead too. The more two groups "
            "overlap, the more stays hidden in the later one."
        )
    )


def _cities(actor: Actor, cohort: Cohort) -> set[str]:
    return {each.membership.city.id for each in desk().cohorts.show(actor, cohort.id).cities}
