"""A published edition on the screen: the same charts and tables as on paper, and the files to take along."""

from collections.abc import Sequence

import streamlit as st

from assessment import wiring
from assessment.desk.benchmarking import GroupEditions
from locales.words import Words
from models.benchmark import KeptEdition
from models.profile import Profile
from reports.content.group import GroupCase, divided_table, figures_table, group_classes, group_radar
from reports.content.group_naming import peers_words
from reports.content.group_report import not_shown, standing
from reports.content.group_rules import how_it_comes_about
from screens.browser import parts
from screens.show.blocks import draw, table
from screens.show.charts import chart
from screens.show.leading import Leading, nowhere
from screens.show.plain import plain
from screens.show.told_apart import told_apart

FORMS = ("pdf", "docx", "xlsx", "csv")
PICTURES = ("radar", "classes")
Named = tuple[GroupEditions, KeptEdition, str]
"""An edition of a group, and what it is called where one is chosen."""


def editions_in(groups: Sequence[GroupEditions], words: Words) -> list[Named]:
    """Every edition with its name, the newest first, those of the own cohort before those of the network."""
    every = [(group, kept) for group in groups for kept in reversed(group.editions)]
    names = told_apart({kept.edition.id: _name(group, kept, words) for group, kept in every})
    return [(group, kept, names[kept.edition.id]) for group, kept in every]


def _name(group: GroupEditions, kept: KeptEdition, words: Words) -> str:
    """Where two were published at once, the one over the earlier results says so."""
    before = any(each.before == kept.edition.id for each in group.editions)
    earlier = " · " + words("the results before") if before else ""
    return f"{group_name(group, words)} · {words.date(kept.at.date())}{_peers(kept, words)}{earlier}"


def choose(words: Words, every: Sequence[Named], key: str) -> tuple[GroupEditions, KeptEdition]:
    """Draws the choice of one of these editions, at first the first. `key` says whose choice it is."""
    at = st.selectbox(
        words("Edition"),
        range(len(every)),
        format_func=lambda number: every[number][2],
        key=f"{key}-{len(every)}-{words.language}",
    )
    group, kept, _ = every[at]
    return group, kept


def group_name(group: GroupEditions, words: Words) -> str:
    """What a group is called."""
    return words("the whole network") if group.cohort is None else group.cohort.name


def case_of(
    groups: Sequence[GroupEditions], group: GroupEditions, kept: KeptEdition, words: Words, own: Profile | None = None
) -> GroupCase:
    """The edition with what stands beside it: the same cities earlier, and the newest edition of a larger group."""
    every = [(each, one) for each in groups for one in each.editions]
    before = next((one for _, one in every if one.edition.id == kept.before), None)
    wider = [
        (each, one)
        for each, one in every
        if one.depth == kept.depth and len(one.edition.members) >= max(10, len(kept.edition.members))
    ]
    found = max(wider, key=lambda each: each[1].at, default=None)
    name = ""
    if found is not None:
        parts_of_name = [group_name(found[0], words), words.date(found[1].at.date())]
        if found[1].invented:
            parts_of_name.append(words("invented cities"))
        name = ", ".join(parts_of_name)
    model = wiring.library().models[0]
    return GroupCase(model, kept, group_name(group, words), words, before, found[1] if found else None, name, own)


def show(case: GroupCase, cohort: str | None, lead: Leading = nowhere) -> None:
    """Draws an edition: distribution first, average second, then what is hidden and why.

    Args:
        case: what to draw.
        cohort: the cohort under whose address its files can be taken; None where there are none.
        lead: leads from the figures of the reader's own city to their reasons.
    """
    words = case.words
    st.caption(plain(standing(case)))
    classes, divided = group_classes(case), divided_table(case)
    if classes is None:
        st.caption(words("Classes need ten cities, and three in each class."))
    else:
        chart(classes, words, lead)
    chart(group_radar(case), words)
    table(figures_table(case), lead)
    with st.expander(words("How these figures come about"), key=f"rules-{case.kept.edition.id}"):
        draw((how_it_comes_about(case),), words)
    if divided is not None:
        st.subheader(words("What divided the cities most"), anchor=False)
        table(divided)
    with st.expander(words("What is not shown, and why"), key=f"hidden-{case.kept.edition.id}"):
        draw(tuple(not_shown(case)), words)
    if cohort is not None:
        _files(case, cohort)


def _files(case: GroupCase, cohort: str) -> None:
    words, key = case.words, case.kept.edition.id
    title = words("Take along")
    st.markdown(f"**{title}**")
    with st.container(horizontal=True, key=f"files-{key}"):
        for form in FORMS:
            url = f"/groups/{cohort}/{key}.{form}?language={words.language}"
            parts.saver(words, parts.Download(form.upper(), f"group.{form}", url=url), key=f"group-{key}-{form}")
        for picture in PICTURES:
            if picture == "classes" and group_classes(case) is None:
                continue
            for form in ("svg", "png"):
                url = f"/groups/{cohort}/{key}/{picture}.{form}?language={words.language}"
                label = f"{_picture(picture, words)} ({form.upper()})"
                parts.saver(
                    words, parts.Download(label, f"{picture}.{form}", url=url), key=f"group-{key}-{picture}-{form}"
                )


def _picture(picture: str, words: Words) -> str:
    return words("Radar") if picture == "radar" else words("Classes")


def _peers(kept: KeptEdition, words: Words) -> str:
    return f" · {peers_words(kept.peers, words)}" if kept.peers else ""
