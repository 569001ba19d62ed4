"""The language of a request: the one in its address, else the one its browser prefers."""

from starlette.datastructures import Headers, QueryParams
from starlette.types import Scope

from locales.preference import preferred
from models.authored import LANGUAGES, Language


def language_of(scope: Scope) -> Language:
    """The language this request should be answered in."""
    asked = QueryParams(scope.get("query_string", b"")).get("language")
    named = next((language for language in LANGUAGES if language == asked), None)
    return named or preferred(Headers(scope=scope).get("accept-language"))
