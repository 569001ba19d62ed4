"""The door: `streamlit run app.py` serves the screens with our routes beside and our middleware in front."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from screens.frame.incident import tell
from screens.frame.ways import ADDRESSES
from screens.frame.window import session_in
from screens.show.ready import draw_once
from web.astray import places
from web.door import NEEDED, middleware, routes, start, stop


@asynccontextmanager
async def _life(_app: st.App) -> AsyncIterator[None]:
    await start({name: st.get_option(name) for name in NEEDED}, draw_once)
    yield
    await stop()


_ROUTES = routes(Path(__file__).parent / "static")

app = st.App(
    Path(__file__).parent / "screens" / "main.py",
    routes=_ROUTES,
    middleware=middleware(
        Path(st.__file__).parent / "static",
        st.get_option("server.allowedHosts"),
        places(ADDRESSES, _ROUTES),
        session_in,
    ),
    lifespan=_life,
    on_script_error=tell,
)
