"""Signing in with the identity provider of a city: away with an errand, back with somebody the provider vouches for.

Going there is asked for by POST, so that only our own pages send people away. The page that answers leads on by itself:
browsers do not let a form end on another host than ours.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.entrance import Arrival, read_code, secret_in
from assessment.desk.errors import NotInvited, TooManyTries, WishRefused
from locales.preference import named
from locales.words import Words
from locales.words import words as words_in
from models.assessment import NotSaved
from models.identity import Assured, Provider
from models.message import Message, say
from models.people import VISITOR
from web import handing
from web.forms import Field, Form, filled, page
from web.language import language_of
from web.oidc import Errand, NotAssured, ProviderUnreachable, relying_party, unpacked
from web.visitors import actor_of, address_of, own_path, welcome

T = TypeVar("T")

_START, _RETURN, _OUT = "/provider", "/provider-return", "/signed-out"
PATHS = frozenset({_START, _RETURN, _OUT})
"""Pages of their own, open to everybody."""

PLAIN_ERRAND, SECURE_ERRAND = "hanse-errand", "__Host-hanse-errand"
"""The cookie of an errand, as that of a session over http and https (`models.people`)."""

_SECONDS = 600


def routes() -> list[Route]:
    """All of them. Without a provider they look as if they were not there."""
    return [
        Route(_START, start, methods=["POST"]),
        Route(_RETURN, back),
        Route(_OUT, out),
    ]


def by_provider(words: Words) -> tuple[str, str] | None:
    """The label of the button that leads to the provider, and its path; None without a provider."""
    provider = wiring.provider()
    return None if provider is None else (words("Continue with {provider}", provider=provider.label), _START)


async def start(request: Request) -> Response:
    """Sends a browser to the provider: to sign in, to use an invitation, or to link the account signed in here."""
    provider, words, given = wiring.provider(), _words(request), await filled(request)
    if provider is None:
        return handing.not_found()
    party, session = relying_party(provider), ""
    if given.get("link"):
        session = (await actor_of(request)).session or VISITOR.id
    onward = own_path(given.get("next"))
    errand = party.errand(onward, words.language, code=read_code(given.get("code", "")), session=session)
    try:
        there = await _away(lambda: party.way_there(errand, _here(request)))
    except ProviderUnreachable:
        return _told(words, provider, errand, _UNREACHABLE, 503)
    label = words("Continue with {provider}", provider=provider.label)
    form = Form(_START, label, words("You sign in there, and come back here by yourself."), onward=there)
    answer = page(replace(form, links=((label, there),)), words)
    name, secure = _cookie(request)
    answer.set_cookie(name, errand.packed(), _SECONDS, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


async def back(request: Request) -> Response:
    """Takes in who comes back from the provider."""
    provider = wiring.provider()
    if provider is None:
        return handing.not_found()
    name, secure = _cookie(request)
    errand = unpacked(request.cookies.get(name)) or Errand("", "", "", "/", language_of(request.scope))
    words = words_in(named(errand.language) or language_of(request.scope))
    answer = await _received(request, provider, errand, words)
    # An errand is done once, however it ended.
    answer.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


async def out(request: Request) -> Response:
    """Says that the session here has ended, and where the one at the provider can be ended too."""
    provider, words = wiring.provider(), _words(request)
    if provider is None:
        return handing.not_found()
    home = str(request.base_url)
    there = await _away(lambda: relying_party(provider).way_out(home))
    form = Form(
        _OUT,
        words("You are signed out"),
        words(
            "{provider} may still know this browser. On a shared machine, sign out there too.", provider=provider.label
        ),
        links=(
            *([(words("Sign out of {provider} too", provider=provider.label), there)] if there else []),
            (words("Start page"), f"/?language={words.language}"),
        ),
    )
    return page(form, words)


_UNREACHABLE = say("It cannot be reached just now. Please try again in a moment, or sign in with a password.")
_BROKEN = say("This did not work: the sign-in was too slow, or was begun in another window. Please try again.")
_DECLINED = say("You broke off the sign-in. Nothing was changed.")
_NOT_SAVED = say("This could not be stored just now. Nothing was changed; please try again in a moment.")


async def _received(request: Request, provider: Provider, errand: Errand, words: Words) -> Response:
    party, brought = relying_party(provider), dict(request.query_params)
    if not errand.state:
        return _told(words, provider, errand, _BROKEN, 400)
    try:
        assured = await _away(lambda: party.assured(errand, brought, _here(request)))
        return await (_link if errand.session else _enter)(request, errand, assured)
    except ProviderUnreachable:
        return _told(words, provider, errand, _UNREACHABLE, 503)
    except NotAssured as doubt:
        return _told(words, provider, errand, _DECLINED if doubt.declined else _BROKEN, 400)
    except WishRefused as refused:
        status = {NotInvited: 403, TooManyTries: 429}.get(type(refused), 422)
        return _told(words, provider, errand, refused.message, status)
    except NotSaved:
        return _told(words, provider, errand, _NOT_SAVED, 503)


async def _enter(request: Request, errand: Errand, assured: Assured) -> Response:
    identities, before = wiring.desk().identities, secret_in(request.cookies)
    address = address_of(request)

    def arrived() -> Arrival:
        if errand.code:
            return identities.redeem(assured, errand.code, address, before)
        return identities.enter(assured, before)

    return welcome(request, await _away(arrived), errand.onward)


async def _link(request: Request, errand: Errand, assured: Assured) -> Response:
    actor = await actor_of(request)
    if actor == VISITOR or actor.session != errand.session:
        raise NotAssured("somebody else is signed in now")
    await _away(lambda: wiring.desk().identities.link(actor, assured))
    return Response(status_code=303, headers={"location": "/account", "cache-control": "no-store"})


def _told(words: Words, provider: Provider, errand: Errand, why: Message, status: int) -> Response:
    """What went wrong, and the ways that are left: again, with an invitation, with a password."""
    form = Form(
        _START,
        words("Sign in with {provider}", provider=provider.label),
        words("You can try again, use an invitation, or take another way in."),
        words("Continue with {provider}", provider=provider.label),
        fields=(Field("code", words("Invitation code, if you have one"), "one-time-code", required=False),),
        hidden={"next": errand.onward},
        links=((words("Sign in with a password"), f"/sign-in?language={words.language}"),),
        alert=words.say(why),
    )
    return page(form, words, status)


def _here(request: Request) -> str:
    """Our address to which the provider sends people back; the gate knows every host that gets here."""
    return f"{request.url.scheme}://{request.url.netloc}{_RETURN}"


def _cookie(request: Request) -> tuple[str, bool]:
    secure = request.url.scheme == "https"
    return (SECURE_ERRAND if secure else PLAIN_ERRAND), secure


def _words(request: Request) -> Words:
    return words_in(language_of(request.scope))


async def _away(work: Callable[[], T]) -> T:
    return await to_thread.run_sync(work)
