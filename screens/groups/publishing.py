"""Publishing grouped figures: how many cities count and which cells will be shown, never a figure before it is out."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from assessment.benchmark.gathering import layout_of
from assessment.benchmark.peers import PEER_GROUPS, PeerGroup
from assessment.desk.benchmarking import Preview
from assessment.desk.errors import WishRefused
from locales.words import Words
from models.cohort import Cohort
from models.people import Actor
from reports.content.group_naming import cell_name, depth_words, peers_words
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.pressing import pressed
from screens.show.tables import tabulate


@dataclass(frozen=True, slots=True)
class Press:
    """What is published here: what one could see of it before, and the ways to publish it, each with its button."""

    key: str
    preview: Callable[[PeerGroup], Preview]
    publish: Callable[[PeerGroup], object]
    pair: Callable[[], object] | None
    seen_by: str


def publishing(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws it for a cohort."""
    groups = desk().benchmarking
    press = Press(
        cohort.id,
        lambda peers: groups.preview(actor, cohort.id, peers),
        lambda peers: groups.publish(actor, cohort.id, peers),
        lambda: groups.publish_pair(actor, cohort.id),
        words("Published. You find it under “Figures”, and so do the cities of the cohort."),
    )
    draw(words, press)


def draw(words: Words, press: Press) -> None:
    """Draws whose results count, what will be shown of them, and the buttons."""
    st.markdown(
        words(
            "An edition is published once and stays as it is. Until then nobody sees a figure, you neither: only how "
            "many cities count, and what will be shown."
        )
    )
    group = st.selectbox(
        words("Whose results"),
        PEER_GROUPS,
        format_func=lambda each: peers_words(each, words),
        key=f"peers-{press.key}-{words.language}",
    )
    with st.spinner(words("Every figure is held against all rules …")):
        seen = press.preview(group)
    if seen.depth is None:
        st.info(words("No city that agreed to be counted has a closed result yet."))
        return
    counted = words.many(seen.counted, "1 city counts", "{count} cities count")
    st.markdown(f"**{plain(counted)}** · {plain(depth_words(seen.depth, words))}")
    _shown(words, seen)
    _publish(words, press, group, possible=bool(seen.shown))


def _shown(words: Words, seen: Preview) -> None:
    model = wiring.library().models[0]
    if seen.depth is None:
        return
    layout = layout_of(model, seen.depth)
    reasons = {each.cell: words.say(each.why) for each in seen.hidden}
    details = {part: sum(cell in seen.shown for cell in cells) for part, cells in layout.details.items()}
    rows = [
        [
            plain(cell_name(cell, model, words)),
            words("will be shown") if cell in seen.shown else words("hidden"),
            plain(reasons.get(cell, "")),
            str(details[cell]) if details.get(cell) else "",
        ]
        for cell in layout.cells
    ]
    head = [words("Dimension or process"), words("Edition"), words("Why not"), words("Details shown")]
    with st.expander(
        words.many(
            len(seen.shown),
            "1 figure will be shown, {hidden} not",
            "{count} figures will be shown, {hidden} not",
            hidden=len(seen.hidden),
        ),
        expanded=not seen.shown,
        key="preview-cells",
    ):
        tabulate(head, rows, alt=words("What will be shown"))


def _publish(words: Words, press: Press, group: PeerGroup, *, possible: bool) -> None:
    lacks = None if possible else words("Nothing can be shown yet: the list above says why.")
    with st.container(horizontal=True):
        if pressed(words("Publish the edition"), f"publish-{press.key}", lacks=lacks, kind="primary"):
            _told(words, press, lambda: press.publish(group))
        if press.pair is not None and st.button(
            words("Publish before and after"),
            key=f"publish-pair-{press.key}",
            help=words("Two editions at once over the cities that have two results: the last one, and the one before."),
        ):
            _told(words, press, press.pair)


def _told(words: Words, press: Press, wish: Callable[[], object]) -> None:
    try:
        wish()
    except WishRefused as refused:
        st.warning(plain(words.say(refused.message)))
    else:
        st.success(press.seen_by)
