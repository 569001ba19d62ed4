"""What a question offers, as something to choose from: letters side by side, or statements one below the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from locales.words import Words
from models.people import Actor
from models.raters import Asked
from screens.answers.naming import DONT_KNOW, NOT_APPLICABLE, heard_as
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Own:
    """A question as a page asks somebody for a view of their own. `fixed` once that can be changed no more."""

    actor: Actor
    assessment: str
    asked: Asked
    number: int
    fixed: bool

    @property
    def indicator(self) -> str:
        """The id of the question."""
        return self.asked.indicator.id


def offered(asked: Asked) -> list[str]:
    """Every code that may be chosen, from the lowest. Statements leave no room for "does not apply"."""
    others = [DONT_KNOW, NOT_APPLICABLE] if has_letters(asked) else [DONT_KNOW]
    return [*(each.code for each in asked.choices), *others]


def has_letters(asked: Asked) -> bool:
    """Whether this is rated with letters, not with the statements of a quick scan."""
    return bool(asked.indicator.attribute)


def code_text(code: str, asked: Asked, words: Words) -> str:
    """A code in words; a statement of a quick scan in full."""
    if code == DONT_KNOW:
        return words("don't know")
    if code == NOT_APPLICABLE:
        return words("not applicable")
    found = next((each for each in asked.choices if each.code == code), None)
    return code if found is None else words.text(found.text)


def short_text(code: str, asked: Asked, words: Words) -> str:
    """A code in few words: a stage by its number, which a statement is too long for."""
    if has_letters(asked) or code in (DONT_KNOW, NOT_APPLICABLE):
        return code_text(code, asked, words)
    return words("stage {number}", number=code)


def title(asked: Asked, number: int, words: Words) -> None:
    """Draws the question itself."""
    optional = words("optional")
    badge = f" :gray-badge[{optional}]" if asked.optional else ""
    st.markdown(f"**{number}. {plain(words.text(asked.indicator.text))}**{badge}")


def choice(
    words: Words,
    asked: Asked,
    widget: str,
    shown: str | None,
    *,
    changed: Callable[..., None] | None = None,
    args: tuple[Any, ...] = (),
    fixed: bool = False,
) -> str | None:
    """Draws the choice.

    Args:
        words: the words in use.
        asked: the question.
        widget: the key of the widget; it holds the language, because widgets send labels.
        shown: what is chosen where the session knows nothing yet.
        changed: called when somebody chooses, with `args`.
        args: see there.
        fixed: whether nothing can be chosen any more.

    Returns:
        The code that is chosen now.
    """
    draw = _letters if has_letters(asked) else _statements
    return draw(words, asked, widget, shown, changed=changed, args=args, disabled=fixed)


def _letters(words: Words, asked: Asked, widget: str, shown: str | None, **more: Any) -> str | None:
    with st.container(key=f"choice:{widget}"):
        chosen: str | None = st.segmented_control(
            heard_as(words, asked.indicator.text, words("How far is this achieved?")),
            offered(asked),
            default=None if widget in st.session_state else shown,
            format_func=lambda code: code_text(code, asked, words),
            key=widget,
            label_visibility="collapsed",
            on_change=more["changed"],
            args=more["args"],
            disabled=more["disabled"],
        )
    return chosen


def _statements(words: Words, asked: Asked, widget: str, shown: str | None, **more: Any) -> str | None:
    codes = offered(asked)
    with st.container(key=f"statements-{widget}"):
        chosen: str | None = st.radio(
            heard_as(words, asked.indicator.text, words("Which statement fits best?")),
            codes,
            index=codes.index(shown) if shown in codes and widget not in st.session_state else None,
            format_func=lambda code: plain(code_text(code, asked, words)),
            key=widget,
            label_visibility="collapsed",
            on_change=more["changed"],
            args=more["args"],
            disabled=more["disabled"],
        )
    return chosen
