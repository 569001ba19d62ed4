"""What is chosen for a report. Each choice begins as it was left the last time."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from locales.preference import NAMES
from locales.words import Words
from models.authored import LANGUAGES
from models.branding import PLAIN
from models.facts import REPORT_VERSIONS
from models.questionnaire import CapabilityModel
from models.reporting import Choice
from reports.content.aims import target_name
from reports.editions import NO_EDITION
from reports.kinds import KINDS, Kind
from reports.wish import LOOKS, Look, Makings, Wish, kinds_of, read_wish
from screens.reporting.naming import look_name, version_name
from screens.reporting.sections import parts_of
from screens.show.plain import plain
from screens.show.told_apart import told_apart

_NONE, _NO_TARGET = "", "none"


def choose(words: Words, makings: Makings, remembered: Choice) -> Wish:
    """Draws all choices; what was chosen."""
    asked = makings.questionnaire
    first = read_wish(remembered, words.language, asked)
    key = f"{makings.assessment.id}-{words.language}"
    kind = _kind(words, kinds_of(asked), first.kind, key)
    if kind.id != first.kind:
        first = read_wish({"kind": kind.id, "language": first.language}, words.language, asked)
    language = st.segmented_control(
        words("Language of the report"),
        LANGUAGES,
        default=first.language,
        format_func=lambda code: NAMES[code],
        required=True,
        key=f"report-language-{key}",
    )
    anonymous = st.checkbox(
        words("Leave out the city's name"),
        value=first.anonymous,
        key=f"report-anonymous-{key}",
        help=words("Also its look, measures and comments. Such a report is always one for everybody."),
    )
    version = st.segmented_control(
        words("Who will read it"),
        REPORT_VERSIONS,
        default=first.version,
        format_func=lambda each: version_name(each, words),
        required=True,
        key=f"report-version-{key}-{kind.id}",
        disabled=anonymous,
        help=words("For everybody: without notes, evidence, persons and sensitive processes."),
    )
    wish = Wish(
        kind.id,
        language,
        "public" if anonymous else version,
        sections=None,
        look=_look(words, makings, first.look, key),
        target=_target(words, makings, first.target, key),
        edition=_edition(words, makings, first.edition, key),
        anonymous=anonymous,
    )
    return _with_sections(words, makings, wish, first.sections, key)


def _kind(words: Words, kinds: tuple[Kind, ...], first: str, key: str) -> Kind:
    ids = [kind.id for kind in kinds]
    chosen = st.radio(
        words("Kind of report"),
        ids,
        index=ids.index(first) if first in ids else 0,
        format_func=lambda each: words.say(KINDS[each].name),
        captions=[words.say(kind.purpose) for kind in kinds],
        key=f"report-kind-{key}",
    )
    return KINDS[chosen]


def _target(words: Words, makings: Makings, first: str, key: str) -> str:
    model = makings.questionnaire
    if not isinstance(model, CapabilityModel) or not model.head.targets:
        return _NONE
    names = {each.id: each.name.in_language(words.language) for each in model.head.targets}
    own = makings.target
    usual = (
        words("no target") if own is None else words("our target ({name})", name=target_name(own.named, model, words))
    )
    names |= {_NONE: usual} | ({} if own is None else {_NO_TARGET: words("no target")})
    ids = [_NONE, *(each for each in names if each != _NONE)]
    return st.selectbox(
        words("Target beside the result"),
        ids,
        index=ids.index(first) if first in ids else 0,
        format_func=lambda each: names[each],
        key=f"report-target-{key}",
    )


def _edition(words: Words, makings: Makings, first: str, key: str) -> str:
    """The published figures that stand beside the result; not asked for where there are none."""
    names = told_apart({each: published.name(words) for each, published in makings.editions.items()})
    if not names:
        return ""
    ids = [NO_EDITION, *names]
    chosen = st.selectbox(
        words("Group beside the result"),
        ids,
        index=ids.index(first) if first in ids else 0,
        format_func=lambda each: names.get(each, words("none")),
        key=f"report-edition-{key}",
        help=words("Published figures over several cities; no other city is named."),
    )
    return "" if chosen == NO_EDITION else chosen


def _look(words: Words, makings: Makings, first: Look, key: str) -> Look:
    looks: Mapping[Look, object] = makings.looks or {}
    there = [each for each in LOOKS if each == "none" or looks.get(each, PLAIN) != PLAIN]
    if len(there) == 1:
        return "city"
    return st.segmented_control(
        words("Look"),
        there,
        default=first if first in there else there[0],
        format_func=lambda each: look_name(each, words),
        required=True,
        key=f"report-look-{key}",
    )


def _with_sections(words: Words, makings: Makings, wish: Wish, first: tuple[str, ...] | None, key: str) -> Wish:
    """The parts to show. They are worked out only when somebody wants to choose among them."""
    name = f"report-sections-{key}-{wish.kind}-{wish.language}"
    opened = st.expander(words("Choose parts"), key=f"open-{name}", on_change="rerun")
    with opened:
        if not opened.open:
            return replace(wish, sections=st.session_state.get(f"kept-{name}", first))
        known = parts_of(makings, wish)
        chosen = st.pills(
            words("Parts of the report"),
            [each.id for each in known],
            default=[each.id for each in known if (each.usual if first is None else each.id in first)],
            format_func=lambda each: plain(next(part.name for part in known if part.id == each)),
            key=name,
            selection_mode="multi",
            label_visibility="collapsed",
        )
    as_usual = not chosen or set(chosen) == {each.id for each in known if each.usual}
    sections = None if as_usual else tuple(each.id for each in known if each.id in chosen)
    st.session_state[f"kept-{name}"] = sections
    return replace(wish, sections=sections)
