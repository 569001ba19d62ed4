"""The way in and out: first start, sign-in, sign-out, invitations, resets, new passwords. Forms, no script needed.

That a form comes from our own pages is checked before anything gets here (`web.gate`).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.credentials import PASSWORD_SHORTEST
from assessment.desk.entrance import Arrival, secret_in
from assessment.desk.errors import NewPasswordNeeded, NotFound, TooManyTries, WishRefused, WrongPassword
from locales.words import Words
from locales.words import words as words_in
from models.assessment import NotSaved
from models.message import Message, say
from models.people import VISITOR, Actor
from web import handing, joining
from web.forms import Field, Form, filled, page
from web.language import language_of, on_screen
from web.provider import by_provider
from web.visitors import actor_of, address_of, goodbye, own_path, welcome

T = TypeVar("T")

PATHS = frozenset({"/first-start", "/sign-in", "/sign-out", "/redeem", "/guest", "/reset", "/password"})
"""Pages of their own, open to everybody."""

_NOT_SAVED = say("This could not be stored just now. Nothing was changed; please try again in a moment.")


def routes() -> list[Route]:
    """All of them."""
    return [
        Route("/first-start", first_start, methods=["GET", "POST"]),
        Route("/sign-in", sign_in, methods=["GET", "POST"]),
        Route("/sign-out", sign_out, methods=["POST"]),
        Route("/redeem", redeem, methods=["GET", "POST"]),
        Route("/guest", guest, methods=["GET", "POST"]),
        Route("/reset", reset, methods=["GET", "POST"]),
        Route("/password", password, methods=["GET", "POST"]),
    ]


async def first_start(request: Request) -> Response:
    """Makes the first account, as long as there is none."""
    if not await _away(wiring.desk().entrance.awaits_first):
        return handing.not_found()
    words, given = _words(request), await _given(request)
    form = Form(
        "/first-start",
        words("Set up this installation"),
        words(
            "Nobody has an account here yet. Yours will be the first one: it administers this installation, and begins "
            "assessments."
        ),
        words("Create the account and begin"),
        fields=(*_new_account(words, given), _new_password(words)),
        hidden=_onward(request, given),
    )
    return await _answered(
        request,
        form,
        given,
        lambda: wiring.desk().entrance.first_start(given["username"], given["shown"], given["password"]),
    )


async def sign_in(request: Request) -> Response:
    """Signs somebody in."""
    words, given = _words(request), await _given(request)
    onward = _onward(request, given)
    form = Form(
        "/sign-in",
        words("Sign in"),
        words("For people with an account of this installation. The quick scan needs none."),
        words("Sign in"),
        fields=(_login(words, given), _password(words)),
        hidden=onward,
        other=by_provider(words),
        links=(
            (words("I have an invitation code"), f"/redeem?language={words.language}"),
            (words("I have a guest's code"), f"/guest?language={words.language}"),
            (words("Take the quick scan without an account"), f"/quick-scan?{on_screen(words.language)}"),
        ),
        # Only the way to joining a cohort brings a code along, which the browser has to keep meanwhile.
        script="code.js" if onward["next"] == joining.PATH else None,
    )
    address, before = address_of(request), secret_in(request.cookies)
    try:
        return await _answered(
            request,
            form,
            given,
            lambda: wiring.desk().entrance.sign_in(given["username"], given["password"], address, before),
        )
    except NewPasswordNeeded as needed:
        return page(replace(_change(words, given, request), alert=words.say(needed.message)), words)


async def password(request: Request) -> Response:
    """Changes a password against the old one, also for somebody who has to before they may go on."""
    words, given = _words(request), await _given(request)
    actor = await actor_of(request)
    if "username" not in given and actor != VISITOR:
        given["username"] = await _away(lambda: wiring.desk().people.me(actor).login)
    form, address = _change(words, given, request), address_of(request)
    return await _answered(
        request,
        form,
        given,
        lambda: wiring.desk().entrance.change_password(given["username"], given["password"], given["new"], address),
    )


async def redeem(request: Request) -> Response:
    """Makes an account with an invitation, or gives its role to the account that is signed in."""
    words, given = _words(request), await _given(request)
    actor = await actor_of(request)
    if actor != VISITOR:
        return await _join(request, actor, words, given)
    form = Form(
        "/redeem",
        words("Accept an invitation"),
        words("Choose how you want to sign in from now on. No e-mail address and no real name is needed."),
        words("Create the account"),
        fields=(_code(words, given), *_new_account(words, given), _new_password(words)),
        other=by_provider(words),
        links=(
            (words("I have an account already: sign in first"), f"/sign-in?language={words.language}&next=/redeem"),
        ),
        script="code.js",
    )
    address = address_of(request)
    return await _answered(
        request,
        form,
        given,
        lambda: wiring.desk().entrance.redeem(
            given["code"], given["username"], given["shown"], given["password"], address
        ),
    )


async def guest(request: Request) -> Response:
    """Lets a guest in to rate: with a code alone, under a role name."""
    words, given = _words(request), await _given(request)
    form = Form(
        "/guest",
        words("Rate as a guest"),
        words("You need no account and no name. The lead sees what you have finished, never what you chose."),
        words("To the questions"),
        fields=(_code(words, given),),
        script="code.js",
    )
    address, before = address_of(request), secret_in(request.cookies)

    def come() -> Arrival:
        arrival = wiring.desk().entrance.admit_guest(given["code"], address, before)
        rated = next((grant.assessment for grant in arrival.account.grants if grant.assessment), "")
        given["next"] = f"/rating?assessment={rated}&{on_screen(words.language)}"
        return arrival

    return await _answered(request, form, given, come)


async def reset(request: Request) -> Response:
    """Gives an account a new password, with a code from its lead or administrator."""
    words, given = _words(request), await _given(request)
    form = Form(
        "/reset",
        words("Choose a new password"),
        words("You are signed out everywhere else."),
        words("Save and sign in"),
        fields=(_code(words, given), _new_password(words)),
        script="code.js",
    )
    address = address_of(request)
    return await _answered(
        request, form, given, lambda: wiring.desk().entrance.reset(given["code"], given["password"], address)
    )


async def sign_out(request: Request) -> Response:
    """Ends the session. Who may still be signed in at a provider hears of it."""
    secret, actor = secret_in(request.cookies), await actor_of(request)
    elsewhere = actor != VISITOR and bool(await _away(lambda: wiring.desk().identities.mine(actor)))
    if secret is not None:
        await _away(lambda: wiring.desk().entrance.sign_out(secret))
    return goodbye("/signed-out" if elsewhere and wiring.provider() else "/")


async def _join(request: Request, actor: Actor, words: Words, given: dict[str, str]) -> Response:
    form = Form(
        "/redeem",
        words("Accept an invitation"),
        words(
            "You are signed in as {name}. The invitation adds a role to this account.", name=actor.display_name or ""
        ),
        words("Add the role to my account"),
        fields=(_code(words, given),),
        script="code.js",
    )
    if request.method == "GET":
        return page(form, words)
    try:
        await _away(lambda: wiring.desk().people.join(actor, given.get("code", "")))
    except (WishRefused, NotSaved) as refused:
        return _refused(form, words, refused)
    return Response(status_code=303, headers={"location": "/assessments", "cache-control": "no-store"})


async def _answered(request: Request, form: Form, given: dict[str, str], wish: Callable[[], Arrival]) -> Response:
    """The form, or after it was sent what came of it."""
    words = _words(request)
    if request.method != "POST":
        return page(form, words)
    for each in form.fields:
        given.setdefault(each.name, "")
    try:
        arrival = await _away(wish)
    except NewPasswordNeeded:
        raise
    except NotFound:
        return handing.not_found()
    except (WishRefused, NotSaved) as refused:
        return _refused(form, words, refused)
    return welcome(request, arrival, given.get("next") or "/assessments")


def _refused(form: Form, words: Words, why: WishRefused | NotSaved) -> Response:
    status = {WrongPassword: 401, TooManyTries: 429, NotSaved: 503}.get(type(why), 422)
    message: Message = why.message if isinstance(why, WishRefused) else _NOT_SAVED
    return page(replace(form, alert=words.say(message)), words, status)


def _change(words: Words, given: dict[str, str], request: Request) -> Form:
    return Form(
        "/password",
        words("Change your password"),
        words("Afterwards you are signed out everywhere else."),
        words("Save and sign in"),
        fields=(_login(words, given), _password(words, words("Password until now")), _new_password(words, "new")),
        hidden=_onward(request, given),
    )


def _login(words: Words, given: dict[str, str]) -> Field:
    return Field("username", words("Login name"), "username", value=given.get("username", ""))


def _password(words: Words, label: str | None = None) -> Field:
    return Field("password", label or words("Password"), "current-password", kind="password")


def _new_password(words: Words, name: str = "password") -> Field:
    hint = words(
        "At least {least} characters. Four words that have nothing in common are easy to keep and hard to guess.",
        least=PASSWORD_SHORTEST,
    )
    return Field(name, words("New password"), "new-password", kind="password", hint=hint)


def _new_account(words: Words, given: dict[str, str]) -> tuple[Field, Field]:
    hint = words("Stands beside what you answer. It may be a role, such as “International Office”.")
    return (
        _login(words, given),
        Field(
            "shown",
            words("Name that others see (optional)"),
            "name",
            value=given.get("shown", ""),
            hint=hint,
            required=False,
        ),
    )


def _code(words: Words, given: dict[str, str]) -> Field:
    return Field("code", words("Code"), "one-time-code", value=given.get("code", ""))


def _onward(request: Request, given: dict[str, str]) -> dict[str, str]:
    wanted = own_path(given.get("next") or request.query_params.get("next") or "/assessments")
    return {"next": wanted}


async def _given(request: Request) -> dict[str, str]:
    return await filled(request) if request.method == "POST" else {}


def _words(request: Request) -> Words:
    return words_in(language_of(request.scope))


async def _away(work: Callable[[], T]) -> T:
    return await to_thread.run_sync(work)
