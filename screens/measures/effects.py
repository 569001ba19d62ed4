"""What came of measures that are done: the rating rose in the next assessment, or it did not."""

from collections.abc import Sequence

import streamlit as st

from assessment.planning.measures import Effect, effects
from locales.words import Words
from models.assessment import Assessment, City
from models.measures import Measure
from models.people import Actor
from models.profile import Profile
from models.questionnaire import CapabilityModel
from reports.content.measure_words import verdict_words
from reports.content.naming import interval
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.tables import tabulate


def came_of(words: Words, actor: Actor, city: City, planned: Sequence[Measure]) -> None:
    """Draws a table of the measures whose process was assessed again since; nothing where there are none."""
    known = [each for each in desk().assessments.list(actor) if each.city.id == city.id]
    pairs = [(origin, newest) for origin in known if (newest := _newest_after(origin, known)) is not None]
    told = [(origin, newest, _since(actor, origin, newest, planned)) for origin, newest in pairs]
    if not any(found for *_, found in told):
        return
    st.header(words("What came of it"), anchor=False)
    for origin, newest, found in told:
        if found:
            _between(words, origin, newest, found)


def _between(words: Words, origin: Assessment, newest: Assessment, found: Sequence[Effect]) -> None:
    named = words("From “{before}” to “{now}”.", before=origin.title, now=newest.title)
    open_yet = "" if newest.state == "closed" else words("The newer one is still being worked on.")
    st.caption(plain(f"{named} {open_yet}".strip()))
    head = [words("Measure"), words("Process"), words("Level before"), words("Level after"), words("Result")]
    rows = [_row(words, each) for each in found]
    tabulate(head, rows, alt=words("Measures and what came of them"))


def _newest_after(origin: Assessment, known: Sequence[Assessment]) -> Assessment | None:
    later = [each for each in known if each.created > origin.created and each.rules_digest == origin.rules_digest]
    return max(later, key=lambda each: each.created, default=None)


def _since(actor: Actor, origin: Assessment, newest: Assessment, planned: Sequence[Measure]) -> tuple[Effect, ...]:
    own = [each for each in planned if each.assessment == origin.id and each.state == "done"]
    if not own:
        return ()
    before, after = (desk().results.report_inputs(actor, each.id) for each in (origin, newest))
    model, then, now = before.questionnaire, before.result, after.result
    if not (isinstance(model, CapabilityModel) and isinstance(then, Profile) and isinstance(now, Profile)):
        return ()
    if then.settings.framework != now.settings.framework:
        return ()
    return effects(own, then, now, model.framework(then.settings.framework))


def _row(words: Words, effect: Effect) -> list[str]:
    levels = ["–" if each is None else interval(each, words) for each in (effect.before, effect.after)]
    told = verdict_words(effect.verdict, words)
    if effect.raised:
        told = words.many(
            len(effect.raised),
            "{told} (1 statement rated better)",
            "{told} ({count} statements rated better)",
            told=told,
        )
    return [plain(effect.measure.title), effect.measure.process or "", *levels, told]
