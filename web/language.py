"""The language of a request: the one in its address, else the one its browser prefers."""

from starlette.datastructures import Headers, QueryParams
from starlette.types import Scope

from locales.preference import named, preferred
from models.authored import Language


def language_of(scope: Scope) -> Language:
    """The language this request should be answered in."""
    asked = QueryParams(scope.get("query_string", b"")).get("language")
    return named(asked) or preferred(Headers(scope=scope).get("accept-language"))
