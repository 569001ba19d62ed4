"""What came of measures that are done: the rating rose in the next assessment, or it did not."""

from collections.abc import Sequence

import pandas as pd
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


def came_of(words: Words, actor: Actor, city: City, planned: Sequence[Measure]) -> None:
    """Draws a table of the measures whose process was assessed again since; nothing where there are none."""
    known = [each for each in desk().assessments.list(actor) if each.city.id == city.id]
    found = [each for origin in known for each in _since(actor, origin, known, planned)]
    if not found:
        return
    st.header(words("What came of it"), anchor=False)
    head = [words("Measure"), words("Process"), words("Level before"), words("Level after"), words("Result")]
    rows = [_row(words, each) for each in found]
    st.table(
        pd.DataFrame(rows, columns=head),
        border="horizontal",
        hide_index=True,
        alt=words("Measures and what came of them"),
    )


def _since(
    actor: Actor, origin: Assessment, known: Sequence[Assessment], planned: Sequence[Measure]
) -> tuple[Effect, ...]:
    own = [each for each in planned if each.assessment == origin.id and each.state == "done"]
    later = [each for each in known if each.created > origin.created and each.rules_digest == origin.rules_digest]
    if not own or not later:
        return ()
    newest = max(later, key=lambda each: each.created)
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
        told = words("{told} ({count} statements rated better)", told=told, count=len(effect.raised))
    return [plain(effect.measure.title), effect.measure.process or "", *levels, told]
