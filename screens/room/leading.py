"""Leading a room: who is there and has finished, what comes next, the clock; drawn anew every two seconds."""

from collections.abc import Callable

import streamlit as st

from assessment import wiring
from assessment.desk.rooms import MOST_MINUTES
from locales.preference import NAMES
from locales.words import Words
from models.people import Actor
from models.room import MOST_CITIES, PHASES, Phase, Rating, Room, RoomCity, RoomView, Step
from screens.frame.address import link
from screens.frame.here import current_actor, desk
from screens.room.record import record
from screens.show.asking import asked_first
from screens.show.one_field import one_field
from screens.show.plain import plain
from screens.show.tables import tabulate
from screens.show.told_apart import told_apart

_LOOK_SECONDS = 2.0


@st.fragment(run_every=_LOOK_SECONDS)
def leading(words: Words, key: str) -> None:
    """Draws the room with this id. Raises `NotFound` where it is not the person's."""
    actor = current_actor()
    view = desk().rooms.show(actor, key)
    room = view.room
    st.title(plain(room.title), anchor=False)
    _head(words, room)
    if room.step != "over":
        _next(words, actor, view)
        _wall(words, actor, room)
    _cities(words, actor, view)
    if room.step != "over":
        _settings(words, actor, room)
    record(words, view)


def _head(words: Words, room: Room) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        code = f"{room.code[:3]} {room.code[3:]}"
        address = plain(link("/join"))
        st.markdown(words("Code of the room: **{code}**, address **{path}**", code=code, path=address), width="stretch")
        st.link_button(words("Open the wall"), f"/projector?room={room.id}", icon=":material/cast:")
    at = PHASES.index(room.phase)
    names = _phase_words(words)
    st.progress(at / (len(PHASES) - 1), names[room.phase])


def _phase_words(words: Words) -> dict[Phase, str]:
    return {
        "before": words("Cities join. Rate the invented city first, if you like."),
        "first": words("First rating. You see who has finished, not what they said."),
        "between": words("The room is revealed. Talk, question by question; then the open table."),
        "second": words("Second rating."),
        "after": words("Both ratings stand side by side."),
    }


def _next(words: Words, actor: Actor, view: RoomView) -> None:
    """The one thing that brings the room on."""
    room, rooms = view.room, desk().rooms
    do: dict[Phase, tuple[str, Callable[[], None]]] = {
        "before": (words("Begin the first rating"), lambda: rooms.begin(actor, room.id, "first", seen=room.version)),
        "first": (words("Reveal the room"), lambda: rooms.reveal(actor, room.id, seen=room.version)),
        "between": (words("Begin the second rating"), lambda: rooms.begin(actor, room.id, "second", seen=room.version)),
        "second": (words("Reveal before and after"), lambda: rooms.reveal(actor, room.id, seen=room.version)),
    }
    if room.phase not in do:
        return
    label, work = do[room.phase]
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="room-next"):
        st.markdown(_hint(words, view), width="stretch")
        st.button(label, type="primary", key=f"next-{room.phase}", on_click=work)


def _hint(words: Words, view: RoomView) -> str:
    rating: Rating = 2 if view.room.reached("second") else 1
    done, there = view.finished(rating), len(view.cities)
    if view.room.phase == "first":
        if done < there:
            return words.many(
                done,
                "1 of {all} cities has finished. Who has not is left out for good: the roster closes now.",
                "{count} of {all} cities have finished. Who has not is left out for good: the roster closes now.",
                all=there,
            )
        return words("All {all} cities have finished. The roster closes with the reveal.", all=there)
    if view.room.phase == "second":
        return words.many(done, "1 of {all} cities has finished.", "{count} of {all} cities have finished.", all=there)
    if view.room.phase == "before":
        return words("When the cities are here: who comes later can still join until the reveal.")
    return words("When you have talked: every city answers the same questions once more.")


def _wall(words: Words, actor: Actor, room: Room) -> None:
    """What is on the wall now, and what else could be."""
    st.subheader(words("On the wall"), anchor=False)
    names = _step_words(words)
    offered: list[Step] = ["joining", "calibration", "table"]
    offered += ["rating"] if room.phase in ("first", "second") else []
    offered += ["group", "question"] if room.reached("between") else []
    offered += ["paired"] if room.reached("after") else []
    with st.container(horizontal=True):
        for each in (step for step in names if step in offered):
            st.button(
                names[each],
                key=f"wall-{each}",
                type="primary" if each == room.step else "secondary",
                on_click=_show,
                args=(actor, room, each),
            )
    if room.step == "question":
        _stepping(words, actor, room)
    if room.step == "calibration" and not room.solved:
        st.button(words("Show the model solution"), key="solve", on_click=_solve, args=(actor, room))


def _step_words(words: Words) -> dict[Step, str]:
    return {
        "joining": words("Join"),
        "calibration": words("Invented city"),
        "rating": words("Who has finished"),
        "group": words("The room"),
        "question": words("Question by question"),
        "table": words("Open table"),
        "paired": words("Before and after"),
    }


