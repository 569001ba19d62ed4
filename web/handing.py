"""What routes hand out: files for whoever asked, and the same two words for what is not theirs and what is not."""

from urllib.parse import quote

from starlette.responses import PlainTextResponse, Response

FOR_ONE = {"cache-control": "private, no-store"}
"""Nothing between us and the browser keeps it, and the browser does not either."""


def file(content: str | bytes, media_type: str, name: str, *, in_full: str | None = None) -> Response:
    """A file for saving.

    Args:
        content: what is in it.
        media_type: what it is.
        name: what it is called, in ASCII.
        in_full: the name in any letters, for browsers that read those (RFC 6266, section 4.3).
    """
    told = f'attachment; filename="{name}"'
    if in_full is not None:
        told += f"; filename*=UTF-8''{quote(in_full, safe='')}"
    headers = {**FOR_ONE, "content-disposition": told}
    return Response(content, media_type=media_type, headers=headers)


def not_found() -> Response:
    """There is nothing here, or nothing for this person: nobody can tell which."""
    return PlainTextResponse("not found", 404)
