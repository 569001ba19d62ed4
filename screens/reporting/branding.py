"""How reports look: name, logo, two colours, footer and confidentiality, of the city or of a consultant."""

import base64
from collections.abc import Callable, Mapping

import streamlit as st

from assessment.desk.errors import BrandingRefused, WishRefused
from locales.words import Words
from models.branding import CONFIDENTIALITY_LIMIT, FOOTER_LIMIT, NAME_LIMIT, PLAIN, Branding, KeptBranding
from models.message import Message
from models.people import Actor
from reports.wish import Makings
from screens.browser import parts
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import current_actor, desk
from screens.show.plain import plain
from screens.show.stored import say_stored

Write = Callable[[Branding, int], Branding]


def branding(words: Words, makings: Makings) -> None:
    """Draws what this person may set: the city's look as its lead, one's own as a consultant."""
    actor, city = current_actor(), makings.assessment.city.id
    if city in actor.cities("lead"):
        kept = desk().branding.of_city(actor, city)
        _folded(words, words("Look of the city's reports"), f"city-{city}", kept, _for_city(actor, city))
    if "consultant" in actor.roles:
        own = desk().branding.mine(actor)
        _folded(words, words("Look of the reports I hand out"), "own", own, _for_me(actor))


def _for_city(actor: Actor, city: str) -> Write:
    return lambda wish, seen: desk().branding.write_city(actor, city, wish, seen=seen)


def _for_me(actor: Actor) -> Write:
    return lambda wish, seen: desk().branding.write_mine(actor, wish, seen=seen)


def _folded(words: Words, title: str, key: str, kept: KeptBranding | None, write: Write) -> None:
    opened = st.expander(title, icon=":material/palette:", key=f"look-{key}", on_change="rerun")
    with opened:
        if opened.open:
            _form(words, key, kept, write)


def _form(words: Words, key: str, kept: KeptBranding | None, write: Write) -> None:
    place = _place(key)
    begun = began_with(place, lambda each: _field(words, "name", f"{key}-{_version(each)}"), kept)
    late = overtaken(words, place, _version(begun), _version(kept))
    look = begun.branding if begun else PLAIN
    wrong: Mapping[str, Message] = st.session_state.get(f"look-wrong-{key}", {})
    opened = f"{key}-{_version(begun)}"
    logo = _logo(words, opened, look, wrong)

    def field(part: str, label: str, limit: int) -> str:
        written = st.text_input(label, getattr(look, part) or "", max_chars=limit, key=_field(words, part, opened))
        _complaint(words, part, wrong)
        return written

    with st.form(f"look-form-{opened}", border=False):
        name = field("name", words("Name"), NAME_LIMIT)
        left, right = st.columns(2)
        with left:
            main = field("main", words("Main colour, such as #10304A"), 7)
        with right:
            accent = field("accent", words("Second colour, such as #0B6E6E"), 7)
        footer = field("footer", words("Line at the foot of each page"), FOOTER_LIMIT)
        told = words("Who may read it, in place of the usual line")
        secret = field("confidentiality", told, CONFIDENTIALITY_LIMIT)
        if st.form_submit_button(words("Keep this look"), disabled=late) and not late:
            wish = Branding(name, logo, main.strip() or None, accent.strip() or None, footer, secret)
            _keep(words, key, opened, lambda: write(wish, _version(begun)))


def _place(key: str) -> str:
    return f"look-began-{key}"


def _version(kept: KeptBranding | None) -> int:
    return kept.version if kept else 0


def _field(words: Words, part: str, opened: str) -> str:
    return f"look-{part}-{opened}-{words.language}"


def _complaint(words: Words, part: str, wrong: Mapping[str, Message]) -> None:
    """Says below a part what is wrong with it."""
    problem = wrong.get(part)
    if problem is not None:
        st.error(plain(words.say(problem)))


def _logo(words: Words, key: str, look: Branding, wrong: Mapping[str, Message]) -> bytes | None:
    """The logo to keep: the one that was just opened, the one there is, or none."""
    chosen = f"look-logo-{key}"
    with st.container(horizontal=True, vertical_alignment="center"):
        file = parts.opener(words, words("Open a logo (PNG or JPEG)"), ".png,.jpg,.jpeg", key=f"look-open-{key}")
        if file is not None:
            st.session_state[chosen] = file.content
        logo: bytes | None = st.session_state.get(chosen, look.logo)
        if logo and st.button(words("Without a logo"), key=f"look-none-{key}"):
            st.session_state[chosen] = logo = b""
    if look.logo and logo == look.logo:
        data, label = base64.b64encode(look.logo).decode(), words("Logo")
        style = "max-height:64px;max-width:240px;background:#FFFFFF;padding:8px;border-radius:6px"
        st.html(f'<img src="data:image/png;base64,{data}" alt="{label}" style="{style}">')
    elif logo:
        st.caption(words("A new logo is open. It is kept with the look."))
    _complaint(words, "logo", wrong)
    return logo or None


def _keep(words: Words, key: str, opened: str, write: Callable[[], Branding]) -> None:
    """Keeps the look, or what is wrong with it, which stays on the page until the next try."""
    st.session_state.pop(f"look-wrong-{key}", None)
    try:
        write()
    except BrandingRefused as refused:
        st.session_state[f"look-wrong-{key}"] = refused.problems
        if "logo" in refused.problems:
            st.session_state.pop(f"look-logo-{opened}", None)
    except WishRefused as refused:
        st.warning(plain(words.say(refused.message)))
        return
    else:
        begin_anew(_place(key))
        say_stored(words)
    st.rerun()
