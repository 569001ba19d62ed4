"""What a request brings along, counted while it comes."""

from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request


async def body_of(request: Request, most: int) -> bytes | None:
    """The body; None where it has more than so many bytes, or whoever sent it went away."""
    parts: list[bytes] = []
    size = 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > most:
                return None
            parts.append(part)
    except ClientDisconnect:
        return None
    return b"".join(parts)


async def fields_of(request: Request, most: int, fields: int) -> dict[str, str]:
    """What was filled in; nothing where the body is no form of ours: too large, with too many fields, or no text."""
    body = await body_of(request, most)
    try:
        return dict(parse_qsl((body or b"").decode(), keep_blank_values=True, max_num_fields=fields))
    except ValueError:
        return {}
