"""What becomes of answers that are moved to another version, in words for screen and terminal."""

from collections.abc import Mapping

from models.mapping import MappingKind
from models.message import Message, say
from models.moving import Reason

REASONS: Mapping[Reason, Message] = {
    "new": say("was not asked before"),
    "review": say("means something else now"),
    "split": say("one question became several"),
    "merged": say("several questions became one, and they were rated differently"),
    "rescaled": say("is rated on another scale now"),
    "letter": say("its letter is not in use any more"),
}
"""Why a question is asked again."""

KINDS: Mapping[MappingKind, Message] = {
    "renamed": say("under a new number"),
    "rescaled": say("read on the new scale"),
    "merged": say("from several questions"),
}
"""How an answer got under its new id, where it did not stay as it was."""

AWAY = say("is not asked any more")
"""Why an answer falls away."""
