"""The operator's own texts. Until somebody writes them a template stands there and says what has to be filled in."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.desk import values
from assessment.desk.door import Door
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from assessment.desk.noting import about_house
from assessment.desk.ports import Clock, PageStore
from models.authored import Language
from models.message import say
from models.pages import PAGE_LIMIT, Page, PageName
from models.people import Actor

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Pages:
    """The use cases of the pages that anybody may read and the administrator writes."""

    door: Door
    pages: PageStore
    clock: Clock

    def read(self, actor: Actor, name: PageName, language: Language) -> Page:
        """The newest version of a page, or the template. Raises `NotAllowed`."""
        self.door.house(actor, "read pages")
        return next(iter(self.pages.versions(name, language)), template(name, language))

    def write(self, actor: Actor, name: PageName, language: Language, text: str, *, seen: int) -> Page:
        """Keeps a new version; the earlier ones stay.

        Args:
            actor: who does it.
            name: the page.
            language: the language it is written in.
            text: the whole page, in Markdown.
            seen: the version that the person saw; 0 for the template.

        Raises:
            NotAllowed: where the person may not write pages.
            NotAccepted: for an empty or overlong text.
            ChangedMeanwhile: where somebody was faster.
        """
        self.door.house(actor, "write pages")
        cleaned = values.text(text, PAGE_LIMIT)
        if cleaned is None:
            raise NotAccepted(say("A page without text is of no use to anybody. Please write something."))
        new = Page(name, language, seen + 1, cleaned, actor.display_name, self.clock())
        standing = next(iter(self.pages.versions(name, language)), template(name, language))
        note = about_house(
            actor, "write pages", new.at or self.clock(), "written", f"{name}.{language}", version=str(new.version)
        )
        if standing.version != seen or not self.pages.add(new, actor.id, note=note):
            raise ChangedMeanwhile
        return new

    def versions(self, actor: Actor, name: PageName, language: Language) -> tuple[Page, ...]:
        """All versions that were written, newest first. Raises `NotAllowed`."""
        self.door.house(actor, "write pages")
        return self.pages.versions(name, language)


@cache
def template(name: PageName, language: Language) -> Page:
    """The page as it stands before anybody wrote one."""
    return Page(name, language, 0, (_TEMPLATES / f"{name}.{language}.md").read_text("utf-8"))
