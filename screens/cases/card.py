"""One assessment in the list: what it is, how far it is, and what can be done with it."""

import streamlit as st

from assessment.desk.door import may, to_assessment
from assessment.desk.errors import VersionGone
from assessment.desk.policy import Action
from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from models.sheet import Overview
from screens.browser import parts
from screens.cases.following import going_on
from screens.cases.taking_in import taking_in
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import desk
from screens.raters.scan import is_scan
from screens.raters.ways import change_way
from screens.show.asking import asked_first
from screens.show.plain import plain
from screens.show.stored import say_stored
from screens.trend.moving import newer_version


def card(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the assessment with its progress."""
    try:
        overview = desk().answering.overview(actor, assessment.id)
    except VersionGone as gone:
        _without_questions(words, assessment, gone)
        return
    with st.container(border=True, key=f"card-{assessment.id}"):
        st.header(plain(assessment.title), anchor=False)
        st.caption(_about(words, overview))
        _progress(words, overview)
        _own_progress(words, actor, assessment)
        newer_version(words, actor, assessment)
        with st.container(horizontal=True):
            _ways(words, assessment)
            if _may(actor, assessment, "review assessment"):
                _go(words("Review and close"), "reviewing.py", assessment, primary=False)
            _from_outside(words, actor, assessment)
            if _may(actor, assessment, "delegate"):
                _go(words("Plan"), "planning.py", assessment, primary=False)
        _more(words, actor, assessment)


def _more(words: Words, actor: Actor, assessment: Assessment) -> None:
    """What is done once in a while; of what is closed, only what leaves it as it is."""
    open_now = assessment.state == "draft"
    changes = open_now and _may(actor, assessment, "change assessment")
    begins = _may(actor, assessment, "begin assessment")
    several = words("Next assessment, files, name, delete") if changes else words("Next assessment, files")
    with st.expander(several if begins else words("Files")):
        _files(words, assessment)
        if open_now and _may(actor, assessment, "answer"):
            taking_in(words, actor, assessment)
        if changes:
            change_way(words, actor, assessment)
        if begins:
            going_on(words, actor, assessment)
        if changes:
            _rename(words, actor, assessment)
            _delete(words, actor, assessment)


def _without_questions(words: Words, assessment: Assessment, gone: VersionGone) -> None:
    with st.container(border=True, key=f"card-{assessment.id}"):
        st.header(plain(assessment.title), anchor=False)
        st.warning(plain(words.say(gone.message)))
        _go(words("Answers"), "answering.py", assessment, primary=False)


def _ways(words: Words, assessment: Assessment) -> None:
    """The buttons to answers and results; first what is next."""
    if assessment.state == "closed":
        _go(words("Results"), "results.py", assessment, primary=True)
        _go(words("Answers"), "answering.py", assessment, primary=False)
        return
    privately = assessment.way == "privately"
    if privately:
        _go(words("Rate alone"), "rating.py", assessment, primary=True)
        _go(words("Agree together"), "agreeing.py", assessment, primary=False)
    sheet = words("Notes and evidence") if privately else words("Answer")
    _go(sheet, "answering.py", assessment, primary=not privately)
    _go(words("Results"), "results.py", assessment, primary=False)


def _from_outside(words: Words, actor: Actor, assessment: Assessment) -> None:
    """The ways of an assessor, and of the city to what an assessor shows."""
    if _may(actor, assessment, "assess beside"):
        _go(words("Rate beside the city"), "assessing.py", assessment, primary=False)
    if _may(actor, assessment, "see outside view") and desk().assessing.any_shown(actor, assessment.id):
        _go(words("Seen from outside"), "views.py", assessment, primary=False)


def _may(actor: Actor, assessment: Assessment, action: Action) -> bool:
    return may(tuple(to_assessment(actor, assessment)), action)


def _about(words: Words, overview: Overview) -> str:
    settings = overview.assessment.settings
    parts = [plain(overview.assessment.city.name), _asked_about(words, overview)]
    if settings.highest_level is not None:
        parts.append(words("up to level {level}", level=settings.highest_level))
    parts.append(words("begun on {day}", day=words.date(overview.assessment.created.date())))
    if overview.assessment.answers_due is not None:
        parts.append(words("answers due on {day}", day=words.date(overview.assessment.answers_due)))
    parts.append(words("closed") if overview.assessment.state == "closed" else words("being worked on"))
    if overview.assessment.invented:
        parts.append(words("invented example"))
    return " · ".join(parts)


def _progress(words: Words, overview: Overview) -> None:
    answered = sum(each.answered for each in overview.processes)
    asked = sum(each.asked for each in overview.processes)
    text = words("{answered} of {asked} questions that are open now are answered", answered=answered, asked=asked)
    if overview.assessment.way == "privately":
        text = words(
            "You have agreed on {answered} of {asked} questions that are open now", answered=answered, asked=asked
        )
    st.progress(answered / asked if asked else 1.0, text)


def _own_progress(words: Words, actor: Actor, assessment: Assessment) -> None:
    """How far one is oneself, where all rate alone first."""
    if assessment.way != "privately" or assessment.state != "draft" or not _may(actor, assessment, "rate privately"):
        return
    topics = [each for each in desk().rating.overview(actor, assessment.id).topics if not each.left_out]
    done, asked = sum(each.answered for each in topics), sum(each.asked for each in topics)
    told = words("You yourself have rated {done} of {asked}; only you see this.", done=done, asked=asked)
    st.caption(f":material/lock: {told}")


def _go(label: str, page: str, assessment: Assessment, *, primary: bool) -> None:
    if st.button(label, key=f"{page}-{assessment.id}", type="primary" if primary else "secondary"):
        st.switch_page(page, query_params={"assessment": assessment.id})


def _files(words: Words, assessment: Assessment) -> None:
    with st.container(horizontal=True):
        for label, ending in ((words("Save as workbook"), "xlsx"), (words("Save as answers file"), "yaml")):
            url = f"/files/{assessment.id}.{ending}?language={words.language}"
            parts.saver(
                words, parts.Download(label, f"answers.{ending}", url=url), key=f"save-{ending}-{assessment.id}"
            )


def _rename(words: Words, actor: Actor, assessment: Assessment) -> None:
    place = f"title-began-{assessment.id}"
    begun = began_with(place, _title_key, assessment, untouched=lambda each: each.title)
    late = overtaken(words, place, begun.title, assessment.title)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = words("Name of the assessment")
        title = st.text_input(label, value=begun.title, max_chars=200, key=_title_key(begun))
        renames = st.button(words("Rename"), key=f"rename-{assessment.id}", disabled=late)
    if renames and not late and title and title != assessment.title:
        desk().assessments.rename(actor, assessment.id, title, seen=assessment.version)
        begin_anew(place)
        say_stored(words)
        st.rerun()


def _title_key(assessment: Assessment) -> str:
    return f"title-{assessment.id}-{assessment.version}"


def _delete(words: Words, actor: Actor, assessment: Assessment) -> None:
    told = words("All answers of “{title}” will be erased. Nothing brings them back.", title=plain(assessment.title))
    label, deed, key = words("Delete"), words("Delete for good"), f"delete-{assessment.id}"
    if asked_first(label, told, deed, key, icon=":material/delete:", kind="tertiary"):
        desk().assessments.delete(actor, assessment.id)
        st.rerun()


def _asked_about(words: Words, overview: Overview) -> str:
    count = len(overview.processes)
    if is_scan(overview.assessment.id):
        return words.many(count, "1 question", "{count} questions")
    return words.many(count, "1 process", "{count} processes")
