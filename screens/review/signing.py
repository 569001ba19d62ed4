"""The signature, the closings that there are, and taking an assessment up again."""

import streamlit as st

from assessment.desk.errors import WishRefused
from assessment.desk.reviewing import Review
from locales.words import Words
from models.assessment import Assessment
from models.closing import Closing
from models.message import Message, say
from models.people import DELETED, Actor
from models.record import Conduct
from screens.browser import parts
from screens.frame.here import desk
from screens.review.recording import told
from screens.show.people import called
from screens.show.plain import plain
from screens.show.pressing import pressed, unfilled

_TROUBLE = "sign-trouble"


def signing(words: Words, actor: Actor, review: Review, record: int | None) -> None:
    """The statement and the button; `record` is the version of the record that is signed, None without one."""
    found = review.assessment
    st.markdown(
        words(
            "With your signature answers, settings and record are frozen, together with version and digest of the "
            "questionnaire. Nobody can change them afterwards; you can take the assessment up again as a new revision."
        )
    )
    if record is None:
        st.info(words("Store the complete record first."))
    trouble: Message | None = st.session_state.pop(_TROUBLE, None)
    if trouble is not None:
        st.error(plain(words.say(trouble)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        field = f"sign-{found.id}-{found.revision}"
        st.text_input(
            words("I sign as"),
            max_chars=200,
            placeholder=words("your function, for example: head of the international office"),
            key=field,
        )
        # The click carries what the person saw when clicking; by the next run a colleague may have changed it.
        st.button(
            words("Sign and close"),
            type="primary",
            key=f"close-{found.id}",
            on_click=_close,
            args=(actor, found, field, record),
        )


def _close(actor: Actor, found: Assessment, field: str, record: int | None) -> None:
    if record is None:
        st.session_state[_TROUBLE] = say("Nothing was signed: the complete record has to be stored first.")
        return
    if not st.session_state[field].strip():
        st.session_state[_TROUBLE] = say("Nothing was signed: say first as what you sign.")
        return
    try:
        desk().closing.close(actor, found.id, st.session_state[field], seen=found.version, record_seen=record)
    except WishRefused as refused:
        st.session_state[_TROUBLE] = refused.message


def closings(words: Words, actor: Actor, found: Assessment) -> None:
    """Every closing, newest first, with its result and report."""
    every = desk().closing.closings(actor, found.id)
    if not every:
        return
    st.header(words("Closings"), anchor=False)
    for each in reversed(every):
        _closing(words, actor, each)


def _closing(words: Words, actor: Actor, of: Closing) -> None:
    with st.container(border=True, key=f"closing-{of.revision}"):
        signer = plain(called(words, of.signer or DELETED))
        day = words.date(of.at.date())
        st.markdown(
            words(
                "**Revision {revision}**, closed on {day}. Signed by {name} as {function}.",
                revision=of.revision,
                day=day,
                name=signer,
                function=plain(of.signed_as),
            )
        )
        if of.reopened is not None:
            again, why = words.date(of.reopened.date()), plain(of.reopened_because or "")
            st.markdown(words("Taken up again on {day}: {reason}", day=again, reason=why))
        with st.container(horizontal=True, vertical_alignment="center"):
            query = {"assessment": of.assessment, "revision": str(of.revision)}
            st.page_link("results.py", label=words("Results"), icon=":material/insights:", query_params=query)
            url = f"/reports/{of.assessment}.pdf?language={words.language}&revision={of.revision}"
            download = parts.Download(words("Save the report (PDF)"), "report.pdf", url=url)
            parts.saver(words, download, key=f"closing-pdf-{of.revision}")
        _files(words, actor, of)
        with st.expander(words("Record and digests")):
            told(words, of.record)
            _conduct(words, of)


def _files(words: Words, actor: Actor, of: Closing) -> None:
    """The files that were evidence when it was signed, also those that were taken out since."""
    try:
        files = desk().evidence.signed(actor, of.assessment, of.revision)
    except WishRefused as refused:
        st.error(plain(words.say(refused.message)))
        return
    if files:
        with st.expander(words("Evidence that was signed ({count})", count=len(files))):
            for file in files:
                label = f"{file.indicator}: {plain(file.name)}"
                st.link_button(label, f"/evidence/{of.assessment}/{file.id}", icon=":material/attach_file:")


def _conduct(words: Words, of: Closing) -> None:
    conduct = of.conduct
    lines = [
        words("Processes in scope: {processes}", processes=plain(", ".join(conduct.processes))),
        _yardstick(words, conduct),
        words("Version of the questionnaire: {version}", version=plain(of.questionnaire_version)),
        words("Digest of the questionnaire: {digest}", digest=of.digest),
        words("Digest of its rules: {digest}", digest=of.rules_digest),
        words("Digest of the frozen answers: {digest}", digest=of.inputs_digest),
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))


def _yardstick(words: Words, conduct: Conduct) -> str:
    if conduct.method is None or conduct.scale is None or conduct.highest_level is None:
        return words("Rated in stages: {framework}", framework=plain(conduct.framework))
    return words(
        "Rated with {framework}, {scale} letters, up to level {level}; combined by “{method}”",
        framework=plain(conduct.framework),
        scale=conduct.scale,
        level=conduct.highest_level,
        method=plain(conduct.method),
    )


def reopening(words: Words, actor: Actor, found: Assessment) -> None:
    """Taking a closed assessment up again."""
    with st.expander(words("Take up again, as a new revision")):
        st.markdown(words("What was signed stays readable. The reason stands beside it."))
        label = words("Why is it taken up again?")
        reason = st.text_input(label, max_chars=500, key=f"why-{found.id}-{found.revision}")
        if pressed(words("Take up again"), f"reopen-{found.id}", lacks=unfilled(words, label, reason)):
            desk().closing.reopen(actor, found.id, reason, seen=found.version)
            st.rerun()
