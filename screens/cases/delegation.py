"""Who was asked to answer what: the lead gives dimensions and processes to people, and sees how far each is."""

from itertools import groupby

import pandas as pd
import streamlit as st

from locales.words import Words
from models.delegation import Plan, Share
from models.people import Actor
from models.questionnaire import CapabilityModel
from screens.frame.here import desk
from screens.show.people import called
from screens.show.plain import plain


def delegation(words: Words, actor: Actor, plan: Plan, model: CapabilityModel) -> None:
    """Draws the form and the table."""
    st.markdown(
        words(
            "Delegation asks people for answers. It gives nobody a right and hides nothing: everybody sees all of it."
        )
    )
    if plan.assessment.state == "draft":
        _form(words, actor, plan, model)
    _table(words, plan)


def _form(words: Words, actor: Actor, plan: Plan, model: CapabilityModel) -> None:
    names = _targets(words, plan, model)
    people = {each.person: each.name for each in plan.candidates}
    people |= {each.person: called(words, each.name or "") for share in plan.shares for each in share.people}
    left, middle, right = st.columns([3, 3, 1], vertical_alignment="bottom")
    target = left.selectbox(
        words("What"), list(names), format_func=lambda key: names[key], key=f"delegate-what-{words.language}"
    )
    holders = _holders(plan, target)
    chosen = middle.multiselect(
        words("To whom"),
        list(people),
        default=holders,
        format_func=lambda key: people[key],
        placeholder=words("nobody"),
        key=f"delegate-whom-{target}-{'-'.join(holders)}",
    )
    if right.button(words("Delegate"), type="primary", key="delegate", disabled=set(chosen) == set(holders)):
        desk().delegating.delegate(actor, plan.assessment.id, target, chosen)
        st.rerun()
    if len(plan.candidates) < 2:
        st.page_link("people.py", label=words("Invite people to your city first"), icon=":material/person_add:")


def _targets(words: Words, plan: Plan, model: CapabilityModel) -> dict[str, str]:
    found: dict[str, str] = {}
    for dimension, shares in groupby(plan.shares, key=lambda each: each.progress.process.dimension):
        name = next(each.name for each in model.head.dimensions if each.id == dimension)
        found[dimension] = words("Whole dimension: {name}", name=name)
        processes = (each.progress.process for each in shares)
        found |= {each.id: f"{each.id} {words.text(each.name)}" for each in processes}
    return found


def _holders(plan: Plan, target: str) -> list[str]:
    """Who has exactly this target, as a whole dimension or as a process of its own."""
    every = {each.person for share in plan.shares for each in share.people if each.target == target}
    return sorted(every)


def _table(words: Words, plan: Plan) -> None:
    rows = [_row(words, share) for share in plan.shares]
    head = [words("Process"), words("Answered"), words("With")]
    st.table(
        pd.DataFrame(rows, columns=head),
        border="horizontal",
        hide_index=True,
        alt=words("Processes, how far each is, and who has it"),
    )
    left = sum(not share.people for share in plan.shares)
    if left and plan.assessment.state == "draft":
        st.caption(words("{count} processes are not with anybody yet.", count=left))


def _row(words: Words, share: Share) -> list[str]:
    process = share.progress.process
    return [
        plain(f"{process.id} {words.text(process.name)}"),
        progress_words(words, share),
        plain(", ".join(called(words, each.name or words("somebody without a name")) for each in share.people)) or "–",
    ]


def progress_words(words: Words, share: Share) -> str:
    """How far a process is."""
    if share.progress.removed:
        return words("left out")
    told = words("{done} of {asked}", done=share.progress.answered, asked=share.progress.asked)
    return told if not share.unchecked else f"{told} · {words('{count} not yet checked again', count=share.unchecked)}"
