"""One's own account: the roles it holds, another password, and the end of all sessions."""

import streamlit as st

from assessment import wiring
from models.message import say
from screens.frame.column import READING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.frame.parting import part
from screens.frame.visitor import link, sign_out
from screens.members.linking import draw_provider
from screens.members.naming import roles_held
from screens.show.plain import plain

words, actor = speak(), current_actor()
me = desk().people.me(actor)
names = {city.id: city.name for city in desk().people.my_cities(actor)}

with column(READING):
    st.title(words("My account"), anchor=False)
    st.markdown(words("Login name: {login}", login=plain(me.login)))
    if me.display_name:
        st.markdown(words("Name that others see: {name}", name=plain(me.display_name)))
    held = roles_held(me.grants, names, words)
    if held:
        st.markdown("\n".join(f"- {plain(each)}" for each in held))
    else:
        st.info(words("Your account holds no role yet. Ask the lead of your city for an invitation."))
    with st.container(horizontal=True):
        link(words("Change password"), f"/password?language={words.language}&next=/account")
        link(words("Accept an invitation"), f"/redeem?language={words.language}")
    if provider := wiring.provider():
        draw_provider(words, actor, provider)
    st.page_link("own_data.py", label=words("My data: read, take along, erase"), icon=":material/database:")
    sign_out(words)
    if st.button(words("Sign out everywhere, on every machine")):
        desk().people.sign_out_everywhere(actor)
        part(say("You are signed out, on this machine and on every other one."))
