"""Live news of an assessment: an open page hears which questions something happened to, and asks for them itself.

Nothing of what was answered travels here, only ids of questions. Whoever listens is asked for at the beginning, before
each piece of news and every few seconds, so that a role taken away or a session that ended closes the stream.
"""

import asyncio
import json
import signal
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from models.people import VISITOR, Actor
from web import handing
from web.visitors import actor_of

LOOK_SECONDS = 0.6
"""How often a process looks for news, while somebody listens to it."""

ASK_SECONDS = 10.0
"""How often whoever listens is asked for again, and hears that the line still stands."""

TROUBLE_SECONDS = 5.0
"""How long a process waits after the database could not be read."""

_AGAIN_MILLISECONDS = 2_000


class News(Protocol):
    """What the house tells of: everything from `begin` on, each time since the last `read`."""

    def begin(self) -> None:
        """From here on."""
        ...

    def read(self) -> tuple[tuple[str, str], ...]:
        """Assessments and questions."""
        ...


class Inbox:
    """What one listener has not heard yet. However much happens, it holds each question once."""

    def __init__(self) -> None:
        self._questions: set[str] = set()
        self._something = asyncio.Event()
        self.over = False

    def put(self, question: str) -> None:
        """Something happened to this question."""
        self._questions.add(question)
        self._something.set()

    def close(self) -> None:
        """Nothing more will come."""
        self.over = True
        self._something.set()

    async def take(self, seconds: float) -> list[str]:
        """The questions something happened to since the last time; none where nothing came in so many seconds."""
        try:
            await asyncio.wait_for(self._something.wait(), seconds)
        except TimeoutError:
            return []
        self._something.clear()
        taken, self._questions = sorted(self._questions), set()
        return taken


class Events:
    """The route, and what all listeners of this process share: one look at the database for all of them."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Inbox]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._watches_for_the_end = False
        self._over = False

    def routes(self) -> list[Route]:
        """All of them."""
        return [Route("/events/{assessment}", self.stream)]

    async def stream(self, request: Request) -> Response:
        """The news of one assessment, as server-sent events, until the browser goes or the person may not listen."""
        assessment, actor = request.path_params["assessment"], await actor_of(request)
        if self._over or not await _may_listen(actor, assessment):
            return handing.not_found()
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(self._told(actor, assessment), media_type="text/event-stream", headers=headers)

    def end(self) -> None:
        """Ends every stream: the process is about to stop, and would wait for them."""
        self._over = True
        self._ready.set()
        for inboxes in self._listeners.values():
            for inbox in inboxes:
                inbox.close()

    async def _told(self, actor: Actor, assessment: str) -> AsyncIterator[str]:
        with self._listening(assessment) as inbox:
            # A page looks at everything once the stream stands; from then on nothing may be missed.
            await self._ready.wait()
            yield f"retry: {_AGAIN_MILLISECONDS}\n\n"
            while not inbox.over:
                questions = await inbox.take(ASK_SECONDS)
                if not await _may_listen(actor, assessment):
                    yield "event: end\ndata: \n\n"
                    return
                yield f"data: {json.dumps(questions)}\n\n" if questions else ": still here\n\n"

    @contextmanager
    def _listening(self, assessment: str) -> Iterator[Inbox]:
        inbox = Inbox()
        self._listeners.setdefault(assessment, set()).add(inbox)
        self._watch_for_the_end()
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            yield inbox
        finally:
            self._listeners[assessment].discard(inbox)
            if not self._listeners[assessment]:
                del self._listeners[assessment]

    async def _look(self) -> None:
        news: News = wiring.news()
        while self._listeners:
            try:
                await self._look_once(news)
            except Exception as error:  # noqa: BLE001 - whatever it was, the next look may succeed
                wiring.report_bug(error)
                await asyncio.sleep(TROUBLE_SECONDS)
        self._ready.clear()

    async def _look_once(self, news: News) -> None:
        if not self._ready.is_set():
            await to_thread.run_sync(news.begin)
            self._ready.set()
        for assessment, question in await to_thread.run_sync(news.read):
            for inbox in self._listeners.get(assessment, ()):
                inbox.put(question)
        await asyncio.sleep(LOOK_SECONDS)

    def _watch_for_the_end(self) -> None:
        """Listens to the signal that ends the process, beside the server, which only waits for streams to end."""
        if self._watches_for_the_end or threading.current_thread() is not threading.main_thread():
            return
        self._watches_for_the_end = True
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            before = signal.getsignal(number)

            def on(number: int, frame: FrameType | None, before: object = before) -> None:
                loop.call_soon_threadsafe(self.end)
                if callable(before):
                    before(number, frame)

            signal.signal(number, on)


async def _may_listen(actor: Actor, assessment: str) -> bool:
    """Whether this person may read the assessment now. Their session is looked at, and not thereby prolonged."""
    if actor == VISITOR:
        return False
    try:
        await to_thread.run_sync(lambda: wiring.desk().assessments.get(actor, assessment))
    except WishRefused:
        return False
    return True
