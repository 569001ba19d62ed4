"""The frame around everything that a phone shows of a live room: tabs, the clock, and when to draw it anew."""

import hashlib
from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from starlette.responses import Response

from assessment import wiring
from locales.words import Words
from models.room import SeatView
from web.room_page import RoomPage, page

VIEWS = ("questions", "result", "table", "case", "along")
_FOLLOWED = {"joining": "questions", "calibration": "case", "rating": "questions", "table": "table", "over": "along"}


def framed(seat: SeatView, words: Words, view: str, content: str) -> Response:
    """The page with this content, its tabs, and what its script has to say."""
    here = named(seat, view)
    names = {
        "questions": words("Questions"),
        "result": words("Result"),
        "table": words("The table"),
        "case": words("Case"),
        "along": words("Take along"),
    }
    tabs = "".join(
        f'<a href="{escape(address(words, key, seat.room.phase))}"{" aria-current=page" if key == here else ""}>'
        f"{escape(text)}</a>"
        for key, text in names.items()
    )
    told = {
        "mark": mark(seat, view),
        "view": view,
        "phase": seat.room.phase,
        "key": f"hanse-room-{seat.city.id if seat.city else ''}",
        "language": words.language,
        "saved": words("Saved"),
        "kept": words("Kept on this phone. It is sent as soon as there is a network."),
        "theirs": words("Another phone of your city chose: {value}", value="{value}"),
        "keep": words("Leave it like this"),
        "mine": words("Take mine: {value}", value="{value}"),
        "changed": words("Changed by another phone of your city"),
        "minute": words("One minute left."),
        "up": words("Time is up."),
        "over": words("This rating is over. What you answered stands."),
    }
    head = f'<span class="city">{escape(seat.city.name if seat.city else "")}</span>'
    timer = _timer(seat, words)
    content = f'<nav class="tabs">{tabs}</nav>{timer}{content}'
    query = {"view": view, "phase": seat.room.phase} if view else {}
    return page(RoomPage("/my-room", seat.room.title, content, query=query, told=told, head=head), words)


def _timer(seat: SeatView, words: Words) -> str:
    if seat.room.timer is None:
        return ""
    left = max(0, int((seat.room.timer - wiring.now()).total_seconds()))
    label = escape(words("Time left"))
    return (
        f'<p class="timer" role="timer" aria-label="{label}" data-left="{left}">{left // 60}:{left % 60:02}</p>'
        '<p class="heard" role="status"></p>'
    )


def address(words: Words, view: str, phase: str) -> str:
    """Where a phone sees the room; a view that somebody chose, with the phase of the day in which they did."""
    chosen = {"view": view, "phase": phase} if view else {}
    return f"/my-room?{urlencode({**chosen, 'language': words.language})}"


def asked(seat: SeatView, query: Mapping[str, str]) -> str:
    """The view that an address asks for. A new part of the day leads everybody there, whatever they looked at."""
    view, phase = query.get("view", ""), query.get("phase", "")
    return view if view in VIEWS and phase in ("", seat.room.phase) else ""


def named(seat: SeatView, view: str) -> str:
    """The view that is shown: the one asked for, else the one that goes with the wall."""
    if view in VIEWS:
        return view
    return _FOLLOWED.get(seat.room.step, "result" if seat.answers.get(1) else "questions")


def mark(seat: SeatView, view: str) -> str:
    """Changes when a page should be drawn anew. Who chose a view stays there, whatever is on the wall."""
    here = seat.room
    moved = (here.phase, here.solved, len(seat.view.editions), here.timer, here.step == "over")
    followed = () if view in VIEWS else (here.step, here.shown)
    board = (seat.view.clinics, seat.items) if named(seat, view) == "table" else ()
    return hashlib.sha256(repr((moved, followed, board)).encode()).hexdigest()[:16]
