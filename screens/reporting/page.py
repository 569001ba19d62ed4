"""The page on which a report is made."""

from urllib.parse import urlencode

import streamlit as st

from assessment import wiring
from assessment.ordering import Counter
from locales.words import Words
from reports.forms import Form
from reports.kinds import KINDS
from reports.order import lacking
from reports.wish import Makings, Wish, as_choice, order_of
from screens.browser import parts
from screens.frame.column import WIDE, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.outcome.ways import back
from screens.reporting.branding import branding
from screens.reporting.choosing import choose
from screens.reporting.commenting import comments
from screens.reporting.preview import preview
from screens.reporting.standing import standing
from screens.show.plain import plain


def builder(assessment: str, revision: str | None = None) -> None:
    """Draws the page for the assessment with this id, as it is or as an earlier revision was signed."""
    words, actor = speak(), current_actor()
    wanted = int(revision) if revision and revision.isdecimal() and len(revision) < 6 else None
    counter = Counter(desk(), actor, words.language, wiring.now().date().isoformat())
    makings = counter.makings(assessment, wanted)
    with column(WIDE):
        st.caption(f"{plain(makings.assessment.city.name)} · {plain(makings.assessment.title)}")
        st.title(words("Report"), anchor=False)
        back(words, assessment, wanted)
        left, right = st.columns([2, 3], gap="large")
        with left:
            wish = choose(words, makings, desk().reporting.choice(actor, assessment))
            _remember(assessment, wish)
            order = order_of(wish, makings, counter.today)
            why = lacking(order)
            if why is None:
                _take(words, makings, wish, wanted)
                _undated(words, makings)
            else:
                st.info(plain(words("This report cannot be made yet. {why}.", why=why)))
            standing(words, makings)
        with right:
            if why is None:
                preview(words, order)
            comments(words, wish, makings)
            branding(words, makings)
            st.page_link("reports.py", label=words("Reports for several cities"), icon=":material/library_books:")


def _undated(words: Words, makings: Makings) -> None:
    """Says that the assessment before this one does not stand beside it, and why."""
    if makings.undated:
        why = words(
            "“{name}” does not stand beside the result: it is not closed, so it has no day.", name=makings.undated
        )
        st.caption(plain(why))


def _remember(assessment: str, wish: Wish) -> None:
    """Keeps the choice for the next visit, once for each change."""
    key, choice = f"report-choice-{assessment}", as_choice(wish)
    if st.session_state.get(key, choice) != choice or key not in st.session_state:
        desk().reporting.remember(current_actor(), assessment, choice)
    st.session_state[key] = choice


def _take(words: Words, makings: Makings, wish: Wish, revision: int | None) -> None:
    """The buttons that save the report, one for each form."""
    query = {**as_choice(wish), **({"revision": str(revision)} if revision else {})}
    names = {
        "pdf": words("Save as PDF"),
        "docx": words("Save to edit (DOCX)"),
        "xlsx": words("Save the figures (XLSX)"),
        "txt": words("Save the text"),
    }
    with st.container(horizontal=True, key="take-report"):
        for number, form in enumerate(KINDS[wish.kind].forms):
            url = f"/reports/{makings.assessment.id}.{form}?{urlencode(query)}"
            download = parts.Download(
                names[form], f"report.{form}", url=url, kind="primary" if number == 0 else "secondary"
            )
            parts.saver(words, download, key=f"report-{form}")
    _about(words, KINDS[wish.kind].forms)


def _about(words: Words, forms: tuple[Form, ...]) -> None:
    if "pdf" in forms and "docx" in forms:
        st.caption(words("The PDF is accessible and can be checked later against its inputs. What is edited cannot."))
