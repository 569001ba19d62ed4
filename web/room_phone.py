"""Live rooms by phone: the way in by code, what the city says, and what it takes along. No account, one own cookie.

Every page works without a script. With it, each tap is sent at once, kept in the phone until the server has said that
it stands, and sent again until then.
"""

from collections.abc import Callable
from typing import TypeVar

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import NotFound, TooManyTries, WishRefused
from assessment.loading import dump_answers
from locales.words import Words
from locales.words import words as words_in
from models.assessment import NotSaved
from models.message import Message, say
from models.room import Item, Rating, SeatView
from web import handing, room_arrival, room_frame, room_table, room_views
from web.language import language_of
from web.room_page import alert, sent
from web.visitors import address_of

T = TypeVar("T")

PATHS = frozenset(
    {
        *("/join", "/room-city", "/my-room", "/room-answer", "/room-state"),
        *("/room-item", "/room-claim", "/room-file", "/room-leave"),
    }
)
"""Pages of their own, open to everybody: the cookie of the phone says which room they are about."""

PLAIN_COOKIE = "hanse-room"
SECURE_COOKIE = "__Host-hanse-room"

_NOT_SAVED = say("This could not be stored just now. Nothing was changed; please try again in a moment.")


def routes() -> list[Route]:
    """All of them."""
    return [
        Route("/join", join, methods=["GET", "POST"]),
        Route("/room-city", city, methods=["GET", "POST"]),
        Route("/my-room", room, methods=["GET", "POST"]),
        Route("/room-answer", answer, methods=["POST"]),
        Route("/room-state", state),
        Route("/room-item", item, methods=["POST"]),
        Route("/room-claim", claim, methods=["POST"]),
        Route("/room-file", file),
        Route("/room-leave", leave, methods=["POST"]),
    ]


async def join(request: Request) -> Response:
    """Takes the code of a room, and gives the phone its cookie."""
    words = _words(request)
    if request.method == "GET":
        return room_arrival.door(words)
    given, address = await sent(request), address_of(request)
    try:
        secret = await _away(lambda: wiring.desk().seats.enter(given.get("code", ""), address))
    except (WishRefused, NotSaved) as refused:
        return room_arrival.door(words, _why(refused, words), 429 if isinstance(refused, TooManyTries) else 422)
    answered = _go("/room-city", words)
    secure = request.url.scheme == "https"
    name = SECURE_COOKIE if secure else PLAIN_COOKIE
    age = int(wiring.desk().seats.kept.total_seconds())
    answered.set_cookie(name, secret, age, path="/", secure=secure, httponly=True, samesite="lax")
    return answered


async def city(request: Request) -> Response:
    """Asks for which city a phone answers, and whether it agrees."""
    words, phone, seat = _words(request), _phone(request), await _seat(request)
    if seat is None:
        return _go("/join", words)
    if seat.city is not None:
        return _go("/my-room", words)
    if request.method == "GET":
        return room_arrival.asks_city(seat, words)
    given, seats = await sent(request), wiring.desk().seats
    agreed, address = given.get("agreed") == "yes", address_of(request)
    name, code = given.get("name", ""), given.get("city-code", "")
    try:
        if code.strip():
            await _away(lambda: seats.join_city(phone, code, address, agreed=agreed))
        else:
            await _away(lambda: seats.name_city(phone, name or given.get("expected", ""), agreed=agreed))
    except (WishRefused, NotSaved) as refused:
        return room_arrival.asks_city(seat, words, _why(refused, words), given)
    return _go("/my-room", words)


async def room(request: Request) -> Response:
    """What is to be done in the room now; a form of it that was sent without a script."""
    words, seat, problem = _words(request), await _seat(request), None
    if seat is None or seat.city is None:
        return _go("/join" if seat is None else "/room-city", words)
    if request.method == "POST":
        given = await sent(request)
        problem = await _taken(given, _phone(request), words)
        seat = await _seat(request)
        if seat is None:
            return _go("/join", words)
        if problem is None:
            aside = given.get("rating") == "0" and room_frame.named(seat, "") != "case"
            return _to_room(words, "case" if aside else "", given)
    return await _shown(request, seat, words, problem)


async def answer(request: Request) -> Response:
    """Takes one answer from the script of a phone, and says what stands now."""
    given, phone, words = await sent(request), _phone(request), _words(request)
    try:
        rating, seen = _rating(given), int(given.get("seen", ""))
    except ValueError:
        return JSONResponse({"message": ""}, 422)
    question, value, op = given.get("question", ""), given.get("value", ""), given.get("op", "")
    try:
        outcome = await _away(lambda: wiring.desk().seats.answer(phone, rating, question, value, seen=seen, op=op))
    except NotSaved as refused:
        return JSONResponse({"message": _why(refused, words)}, 503)
    except NotFound as refused:
        return JSONResponse({"message": _why(refused, words)}, 404)
    except WishRefused as refused:
        return JSONResponse({"message": _why(refused, words)}, 422)
    now = outcome.now
    told = {"kind": outcome.kind, "value": now.value if now else "", "version": now.version if now else 0}
    return JSONResponse(told, headers={"cache-control": "no-store"})


async def state(request: Request) -> Response:
    """What a page compares itself with: a mark of what is to be seen, and what stands in the open rating."""
    seat = await _seat(request)
    if seat is None or seat.city is None:
        return JSONResponse({"mark": "gone"}, 404)
    view = request.query_params.get("view", "")
    rating: Rating | None = 0 if room_frame.named(seat, view) == "case" else room_views.open_rating(seat)
    said = {} if rating is None else seat.answers.get(rating, {})
    told = {
        "mark": room_frame.mark(seat, view),
        "phase": seat.room.phase,
        "answers": {key: [each.value, each.version] for key, each in said.items()},
    }
    return JSONResponse(told, headers={"cache-control": "no-store"})


