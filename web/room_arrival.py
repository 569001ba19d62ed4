"""The two pages on the way into a live room: its code, and the city that a phone answers for."""

from html import escape

from starlette.responses import Response

from assessment import wiring
from locales.words import Words
from models.room import SeatView
from web.room_page import RoomPage, alert, button, form, page, paragraph


def door(words: Words, problem: str | None = None, status: int = 200) -> Response:
    """Asks for the code of a room."""
    title = words("Join a room")
    content = (
        f"<h1>{escape(title)}</h1>{alert(problem)}"
        + paragraph(words("Enter the code that is on the wall. You need no account."))
        + form(
            "/join",
            words,
            '<label for="code">' + escape(words("Code of the room")) + "</label>"
            '<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" '
            'maxlength="20" required inputmode="text">' + button(words("Join")),
        )
    )
    return page(RoomPage("/join", title, content, script="code.js"), words, status)


def asks_city(
    seat: SeatView, words: Words, problem: str | None = None, given: dict[str, str] | None = None
) -> Response:
    """Asks for which city a phone answers, and whether its people agree."""
    given = given or {}
    expected = "".join(f'<option value="{escape(each)}">{escape(each)}</option>' for each in seat.expected)
    pick = (
        '<label for="expected">' + escape(words("Your city")) + '</label><select id="expected" name="expected">'
        '<option value="">' + escape(words("Please choose")) + f"</option>{expected}</select>"
        if expected
        else ""
    )
    label = words("Or another city") if expected else words("Name of your city")
    fields = (
        f'{pick}<label for="name">{escape(label)}</label>'
        f'<input id="name" name="name" autocomplete="off" maxlength="80" value="{escape(given.get("name", ""))}">'
        f"<details{' open' if given.get('city-code') else ''}>"
        "<summary>" + escape(words("My city is in the room already")) + "</summary>"
        '<label for="city-code">' + escape(words("Code of the city, from a phone of your colleagues")) + "</label>"
        '<input id="city-code" name="city-code" autocomplete="off" autocapitalize="characters" spellcheck="false" '
        'maxlength="12"></details>'
    )
    title = words("For which city do you answer?")
    content = f"<h1>{escape(title)}</h1>{alert(problem)}" + form(
        "/room-city", words, fields + _consent(words) + button(words("Go on"))
    )
    head = f'<span class="city">{escape(seat.room.title)}</span>'
    return page(RoomPage("/room-city", title, content, script=None, head=head), words, 422 if problem else 200)


def _consent(words: Words) -> str:
    told = (
        words("They count in grouped figures of this room once you have said that you have finished."),
        words("Nobody sees single answers of your city, not the trainers either: only your own phones."),
        words("Everybody in the room sees that your city is here, and when it has finished."),
        words.many(
            wiring.desk().seats.kept.days,
            "They are erased after a day. Grouped figures that were revealed stay.",
            "They are erased after {count} days. Grouped figures that were revealed stay.",
        ),
    )
    lines = "".join(f"<li>{escape(each)}</li>" for each in told)
    return (
        '<div class="consent"><h2>' + escape(words("What happens with your answers")) + f"</h2><ul>{lines}</ul>"
        '<label class="tick"><input type="checkbox" name="agreed" value="yes" required>'
        "<span>" + escape(words("We agree, for this workshop.")) + "</span></label></div>"
    )
