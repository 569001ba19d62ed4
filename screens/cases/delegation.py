"""Who was asked to answer what: the lead gives dimensions and topics to people, and sees how far each is."""

from itertools import groupby

import streamlit as st

from locales.words import Words
from models.delegation import Delegation, Plan, Share
from models.people import Actor
from screens.frame.here import desk
from screens.raters.topics import topic_name
from screens.show.people import called
from screens.show.plain import plain
from screens.show.pressing import pressed
from screens.show.tables import tabulate


def delegation(words: Words, actor: Actor, plan: Plan) -> None:
    """Draws the form and the table."""
    st.markdown(_meaning(words, plan))
    if plan.assessment.state == "draft":
        _form(words, actor, plan)
    _table(words, plan)


def _meaning(words: Words, plan: Plan) -> str:
    if plan.assessment.way == "privately":
        return words(
            "Here each rates alone first. Delegation asks people for their own ratings; others may rate a topic too, "
            "and nobody sees what somebody else chose."
        )
    return words(
        "Delegation asks people for answers. It gives nobody a right and hides nothing: everybody sees all of it."
    )


def _form(words: Words, actor: Actor, plan: Plan) -> None:
    names = _targets(words, plan)
    people = {each.person: each.name for each in plan.candidates}
    people |= {each.person: _holder(words, each) for share in plan.shares for each in share.people}
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
    lacks = words("Choose first who is to answer it.") if set(chosen) == set(holders) else None
    if pressed(words("Delegate"), "delegate", lacks=lacks, kind="primary", beside=right):
        desk().delegating.delegate(actor, plan.assessment.id, target, chosen)
        st.rerun()
    if len(plan.candidates) < 2:
        st.page_link("people.py", label=words("Invite people to your city first"), icon=":material/person_add:")


def _targets(words: Words, plan: Plan) -> dict[str, str]:
    found: dict[str, str] = {}
    topics = (each.topic for each in plan.shares)
    for dimension, members in groupby(topics, key=lambda each: each.dimension):
        found[dimension.id] = words("Whole dimension: {name}", name=dimension.name)
        found |= {each.id: topic_name(each, words) for each in members if each.process is not None}
    return found


def _holders(plan: Plan, target: str) -> list[str]:
    """Who has exactly this target, as a whole dimension or as a process of its own."""
    every = {each.person for share in plan.shares for each in share.people if each.target == target}
    return sorted(every)


def _table(words: Words, plan: Plan) -> None:
    rows = [_row(words, share) for share in plan.shares]
    by_process = any(share.topic.process is not None for share in plan.shares)
    how_far = words("Agreed on") if plan.assessment.way == "privately" else words("Answered")
    head = [words("Process") if by_process else words("Dimension"), how_far, words("With")]
    tabulate(head, rows, alt=words("How far each is, and who has it"))
    left = sum(not share.people for share in plan.shares)
    if left and plan.assessment.state == "draft":
        st.caption(
            words.many(
                left,
                "1 of {all} is not with anybody yet.",
                "{count} of {all} are not with anybody yet.",
                all=len(plan.shares),
            )
        )


def _row(words: Words, share: Share) -> list[str]:
    return [
        plain(topic_name(share.topic, words)),
        progress_words(words, share),
        plain(", ".join(_holder(words, each) for each in share.people)) or "–",
    ]


def _holder(words: Words, of: Delegation) -> str:
    return called(words, of.name) if of.name else words("somebody without a name")


def progress_words(words: Words, share: Share) -> str:
    """How far a topic is."""
    if share.removed:
        return words("left out")
    told = words("{done} of {asked}", done=share.answered, asked=share.asked)
    return told if not share.unchecked else f"{told} · {words('{count} not yet checked again', count=share.unchecked)}"
