"""Whether one can sign in with the identity provider too, and the buttons to change that."""

import streamlit as st

from locales.words import Words
from models.identity import Provider
from models.people import Actor
from screens.frame.here import desk
from screens.frame.visitor import to_provider
from screens.show.asking import asked_first
from screens.show.plain import plain


def draw_provider(words: Words, actor: Actor, provider: Provider) -> None:
    """Draws the state and a button. What goes wrong on the way stands on the page that the provider leads back to."""
    own = [each for each in desk().identities.mine(actor) if each.issuer == provider.issuer]
    if not own:
        to_provider(words("Link the sign-in with {provider}", provider=provider.label), words.language)
        return
    st.markdown(words("Sign-in with {provider} is linked to this account.", provider=plain(provider.label)))
    for number, identity in enumerate(own):
        label = words("Unlink the sign-in with {provider} …", provider=plain(provider.label))
        told = words(
            "From then on you sign in with login name and password only. You can link it again here at any time."
        )
        if asked_first(label, told, words("Unlink"), f"unlink-{number}"):
            desk().identities.unlink(actor, identity)
            st.rerun()
