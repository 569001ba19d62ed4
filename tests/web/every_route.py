"""Prints every route of the app as it is served, our own and Streamlit's, as JSON. See test_routes."""

import json
import sys
from typing import Any

from app import app


def main() -> None:
    app._runtime = app._create_runtime()
    built: list[Any] = list(app._build_starlette_app().routes)
    told = [(each.path, sorted(getattr(each, "methods", None) or ()), type(each).__name__) for each in built]
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
