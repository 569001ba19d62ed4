"""Whether a file still fits on the disk, whose last part belongs to answers. It knows no disk: wiring brings one."""

from collections.abc import Callable

from assessment.desk.errors import NotAccepted
from models.message import say

Space = Callable[[int], bool]
"""Whether so many bytes of files can still be taken."""


def boundless(_size: int) -> bool:
    """Where nobody counts."""
    return True


def ensure_space(space: Space, size: int) -> None:
    """Raises `NotAccepted` where a file of this size would take the space that answers need."""
    if not space(size):
        raise NotAccepted(
            say(
                "The server has little space left and keeps it for answers, so this file was not taken. "
                "Please tell whoever runs it; until then, a link does the same."
            )
        )
