"""What the library holds about what somebody looks for, shelf by shelf."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from locales.searching import is_found
from locales.words import Words
from models.authored import Text
from models.contribution import Published
from models.library import Figure, GoodPractice, Term
from models.questionnaire import CapabilityModel, Source
from models.recommendations import RecommendationsFile
from reports.content.naming import process_name


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: words, and the processes it is to be about (None for all)."""

    text: str = ""
    processes: frozenset[str] | None = None

    def fits(self, texts: Sequence[str], processes: Iterable[str]) -> bool:
        """Whether something with these texts, about these processes, is what is looked for."""
        about = self.processes is None or not self.processes.isdisjoint(processes)
        return about and is_found(self.text, texts)


@dataclass(frozen=True)
class Holdings:
    """What was found. Words of the field and public figures belong to no process: only the words count for them."""

    told: tuple[Published, ...]
    practices: tuple[GoodPractice, ...]
    recommendations: tuple[RecommendationsFile, ...]
    terms: tuple[Term, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]


def look_up(model: CapabilityModel, told: Iterable[Published], wanted: Wanted, words: Words) -> Holdings:
    """Looks through all shelves, in both languages.

    Args:
        model: whose shelves these are.
        told: what cities of this network tell.
        wanted: what somebody looks for.
        words: the language in which processes are called.
    """
    used = uses(model)
    return Holdings(
        told=tuple(each for each in told if _tells(each, wanted)),
        practices=tuple(
            each
            for each in model.shelf.practices
            if wanted.fits(both(each.city, each.what, each.source), each.processes)
        ),
        recommendations=tuple(each for each in model.recommendations if _recommends(model, each, wanted, words)),
        terms=tuple(each for each in model.shelf.terms if is_found(wanted.text, both(each.term, each.note))),
        sources=tuple(each for each in model.sources if wanted.fits([each.citation, each.id], used.get(each.id, ()))),
        figures=tuple(
            each
            for each in model.shelf.figures
            if is_found(wanted.text, both(each.indicator, each.value, each.caution, each.source))
        ),
    )


def uses(model: CapabilityModel) -> dict[str, Collection[str]]:
    """The processes that rest on each source."""
    return {
        source.id: [each.id for each in model.processes if source.id in each.source_refs] for source in model.sources
    }


def both(*texts: Text | None) -> list[str]:
    """Texts in both languages, as far as they are written."""
    return [written for text in texts if text for written in (text.de, text.en) if written]


def _tells(each: Published, wanted: Wanted) -> bool:
    said = each.contribution
    return wanted.fits([said.what, said.source, each.city or ""], said.processes)


def _recommends(model: CapabilityModel, each: RecommendationsFile, wanted: Wanted, words: Words) -> bool:
    steps = both(*(step.do for step in (*each.steps, *each.beyond)), each.indicator, each.idea)
    return wanted.fits([process_name(model, each.process, words), *steps], [each.process])
