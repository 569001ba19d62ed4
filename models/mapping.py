"""How answers to one version of a questionnaire become answers to the next, as the authors of the next write it down.

An entry names questions by their ids; `GOV.1` stands for a whole process, `GP2.1.1` for a practice in every process.
"""

from typing import Annotated, Literal, get_args

from pydantic import Field

from models.authored import Authored, Text

VERSION = r"^\d+\.\d+\.\d+$"
ID = r"^([A-Z]{3}\.\d{1,2}(\.O\d{1,2}|\.GP\d\.\d\.\d{1,2})?|GP\d\.\d\.\d{1,2}|QS\d{2})$"

MappingKind = Literal["same", "renamed", "rescaled", "split", "merged", "dropped", "new", "review"]
MAPPING_KINDS: tuple[MappingKind, ...] = get_args(MappingKind)
"""What may have become of a question.

same: the question means the same, whatever its words; renamed: so, under another id; rescaled: so, rated otherwise;
split: several now; merged: one now; dropped: no more; new: not before; review: its meaning moved, so it is asked again.
"""

MappedId = Annotated[str, Field(pattern=ID)]


class MappingEntry(Authored):
    """What became of one question, or of all questions of a process or practice."""

    kind: MappingKind
    before: tuple[MappedId, ...] = Field(default=(), description="Its ids in the former version; several where merged.")
    after: tuple[MappedId, ...] = Field(default=(), description="Its ids in the new version; several where split.")
    ratings: dict[str, str] = Field(
        default={}, description="Rescaled: each former rating and the one it is now; what is missing is asked again."
    )
    why: Text | None = Field(default=None, description="A sentence for those who move.")


class MappingFile(Authored):
    """The way from one version of a questionnaire to the next. Whatever it does not name must be the same in both."""

    kind: Literal["mapping"]
    questionnaire: str = Field(pattern=r"^[a-z0-9-]+$", description="Id of the questionnaire.")
    before: str = Field(pattern=VERSION, description='The former version, in quotes: "1.0.0".')
    after: str = Field(pattern=VERSION, description='The new version, in quotes: "2.0.0".')
    note: Text | None = Field(default=None, description="What changed, in a sentence or two for those who move.")
    entries: tuple[MappingEntry, ...] = ()
