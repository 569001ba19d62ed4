"""Why a wish was not carried out, in words for the person who wished it."""

from models.message import Message, say


class WishRefused(Exception):  # noqa: N818 - named for what happened
    """A wish that was not carried out. Nothing was changed. `message` says why, and what to do."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


class NotFound(WishRefused):
    """There is nothing with this id, or it belongs to somebody else: nobody can tell the two apart."""

    def __init__(self) -> None:
        super().__init__(say("This page does not exist, or it is not open to you."))


class NotAllowed(WishRefused):
    """The person may see it, but not do this."""

    def __init__(self) -> None:
        super().__init__(say("Your role does not allow this."))


class NotAccepted(WishRefused):
    """The value cannot be taken as it is."""


class ChangedMeanwhile(WishRefused):
    """Somebody else changed the record after the person saw it."""

    def __init__(self) -> None:
        super().__init__(say("Somebody else changed this meanwhile. Look at it again before you change it."))
