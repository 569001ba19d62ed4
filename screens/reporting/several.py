"""Reports for several cities: a workbook to fill in, its problems by cell, progress, and the archive to take away."""

import streamlit as st

from assessment import batching, wiring
from assessment.batching import Batch, Opened
from assessment.ordering import Counter
from locales.words import Words
from models.problem import InputRefused
from reports.batch.book import blank_book, read_book
from screens.browser import parts
from screens.frame.column import READING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.plain import plain
from screens.show.problems import show_problems

_KEY = "batch-of-reports"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def several() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    counter = Counter(desk(), actor, words.language, wiring.now().date().isoformat())
    with column(READING):
        st.title(words("Reports for several cities"), anchor=False)
        lines = Opened(counter).lines()
        if not lines:
            st.markdown(words("No assessment is open to you on which you could make a report."))
            return
        st.markdown(
            words(
                "One row of a workbook is one report: city, kind, language, for whom, target, parts. Fill it in, "
                "open it here, and take everything away as one archive. The newest closed assessment of a city counts."
            )
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            book = blank_book(lines, words)
            name = words("The workbook, with {count} cities", count=len(lines))
            parts.saver(words, parts.Download(name, "reports.xlsx", content=book, media_type=_XLSX), key="batch-book")
            running: Batch | None = st.session_state.get(_KEY)
            if running is None or running.ended:
                _open(words, counter)
        batch = st.session_state.get(_KEY)
        if isinstance(batch, Batch):
            _result(words, batch) if batch.seen else _state()


def _open(words: Words, counter: Counter) -> None:
    file = parts.opener(words, words("Open the filled workbook"), ".xlsx", key="batch-open")
    if file is None:
        return
    try:
        work = batching.planned(counter, read_book(file.content, file.name))
    except InputRefused as refused:
        show_problems(words, file.name, refused.problems)
        return
    now, chosen = wiring.now(), wiring.settings()
    batching.forget_old(chosen.data, now.timestamp())
    st.session_state[_KEY] = batching.begin(work, counter.actor, chosen, wiring.new_id(), words)
    st.rerun()


@st.fragment(run_every=2)
def _state() -> None:
    """How far the batch is; looks anew every two seconds until it has ended."""
    words, batch = speak(), st.session_state.get(_KEY)
    if not isinstance(batch, Batch):
        return
    if not batch.ended:
        st.progress(batch.done / batch.total, text=words("{done} of {all} reports", done=batch.done, all=batch.total))
        if st.button(words("Cancel"), key="batch-cancel"):
            batch.pool.cancel()
        return
    if not batch.seen:
        # Once more as a whole: the next workbook may be opened now, and nobody has to look every two seconds.
        batch.seen = True
        st.rerun()
    _result(words, batch)


def _result(words: Words, batch: Batch) -> None:
    if batch.failure is not None or batch.made is None:
        if batch.failure is not None:
            number = wiring.report_bug(batch.failure)
            st.error(words("Something broke on our side. Incident {number}.", number=number))
            batch.failure = None
        return
    st.success(words("Reports: {done}, not made: {failed}", done=batch.made.done, failed=len(batch.made.failures)))
    if batch.made.failures:
        st.markdown("\n".join(f"- {plain(each.name)}: {plain(words.say(each.why))}" for each in batch.made.failures))
    url = f"/files/reports/{batch.token}.zip"
    parts.saver(
        words, parts.Download(words("Save the archive"), "reports.zip", url=url, kind="primary"), key="batch-zip"
    )
