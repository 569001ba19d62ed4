"""Why a wish was not carried out, in words for the person who wished it."""

from collections.abc import Mapping

from models.message import Message, say, say_many


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


class NotYourCity(NotAllowed):
    """The person leads no city of this name, and may not found one."""

    def __init__(self, name: str) -> None:
        WishRefused.__init__(
            self,
            say("You do not lead a city called {name}. Whoever administers this installation can add it.", name=name),
        )


class NotAccepted(WishRefused):
    """The value cannot be taken as it is."""


class VersionGone(NotAccepted):
    """The version of the questionnaire that was answered is not here any more, so no number can be computed."""

    def __init__(self, questionnaire: str, version: str) -> None:
        super().__init__(
            say(
                "This assessment was begun with {questionnaire} {version}, which is not installed here any more. "
                "Ask whoever runs this installation to put that version back.",
                questionnaire=questionnaire,
                version=version,
            )
        )


class ChangedMeanwhile(WishRefused):
    """Somebody else changed the record after the person saw it."""

    def __init__(self) -> None:
        super().__init__(say("Somebody else changed this meanwhile. Look at it again before you change it."))


class SignedOut(WishRefused):
    """The session ended meanwhile: signed out elsewhere, too old, or the account was closed."""

    def __init__(self) -> None:
        super().__init__(say("You are signed out. Please sign in again; what was stored is safe."))


class WrongPassword(WishRefused):
    """Nobody has this login name with this password. Which of the two is wrong is not said."""

    def __init__(self) -> None:
        super().__init__(say("Login name and password do not fit together."))


class TooManyTries(WishRefused):
    """Somebody tried too often of late. Waiting helps; nobody is locked out for good."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            say_many(
                seconds,
                "Too many tries. Please wait 1 second, then try again.",
                "Too many tries. Please wait {count} seconds, then try again.",
            )
        )


class NewPasswordNeeded(WishRefused):
    """The password is right, but the account may only go on with a new one."""

    def __init__(self) -> None:
        super().__init__(say("Please choose a new password before you go on."))


class CodeSpent(WishRefused):
    """The code is unknown, used up or too old: nobody can tell which."""

    def __init__(self) -> None:
        super().__init__(say("This code does not work, or does not work any more. Ask for a new one."))


class LoginTaken(WishRefused):
    """Somebody else has this login name."""

    def __init__(self) -> None:
        super().__init__(say("This login name is taken. Please choose another one."))


class NameTaken(NotAccepted):
    """Another city has this name."""

    def __init__(self) -> None:
        super().__init__(say("There is a city of this name already."))


class FieldsRefused(NotAccepted):
    """Fields of a form cannot be taken as they are. `problems` says why, field by field."""

    def __init__(self, problems: Mapping[str, Message]) -> None:
        self.problems = problems
        super().__init__(
            say_many(
                len(problems),
                "1 field needs another look. Nothing was stored; what is wrong stands there.",
                "{count} fields need another look. Nothing was stored; what is wrong stands there.",
            )
        )


class ProfileRefused(FieldsRefused):
    """Fields of a city profile."""


class MeasureRefused(FieldsRefused):
    """Fields of a measure."""


class BrandingRefused(FieldsRefused):
    """Parts of how reports look."""


class NotInvited(WishRefused):
    """A provider vouches for somebody who has no open account here."""

    def __init__(self) -> None:
        super().__init__(
            say("You have no account here that is open. If you were given an invitation code, enter it below.")
        )


class IdentityTaken(WishRefused):
    """Another account signs in with this identity."""

    def __init__(self) -> None:
        super().__init__(say("Another account here already uses this sign-in. Nothing was changed."))
