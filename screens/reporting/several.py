"""Reports for several cities: a workbook to fill in, its problems by cell, and every batch of the last day.

How far a batch is stands on disk. So the page may be closed, loaded anew or opened in another window meanwhile, and
what a restart of the server cut off can go on.
"""

import datetime

import streamlit as st

from assessment import batches, batching, wiring
from assessment.batches import Batch
from assessment.batching import Opened
from assessment.ordering import Counter
from locales.words import Words
from models.problem import InputRefused
from reports.batch.book import blank_book, read_book
from reports.batch.bundle import Made
from screens.answers.naming import moment_words
from screens.browser import parts
from screens.frame.column import READING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.asking import asked_first
from screens.show.plain import plain
from screens.show.problems import show_problems

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = 30


def several() -> None:
    """Draws the page."""
    words = speak()
    counter = Counter(desk(), current_actor(), words.language, wiring.now().date().isoformat())
    with column(READING):
        st.title(words("Reports for several cities"), anchor=False)
        lines = Opened(counter).lines()
        if not lines:
            st.markdown(words("No assessment is open to you on which you could make a report."))
            return
        st.markdown(
            words(
                "One row of a workbook is one report: city, kind, language, for whom, target, parts, look, group, name "
                "of the file. Fill it in, open it here, and take everything away as one archive. The newest closed "
                "assessment of a city counts."
            )
        )
        mine = _mine()
        with st.container(horizontal=True, vertical_alignment="center"):
            book = blank_book(lines, words)
            name = words("The workbook to fill in (cities: {count})", count=len(lines))
            parts.saver(words, parts.Download(name, "reports.xlsx", content=book, media_type=_XLSX), key="batch-book")
            file = None
            if not any(each.running for each in mine):
                file = parts.opener(words, words("Open the filled workbook"), ".xlsx", key="batch-open")
        if file is not None:
            _begin(words, counter, file.content, file.name)
        if mine:
            st.subheader(words("Archives"), anchor=False)
            st.caption(words("Kept for a day, for you alone. You may leave this page and come back."))
        for each in mine:
            with st.container(border=True, key=f"batch-{each.token}"):
                _running(each.token) if each.running else _rested(words, counter, each)


def _mine() -> tuple[Batch, ...]:
    data = wiring.settings().data
    batches.forget_old(data, wiring.now().timestamp())
    return batches.batches(current_actor(), data)


def _begin(words: Words, counter: Counter, book: bytes, name: str) -> None:
    try:
        work = batching.planned(counter, read_book(book, name))
    except InputRefused as refused:
        show_problems(words, name, refused.problems)
        return
    begun = batches.begin(work, book, counter.actor, wiring.settings(), wiring.new_id())
    begun.go(work, wiring.settings(), words)
    st.rerun()


@st.fragment(run_every=2)
def _running(token: str) -> None:
    """How far a batch is; looks anew every two seconds until it has ended."""
    words = speak()
    batch = next(
        (each for each in batches.batches(current_actor(), wiring.settings().data) if each.token == token), None
    )
    if batch is None or not batch.running:
        # Once more as a whole: the next workbook may be opened now, and nobody has to look every two seconds.
        st.rerun()
    done, total = batch.done, batch.total
    st.progress(min(1.0, done / total), text=words("{done} of {all} reports", done=done, all=total))
    if batch.called_off:
        st.caption(words("No further report is begun."))
    elif st.button(words("Cancel"), key=f"batch-cancel-{token}"):
        batch.cancel()
        st.rerun()


def _rested(words: Words, counter: Counter, batch: Batch) -> None:
    """A batch that nobody works at: done, done in part, cut off, or broken."""
    when = datetime.datetime.fromtimestamp(batch.begun, datetime.UTC)
    st.markdown(f"**{words('Ordered {time}', time=moment_words(when, wiring.now(), words))}**")
    made, whole = batch.made, False
    if made is not None:
        whole = _outcome(words, made)
    elif batch.incident is not None:
        st.error(
            words(
                "Something broke on our side before the archive was complete. {done} of {all} reports are finished; "
                "they stay as they are. “Make what is missing” makes the others and the archive. Should it break "
                "again, tell those who run the program the number of the incident, {number}: under it the log says "
                "why.",
                done=batch.done,
                all=batch.total,
                number=batch.incident,
            )
        )
    else:
        st.warning(
            words(
                "This was cut off before its end, most likely by a restart of the server. What is finished stays as "
                "it is: {done} of {all} reports.",
                done=batch.done,
                all=batch.total,
            )
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        if made is not None:
            url = f"/files/reports/{batch.token}.zip"
            archive = parts.Download(words("Save the archive"), "reports.zip", url=url, kind="primary")
            parts.saver(words, archive, key=f"batch-zip-{batch.token}")
        again = None if whole else st.button(words("Make what is missing"), key=f"batch-again-{batch.token}")
        told = words("The archive is erased with its reports. They can be made anew from the same workbook.")
        if asked_first(words("Erase"), told, words("Erase for good"), f"batch-erase-{batch.token}", kind="tertiary"):
            batch.forget()
            st.rerun()
    if again:
        _go_on(words, counter, batch)


def _outcome(words: Words, made: Made) -> bool:
    """Says what came of a batch; whether everything did."""
    told = words("Reports: {done}, not made: {failed}", done=made.done, failed=len(made.failures))
    if not made.failures:
        st.success(told)
        return True
    st.warning(told)
    st.markdown("\n".join(f"- {plain(each.told(words))}" for each in made.failures[:_SHOWN]))
    if len(made.failures) > _SHOWN:
        st.markdown(words("… and {number} more.", number=len(made.failures) - _SHOWN))
    return False


def _go_on(words: Words, counter: Counter, batch: Batch) -> None:
    """Makes what is missing. The workbook is looked at anew, since cities and rights may have changed."""
    name = "reports.xlsx"
    try:
        work = batching.planned(counter, read_book(batch.book, name))
    except InputRefused as refused:
        show_problems(words, name, refused.problems)
        return
    batch.go(work, wiring.settings(), words)
    st.rerun()
