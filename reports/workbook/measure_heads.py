"""What stands above the columns of the workbook of measures, and which column a head means, in whichever language."""

from collections.abc import Iterable, Mapping

from locales.words import Words, words
from models.authored import LANGUAGES, Language
from models.measures import MEASURE_STATES, MeasureState
from models.message import Message, say
from reports.content.measure_words import state_words

HEADS: Mapping[str, Message] = {
    "id": say("Id (leave as it is)"),
    "version": say("Version (leave as it is)"),
    "title": say("What is to be done"),
    "process": say("Process"),
    "level": say("Level it leads to"),
    "owner": say("In charge"),
    "begins": say("Begins"),
    "due": say("Due"),
    "state": say("State"),
    "done": say("Done on"),
    "days": say("Working days"),
    "posts": say("Posts"),
    "euros_once": say("Euros once"),
    "euros_yearly": say("Euros a year"),
    "own_funds": say("Own funds (euros)"),
    "third_party_funds": say("Third-party funds (euros)"),
    "funding_source": say("Where the funds come from"),
    "decision": say("Decision needed first"),
    "decision_reference": say("Its reference"),
    "evidence": say("What will show that it was done"),
    "indicator": say("How you will see that it worked"),
    "note": say("Note"),
}
"""The columns in the order in which they are written, each as the form on the page calls it."""


def column_of(head: str) -> str | None:
    """The column that a head means: in any of our languages, or by its name; None where it is none of ours."""
    return _COLUMNS.get(_plain(head))


def language_of(heads: Iterable[str]) -> Language | None:
    """The language that these heads are in; None where they are in several, or say it in none."""
    told = {_plain(each) for each in heads}
    found = [each for each in LANGUAGES if told & _ONLY_IN[each]]
    return found[0] if len(found) == 1 else None


def state_of(text: str) -> MeasureState:
    """The state that a text means. Raises `ValueError`."""
    found = _STATES.get(_plain(text))
    if found is None:
        raise ValueError(text)
    return found


def states(language: Words) -> list[str]:
    """Every state as people call it."""
    return [state_words(each, language) for each in MEASURE_STATES]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


_IN_EVERY = [words(each) for each in LANGUAGES]
_COLUMNS = {_plain(name): name for name in HEADS} | {
    _plain(language.say(head)): name for language in _IN_EVERY for name, head in HEADS.items()
}
_HEADS_IN = {each: {_plain(words(each).say(head)) for head in HEADS.values()} for each in LANGUAGES}
_ONLY_IN = {
    each: _HEADS_IN[each].difference(HEADS, *(_HEADS_IN[other] for other in LANGUAGES if other != each))
    for each in LANGUAGES
}
_STATES: Mapping[str, MeasureState] = {_plain(each): each for each in MEASURE_STATES} | {
    _plain(state_words(each, language)): each for language in _IN_EVERY for each in MEASURE_STATES
}
