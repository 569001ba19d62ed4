"""A mistake of ours in a route: people get a number, and the log what happened, without a word of what they wrote.

The server would log the text of the error, which may quote answers, names or secrets.
"""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment import wiring
from locales.words import words
from web.language import language_of


class BrokenOff(Exception):  # noqa: N818 - named for what happened
    """An answer that had begun could not be finished; the connection ends, so that nobody takes it for whole."""


class Numbered:
    """Answers with the number of an incident where a route broke."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:  # noqa: BLE001 - whatever it was, its text must not reach the log
            told = wiring.what_broke(error)
            if begun:
                raise BrokenOff(told.blanks["number"]) from None
            await PlainTextResponse(words(language_of(scope)).say(told), 500)(scope, receive, send)