def _show(actor: Actor, room: Room, step: Step, question: str | None = None) -> None:
    first = room.questions[0] if step == "question" else None
    desk().rooms.move(actor, room.id, step, seen=room.version, question=question or first)


def _solve(actor: Actor, room: Room) -> None:
    desk().rooms.solve(actor, room.id, seen=room.version)


def _stepping(words: Words, actor: Actor, room: Room) -> None:
    at = room.questions.index(room.shown) if room.shown in room.questions else 0
    scan = next(each for each in desk().library.quick_scans if each.id == room.questionnaire)
    question = next(each for each in scan.file.questions if each.id == room.questions[at])
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="room-question"):
        back = room.questions[max(at - 1, 0)]
        on = room.questions[min(at + 1, len(room.questions) - 1)]
        st.button(
            words("Back"), key="question-back", disabled=at == 0, on_click=_show, args=(actor, room, "question", back)
        )
        place = words("{at} of {all}", at=at + 1, all=len(room.questions))
        st.markdown(f"{place}: **{plain(words.text(question.question))}**", width="stretch")
        last = at == len(room.questions) - 1
        st.button(words("Next"), key="question-next", disabled=last, on_click=_show, args=(actor, room, "question", on))


def _cities(words: Words, actor: Actor, view: RoomView) -> None:
    st.subheader(words("Cities in the room: {count}", count=len(view.cities)), anchor=False)
    if not view.cities:
        st.markdown(words("Nobody is here yet. Open the wall: it shows the code, and a QR code for phones."))
        return
    if len(view.cities) >= MOST_CITIES and view.room.step != "over":
        full = words(
            "The room is full: {most} cities are in it, and no other can come in. Take out those that do not belong "
            "here. If strangers have the code, end this room and open a new one, which has a code of its own.",
            most=MOST_CITIES,
        )
        st.warning(full, icon=":material/groups:")
    head = [words("City"), words("Phones"), words("Invented city"), words("First rating"), words("Second rating")]
    rows = [_row(words, each, view.room) for each in view.cities]
    tabulate(head, rows, alt=words("Who is here and has finished"))
    if not view.room.reached("between"):
        _taking_out(words, actor, view)


def _row(words: Words, city: RoomCity, room: Room) -> list[str]:
    done = [words("finished") if rating in city.finished else "–" for rating in (0, 1, 2)]
    if room.reached("between") and not city.counted:
        done[1] = words("not counted")
    return [plain(city.name), str(city.phones), *done]


def _taking_out(words: Words, actor: Actor, view: RoomView) -> None:
    with st.expander(words("Take out a city that came in by mistake"), key="taking-out"):
        names = told_apart({each.id: each.name for each in view.cities})
        key = st.selectbox(words("City"), list(names), format_func=lambda each: names[each], key="out-city")
        told = words("Its phones and everything it answered here are erased. Nothing brings that back.")
        if asked_first(words("Take it out …"), told, words("Take it out with all it said"), "take-out") and key:
            desk().rooms.take_out(actor, view.room.id, key)
            st.rerun()


def _settings(words: Words, actor: Actor, room: Room) -> None:
    rooms = desk().rooms
    with st.container(horizontal=True, vertical_alignment="bottom", key="room-time"):
        minutes = st.number_input(words("Minutes"), 1, MOST_MINUTES, 10, key="room-minutes", width=140)
        if st.button(words("Start the clock"), key="room-clock"):
            rooms.time(actor, room.id, int(minutes), seen=room.version)
            st.rerun()
        if room.timer is not None:
            left = max(0, int((room.timer - wiring.now()).total_seconds()))
            st.markdown(words("Time left: {time}", time=f"{left // 60}:{left % 60:02}"))
            if st.button(words("Stop the clock"), key="room-clock-off"):
                rooms.time(actor, room.id, 0, seen=room.version)
                st.rerun()
    with st.expander(words("Language, co-trainers, and the end"), key="room-more"):
        others = [code for code in NAMES if code != room.language]
        for code in others:
            label = words("Put the wall into {language}", language=NAMES[code])
            if st.button(label, key=f"speak-{code}"):
                rooms.speak(actor, room.id, code, seen=room.version)
                st.rerun()
        label, button = words("Login name of another trainer"), words("Let them lead it too")
        login = one_field(words, label, button, "room-appoint", most=64)
        if login is not None:
            rooms.appoint(actor, room.id, login)
            st.success(words("Done. Whoever it is finds the room under “Live rooms”."))
        told = words.many(
            desk().seats.kept.days,
            "After the end nobody answers any more; results can still be taken along for a day.",
            "After the end nobody answers any more; results can still be taken along for {count} days.",
        )
        if asked_first(words("End the room …"), told, words("End the room"), "room-over"):
            rooms.move(actor, room.id, "over", seen=room.version)
            st.rerun()
