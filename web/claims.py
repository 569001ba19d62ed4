"""Taking what a city said in a live room into its account: a lead who is signed in enters the code of its phone."""

from dataclasses import replace

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import NotFound, TooManyTries, WishRefused
from locales.words import words as words_in
from models.assessment import NotSaved
from models.message import say
from models.people import VISITOR
from web.forms import Field, Form, filled, page
from web.language import language_of
from web.visitors import actor_of, address_of

PATHS = frozenset({"/claim"})
"""A page of its own; who has no session is led to the sign-in first."""

_NOT_SAVED = say("This could not be stored just now. Nothing was changed; please try again in a moment.")


def routes() -> list[Route]:
    """All of them."""
    return [Route("/claim", claim, methods=["GET", "POST"])]


async def claim(request: Request) -> Response:
    """Asks for the code, and begins a quick scan of the lead's city with the answers behind it."""
    actor, words = await actor_of(request), words_in(language_of(request.scope))
    if actor == VISITOR:
        return RedirectResponse(f"/sign-in?language={words.language}&next=/claim", 303)
    given = await filled(request) if request.method == "POST" else {}
    led = actor.cities("lead")
    cities = {each.id: each.name for each in wiring.desk().people.my_cities(actor) if each.id in led}
    names = ", ".join(sorted(cities.values()))
    several = (Field("city", words("City"), "off", value=given.get("city", ""), hint=names),) if len(cities) > 1 else ()
    form = Form(
        "/claim",
        words("Take in the answers from a workshop"),
        words("They become a quick scan of your city. The code stands on the phone, under “Take along”."),
        words("Take in the answers"),
        fields=(Field("code", words("Code"), "one-time-code", value=given.get("code", "")), *several),
        script="code.js",
    )
    if request.method == "GET":
        return page(form, words)
    wanted = given.get("city", "").strip().casefold()
    city = next((key for key, name in cities.items() if len(cities) == 1 or name.casefold() == wanted), "")
    address = address_of(request)
    try:
        begun = await to_thread.run_sync(
            lambda: wiring.desk().claiming.claim(actor, city, given.get("code", ""), address)
        )
    except NotFound:
        alert = words("You lead no city of this name. Only the lead of a city takes answers in.")
        return page(replace(form, alert=alert), words, 422)
    except WishRefused as refused:
        status = 429 if isinstance(refused, TooManyTries) else 422
        return page(replace(form, alert=words.say(refused.message)), words, status)
    except NotSaved:
        return page(replace(form, alert=words.say(_NOT_SAVED)), words, 503)
    address = f"/results?assessment={begun.id}"
    return Response(status_code=303, headers={"location": address, "cache-control": "no-store"})
