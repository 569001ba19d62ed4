"""The door: `streamlit run app.py` serves the screens with our routes beside and our middleware in front."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from screens.frame.incident import tell
from web.door import NEEDED, middleware, routes, start, stop


@asynccontextmanager
async def _life(_app: st.App) -> AsyncIterator[None]:
    await start({name: st.get_option(name) for name in NEEDED})
    yield
    await stop()


app = st.App(
    Path(__file__).parent / "screens" / "main.py",
    routes=routes(Path(__file__).parent / "static"),
    middleware=middleware(Path(st.__file__).parent / "static", st.get_option("server.allowedHosts")),
    lifespan=_life,
    on_script_error=tell,
)
