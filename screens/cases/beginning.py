"""Beginning an assessment: with a name and a depth, or from an answers file."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from assessment.desk.door import in_house, may, to_city
from assessment.loading import Reading
from assessment.planning.effort import DEPTHS, Depth, effort, processes_in, scope_of
from locales.words import Words
from models.assessment import Assessment, AssessmentSettings
from models.people import Actor
from models.problem import InputRefused
from models.questionnaire import CapabilityModel
from screens.browser import parts
from screens.cases.days import choose_days
from screens.cases.depth import SCAN, describe, describe_scan, name_of
from screens.frame.here import desk
from screens.raters.ways import choose_way, questions_page
from screens.show.opening import ANSWER_FILES, answers_in
from screens.show.plain import plain
from screens.show.pressing import pressed, unfilled
from screens.show.problems import sentence, show_problems

_USUAL_HIGHEST = 3
_WAITING = "begin-waiting"


def beginning(words: Words, actor: Actor, *, first: bool) -> None:
    """Draws the form; whoever fills it in comes to the questions at once."""
    with st.expander(words("Begin a new assessment"), expanded=first, icon=":material/add:"):
        model = desk().library.models[0]
        title = st.text_input(words("Name of the assessment"), placeholder=words("Self-assessment"), max_chars=200)
        city = _city(words, actor)
        depth = _depth(words, model)
        picked = _picked(words, model) if depth == "chosen" else []
        settings = AssessmentSettings()
        if depth != SCAN:
            settings = AssessmentSettings(highest_level=_highest(words, model), scope=scope_of(depth, picked))
        way = choose_way(words, "begin-way")
        days = choose_days(words, "begin")
        lacks = None if city and city.strip() else words("Name the city to begin.")
        if depth == "chosen" and not picked:
            lacks = lacks or words("Choose at least one process to begin.")
        if pressed(words("Begin"), "begin", lacks=lacks, kind="primary"):
            questionnaire = desk().library.quick_scans[0].id if depth == SCAN else model.id
            named = title or words("Self-assessment")
            _answer(desk().assessments.begin(actor, questionnaire, city or "", named, settings, way=way, days=days))
    with st.expander(words("Begin with a file"), icon=":material/upload_file:"):
        st.markdown(
            words(
                "A filled workbook, an answers file or a saved quick scan becomes an assessment with all its answers."
            )
        )
        _from_file(words, actor)
        st.link_button(words("Take in the answers from a workshop"), "/claim", icon=":material/meeting_room:")


def _city(words: Words, actor: Actor) -> str | None:
    """Whoever may found cities writes a name; everybody else has their own to choose from."""
    if may(tuple(in_house(actor)), "found city"):
        return st.text_input(words("City"), max_chars=200)
    known = desk().people.my_cities(actor)
    led = [city.name for city in known if may(tuple(to_city(actor, city.id)), "begin assessment")]
    return st.selectbox(words("City"), led, key="begin-city")


def _highest_key(words: Words) -> str:
    return f"begin-highest-{words.language}"


def _usual_highest(model: CapabilityModel) -> int:
    return min(_USUAL_HIGHEST, model.framework().highest_level)


def _highest(words: Words, model: CapabilityModel) -> int:
    levels = [each for each in model.framework().levels if each.level > 0]
    return st.selectbox(
        words("Highest level to ask about"),
        [each.level for each in levels],
        index=_usual_highest(model) - 1,
        format_func=lambda number: f"{number} · {words.text(levels[number - 1].kind_name or levels[number - 1].name)}",
        help=words("A level is asked about only once the one below it is reached, so a high limit costs no time."),
        key=_highest_key(words),
    )


def _depth(words: Words, model: CapabilityModel) -> Depth | Literal["scan"]:
    """The choice, each with its effort: of the processes and the level that are chosen further down, where they are."""
    picked = st.session_state.get("begin-picked", [])
    highest = st.session_state.get(_highest_key(words)) or _usual_highest(model)
    efforts = [effort(model, processes_in(model, each, picked), highest) for each in DEPTHS]
    scans = desk().library.quick_scans[:1]
    offered: list[Depth | Literal["scan"]] = [*(SCAN for _ in scans), *DEPTHS]
    return st.radio(
        words("How deep?"),
        offered,
        index=len(scans),
        format_func=lambda depth: name_of(depth, words),
        captions=[*(describe_scan(each, words) for each in scans), *(describe(each, words) for each in efforts)],
        key=f"begin-depth-{words.language}",
    )


def _picked(words: Words, model: CapabilityModel) -> Sequence[str]:
    return st.multiselect(
        words("Processes"),
        [process.id for process in model.processes],
        format_func=lambda process_id: f"{process_id} {words.text(model.process(process_id).name)}",
        placeholder=words("Choose processes"),
        key="begin-picked",
    )


def _from_file(words: Words, actor: Actor) -> None:
    opened = parts.opener(words, words("Open a file"), ANSWER_FILES, key="begin-open")
    if opened is not None:
        st.session_state.pop(_WAITING, None)
        _read(words, opened)
    waiting: tuple[str, Reading] | None = st.session_state.get(_WAITING)
    if waiting is not None:
        _confirm(words, actor, *waiting)


def _read(words: Words, opened: parts.OpenedFile) -> None:
    try:
        reading = answers_in(opened, desk().library)
    except InputRefused as refused:
        show_problems(words, opened.name, refused.problems)
        return
    st.session_state[_WAITING] = (opened.name, reading)


def _confirm(words: Words, actor: Actor, file: str, reading: Reading) -> None:
    answers = reading.answers
    count, city = len(answers.ratings), plain(answers.city)
    st.markdown(
        words.many(
            count, "{file}: 1 answer of {city}.", "{file}: {count} answers of {city}.", file=plain(file), city=city
        )
    )
    for warning in reading.warnings:
        st.markdown("- " + sentence(words, warning))
    label = words("Name of the assessment")
    title = st.text_input(label, value=words("Self-assessment"), max_chars=200, key="file-title")
    button, lacks = words("Begin with these answers"), unfilled(words, label, title)
    if pressed(button, "begin-from-file", lacks=lacks, kind="primary"):
        del st.session_state[_WAITING]
        _answer(desk().exchange.begin_from(actor, answers, str(title)))


def _answer(begun: Assessment) -> None:
    st.switch_page(f"{questions_page(begun)}.py", query_params={"assessment": begun.id})
