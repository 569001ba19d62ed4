"""The signature, the closings that there are, and taking an assessment up again."""

import streamlit as st

from assessment.desk.errors import WishRefused
from assessment.desk.reviewing import Review
from locales.words import Words
from models.assessment import Assessment
from models.closing import Closing
from models.people import DELETED, Actor
from models.record import Conduct
from screens.browser import parts
from screens.frame.here import desk
from screens.review.recording import told
from screens.show.people import called
from screens.show.plain import plain


def signing(words: Words, actor: Actor, review: Review, *, complete: bool) -> None:
    """The statement and the button."""
    found = review.assessment
    st.markdown(
        words(
            "With your signature answers, settings and record are frozen, together with version and digest of the "
            "questionnaire. Nobody can change them afterwards; you can take the assessment up again as a new revision."
        )
    )
    if not complete:
        st.info(words("Store the complete record first."))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        function = st.text_input(
            words("I sign as"),
            max_chars=200,
            placeholder=words("your function, for example: head of the international office"),
            key=f"sign-{found.id}-{found.version}",
        )
        ready = complete and bool(function.strip())
        if st.button(words("Sign and close"), type="primary", disabled=not ready, key=f"close-{found.id}"):
            _close(words, actor, found, function)


def _close(words: Words, actor: Actor, found: Assessment, function: str) -> None:
    try:
        desk().closing.close(actor, found.id, function, seen=found.version)
    except WishRefused as refused:
        st.error(plain(words.say(refused.message)))
        return
    st.rerun()


def closings(words: Words, actor: Actor, found: Assessment) -> None:
    """Every closing, newest first, with its result and report."""
    every = desk().closing.closings(actor, found.id)
    if not every:
        return
    st.header(words("Closings"), anchor=False)
    for each in reversed(every):
        _closing(words, each)


def _closing(words: Words, of: Closing) -> None:
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
        with st.expander(words("Record and digests")):
            told(words, of.record)
            _conduct(words, of)


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
        reason = st.text_input(words("Why is it taken up again?"), max_chars=500, key=f"why-{found.id}-{found.version}")
        if st.button(words("Take up again"), disabled=not reason.strip(), key=f"reopen-{found.id}"):
            desk().closing.reopen(actor, found.id, reason, seen=found.version)
            st.rerun()
