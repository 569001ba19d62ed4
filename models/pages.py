"""The texts that whoever runs the installation writes: privacy notice, imprint, accessibility statement, contact."""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from models.authored import Language

PageName = Literal["privacy", "imprint", "accessibility", "contact"]
PAGE_NAMES: tuple[PageName, ...] = ("privacy", "imprint", "accessibility", "contact")

PAGE_LIMIT = 40_000
"""Characters that a page may have."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language, in Markdown, as it is shown and kept.

    `version` is 0 for the template that stands there until the operator writes their own; a template has no moment.
    `author` is None where unnamed.
    """

    name: PageName
    language: Language
    version: int
    text: str
    author: str | None = None
    at: datetime.datetime | None = None

    @property
    def to_fill_in(self) -> tuple[str, ...]:
        """The fields that only the operator can fill and that are still open: [[telephone number]]."""
        return tuple(re.findall(r"\[\[(.+?)\]\]", self.text))
