"""Bringing a city into a cohort by the link that its trainer passed on, as text or QR code: code, terms, done.

The code stands behind "#" in the link, which browsers never send; a script puts it into the form.
"""

from collections.abc import Callable
from html import escape

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from locales.words import Words
from locales.words import words as words_in
from models.assessment import City
from models.cohort import CONSENTS, Cohort
from models.people import VISITOR, Actor
from reports.content.group_naming import consent_words
from web.language import language_of, on_screen
from web.room_page import RoomPage, alert, button, form, page, paragraph, sent
from web.visitors import actor_of

PATH = "/join-cohort"
PATHS = frozenset({PATH})
"""A page of its own; who has no session is led to the sign-in first, where the browser keeps the code."""


def routes() -> list[Route]:
    """All of them."""
    return [Route(PATH, joining, methods=["GET", "POST"])]


async def joining(request: Request) -> Response:
    """Asks for the code, then what the city agrees to, and brings it in."""
    actor, words = await actor_of(request), words_in(language_of(request.scope))
    if actor == VISITOR:
        return RedirectResponse(f"/sign-in?language={words.language}&next={PATH}", 303)
    cities = await to_thread.run_sync(_led, actor)
    if not cities:
        return _for_leads(words, 422 if request.method == "POST" else 200)
    given = await sent(request) if request.method == "POST" else {}
    chosen = next((each for each in cities if each.id == given.get("city")), cities[0])
    if not given.get("code"):
        return _asks_code(words)
    try:
        return await to_thread.run_sync(_step(actor, words, given, cities, chosen))
    except WishRefused as refused:
        return _asks_code(words, words.say(refused.message), 422)


def _led(actor: Actor) -> list[City]:
    led = actor.cities("lead")
    return [each for each in wiring.desk().people.my_cities(actor) if each.id in led]


def _step(
    actor: Actor, words: Words, given: dict[str, str], cities: list[City], chosen: City
) -> Callable[[], Response]:
    """What comes next: the terms for this code, or what was agreed to."""
    cohorts, code = wiring.desk().cohorts, given["code"]

    def look() -> Response:
        if given.get("do") != "join":
            return _asks_terms(words, cohorts.named_by(actor, chosen.id, code), code, cities)
        cohorts.join(actor, chosen.id, code, [each for each in CONSENTS if given.get(each) == "yes"])
        return RedirectResponse(f"/assessments?{on_screen(words.language)}", 303)

    return look


def _asks_code(words: Words, problem: str | None = None, status: int = 200) -> Response:
    title = words("Join a cohort of cities")
    content = (
        f"<h1>{escape(title)}</h1>{alert(problem)}"
        + paragraph(
            words("The trainer of a cohort gives you its code. Nothing is shared before you agree, point by point.")
        )
        + form(
            PATH,
            words,
            '<label for="code">' + escape(words("Code of a cohort")) + "</label>"
            '<input id="code" name="code" autocomplete="off" spellcheck="false" maxlength="20" required>'
            + button(words("Go on")),
        )
    )
    return page(RoomPage(PATH, title, content, script="code.js"), words, status)


def _asks_terms(words: Words, cohort: Cohort, code: str, cities: list[City]) -> Response:
    options = "".join(f'<option value="{escape(each.id)}">{escape(each.name)}</option>' for each in cities)
    which = (
        '<label for="city">' + escape(words("City")) + f'</label><select id="city" name="city">{options}</select>'
        if len(cities) > 1
        else ""
    )
    ticks = "".join(
        f'<label class="tick"><input type="checkbox" name="{each}" value="yes">'
        f"<span>{escape(consent_words(each, words))}</span></label>"
        for each in CONSENTS
    )
    title = words("What does your city agree to?")
    told = words(
        "That your city is in, the trainer sees in any case. You can change this and leave at any time; it counts "
        "for all that is worked out from then on. Figures that were published before stay as they were published."
    )
    content = (
        f"<h1>{escape(title)}</h1>"
        + paragraph(words("The code belongs to the cohort “{cohort}”.", cohort=cohort.name))
        + form(
            PATH,
            words,
            which + ticks + paragraph(told, "quiet") + button(words("Join the cohort")),
            code=code,
            do="join",
        )
    )
    return page(RoomPage(PATH, title, content, script=None), words)


def _for_leads(words: Words, status: int) -> Response:
    title = words("Join a cohort of cities")
    told = alert(words("Only the lead of a city brings it into a cohort. Please pass the link on."))
    return page(RoomPage(PATH, title, f"<h1>{escape(title)}</h1>{told}", script=None), words, status)
