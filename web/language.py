"""The language of a request: the one in its address, else the one its browser prefers."""

from starlette.datastructures import Headers, QueryParams
from starlette.types import Scope

from locales.preference import NAMES, named, preferred
from models.authored import Language


def language_of(scope: Scope) -> Language:
    """The language this request should be answered in."""
    asked = QueryParams(scope.get("query_string", b"")).get("language")
    return named(asked) or preferred(Headers(scope=scope).get("accept-language"))


def on_screen(language: Language) -> str:
    """How the address of a screen says its language: by its name, as the switch on the screens writes and reads it."""
    return f"language={NAMES[language]}"