async def item(request: Request) -> Response:
    """Puts something on the table, shows it or takes it back."""
    given, words, phone = await sent(request), _words(request), _phone(request)
    wished = Item(
        "",
        given.get("kind", ""),  # type: ignore[arg-type]
        given.get("place", ""),
        given.get("dimension", ""),
        shown=given.get("shown") == "1",
    )
    try:
        await _away(lambda: wiring.desk().seats.put(phone, wished))
    except NotFound:
        return _go("/join", words)
    except (WishRefused, NotSaved) as refused:
        seat = await _seat(request)
        if seat is None:
            return _go("/join", words)
        return await _shown(request, seat, words, _why(refused, words), view="table")
    return _to_room(words, "table", given)


async def claim(request: Request) -> Response:
    """Makes the code with which a lead takes the answers into an account, and shows it this once."""
    words, phone, seat = _words(request), _phone(request), await _seat(request)
    if seat is None or seat.city is None:
        return _go("/join", words)
    try:
        code = await _away(lambda: wiring.desk().seats.promise(phone))
    except (WishRefused, NotSaved) as refused:
        return await _shown(request, seat, words, _why(refused, words), view="along")
    grouped = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
    return room_frame.framed(seat, words, "along", room_views.along(seat, words, grouped))


async def file(request: Request) -> Response:
    """The answers of the city as a file of the quick scan."""
    words, phone = _words(request), _phone(request)
    try:
        answers = await _away(lambda: wiring.desk().seats.take_along(phone, words.language))
    except WishRefused:
        return _go("/join", words)
    return handing.file(dump_answers(answers), "application/yaml", "quick-scan.yaml")


async def leave(request: Request) -> Response:
    """Erases what the city said."""
    words, phone = _words(request), _phone(request)
    try:
        await _away(lambda: wiring.desk().seats.withdraw(phone))
    except NotFound:
        return _go("/join", words)
    except NotSaved as refused:
        return room_arrival.door(words, _why(refused, words), 503)
    answered = room_arrival.door(words, words("Everything your city said in the room is erased."))
    answered.delete_cookie(PLAIN_COOKIE, path="/", httponly=True, samesite="lax")
    answered.delete_cookie(SECURE_COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return answered


async def _taken(given: dict[str, str], phone: str, words: Words) -> str | None:
    """Takes a whole form; why something of it could not be taken, in words."""
    seats, told = wiring.desk().seats, None

    def work() -> bool:
        rating, clash = _rating(given), False
        for key in [name for name in given if f"seen-{name}" in given]:
            seen = int(given[f"seen-{key}"])
            outcome = seats.answer(phone, rating, key, given[key], seen=seen, op=wiring.new_id())
            clash = clash or outcome.kind != "saved"
        if given.get("do") in ("finish", "reopen") and not clash:
            seats.finish(phone, rating, done=given["do"] == "finish")
        return clash

    try:
        if await _away(work):
            told = words(
                "Another phone of your city answered meanwhile, or the rating is over. What stands now is shown below."
            )
    except ValueError:
        told = words("One can only choose what is offered.")
    except (WishRefused, NotSaved) as refused:
        told = _why(refused, words)
    return told


async def _shown(
    request: Request, seat: SeatView, words: Words, problem: str | None, view: str | None = None
) -> Response:
    asked, phone = view or room_frame.asked(seat, request.query_params), _phone(request)
    named = room_frame.named(seat, asked)
    draw: dict[str, Callable[[], str]] = {
        "questions": lambda: room_views.questions(seat, words, problem),
        "result": lambda: room_views.result(seat, words, phone),
        "table": lambda: room_table.open_table(seat, words, phone, problem),
        "case": lambda: room_views.case(seat, words, problem),
        "along": lambda: alert(problem) + room_views.along(seat, words),
    }
    return room_frame.framed(seat, words, asked, await _away(draw[named]))


def _to_room(words: Words, view: str, given: dict[str, str]) -> Response:
    """Back to the view that a form was sent from, in the phase of the day in which it was drawn."""
    return _on_to(room_frame.address(words, view, given.get("phase", "")))


def _go(path: str, words: Words) -> Response:
    return _on_to(f"{path}?language={words.language}")


def _on_to(address: str) -> Response:
    return RedirectResponse(address, 303, headers={"cache-control": "no-store"})


def _rating(given: dict[str, str]) -> Rating:
    found = int(given.get("rating", ""))
    if found not in (0, 1, 2):
        raise ValueError(found)
    return found  # type: ignore[return-value]


async def _seat(request: Request) -> SeatView | None:
    phone = _phone(request)
    try:
        return await _away(lambda: wiring.desk().seats.view(phone))
    except NotFound:
        return None


def _phone(request: Request) -> str:
    return request.cookies.get(SECURE_COOKIE) or request.cookies.get(PLAIN_COOKIE) or ""


def _why(refused: WishRefused | NotSaved, words: Words) -> str:
    message: Message = refused.message if isinstance(refused, WishRefused) else _NOT_SAVED
    return words.say(message)


def _words(request: Request) -> Words:
    return words_in(language_of(request.scope))


async def _away(work: Callable[[], T]) -> T:
    return await to_thread.run_sync(work)
