"""Says in words that can be translated why the operating system did not let a file be used."""

import errno
from collections.abc import Mapping

from models.message import Message, say

_REASONS: Mapping[int, Message] = {
    errno.ENOENT: say("No such file or directory"),
    errno.EACCES: say("Permission denied"),
    errno.EPERM: say("Operation not permitted"),
    errno.ENOSPC: say("No space left on device"),
    errno.EDQUOT: say("Disk quota exceeded"),
    errno.EROFS: say("Read-only file system"),
    errno.EISDIR: say("Is a directory"),
    errno.ENOTDIR: say("Not a directory"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ELOOP: say("Too many levels of symbolic links"),
    errno.EIO: say("Input/output error"),
    errno.EBUSY: say("Device or resource busy"),
}
"""Under the system's own English sentences, so that in English it says what it always says."""


def reason(error: OSError) -> Message | str:
    """Why it failed: translatable where the reason is a usual one, otherwise as the system says it."""
    known = _REASONS.get(error.errno or 0)
    return known or error.strerror or str(error) or type(error).__name__
