"""What may stand beside a public result: the same figures, without what is sensitive or about persons."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from assessment.scoring.dimensions import mean
from models.benchmark import Edition
from models.measures import Measure
from models.path import ProfileTarget
from models.profile import Completeness, LevelInterval, Profile
from models.questionnaire import CapabilityModel
from models.trend import Span
from reports.content.case import Context

_UNKNOWN = LevelInterval(0, 0, at_least=True)
_NOTHING = Completeness(0, 0, 0, 0)
"""What no page shows of an earlier date, and what would speak of the hidden processes too."""


def public_context(context: Context, hidden: Collection[str], model: CapabilityModel) -> Context:
    """The context without hidden processes, owners and notes of measures, warnings, importance and outside views.

    Of a dimension that loses a process neither comments nor earlier years are shown: nobody knows which process a
    comment speaks of, and the means of earlier years hold the hidden one.

    Args:
        context: what stands beside the internal result.
        hidden: the processes that the public version does not show.
        model: the whole model, the hidden processes included.
    """
    touched = {f"dimension-{each}" for each in _dimensions_of(hidden, model)}
    aim, earlier, edition, course = context.aim, context.earlier, context.edition, context.course
    levels = {} if aim is None else {key: level for key, level in aim.target.levels.items() if key not in hidden}
    return replace(
        context,
        aim=aim and replace(aim, target=ProfileTarget(MappingProxyType(levels))),
        earlier=earlier and replace(earlier, profile=_without(earlier.profile, hidden, model)),
        course=course and replace(course, dimensions=_untouched(course.dimensions, hidden, model)),
        outside=(),
        edition=edition and _edition(edition, hidden),
        measures=tuple(_bare(each) for each in context.measures if each.process not in hidden),
        risks=(),
        importance={},
        comments={key: text for key, text in context.comments.items() if key not in touched},
        authors={},
    )


def unnamed(context: Context) -> Context:
    """The context without the names of people: who answers for a measure, who commented, who assessed."""
    return replace(
        context,
        measures=tuple(replace(each, owner="") for each in context.measures),
        authors={},
        outside=tuple(replace(each, name=None) for each in context.outside),
    )


def _dimensions_of(hidden: Collection[str], model: CapabilityModel) -> frozenset[str]:
    return frozenset(each.dimension for each in model.processes if each.id in hidden)


def _untouched(
    dimensions: Mapping[str, tuple[Span | None, ...]], hidden: Collection[str], model: CapabilityModel
) -> Mapping[str, tuple[Span | None, ...]]:
    touched = _dimensions_of(hidden, model)
    return {key: spans for key, spans in dimensions.items() if key not in touched}


def _bare(measure: Measure) -> Measure:
    return replace(measure, owner="", note="", evidence="")


def _edition(edition: Edition, hidden: Collection[str]) -> Edition:
    shown = tuple(each for each in edition.shown if each.cell not in hidden)
    return replace(edition, shown=shown, hidden=tuple(each for each in edition.hidden if each.cell not in hidden))


def _without(profile: Profile, hidden: Collection[str], model: CapabilityModel) -> Profile:
    """An earlier result without hidden processes. Its means are made anew, so that nobody can work them back."""
    shown = {key: each for key, each in profile.processes.items() if key not in hidden}
    dimensions = {
        dimension.id: mean(
            dimension.id,
            [shown[each.id] for each in model.processes if each.dimension == dimension.id and each.id in shown],
            {each.id: each.name for each in model.processes},
        )
        for dimension in model.head.dimensions
    }
    scope = profile.settings.scope
    if isinstance(scope, tuple):
        scope = tuple(each for each in scope if each not in hidden)
    return replace(
        profile,
        settings=replace(profile.settings, scope=scope),
        processes=MappingProxyType(shown),
        dimensions=MappingProxyType(dimensions),
        maturity=_UNKNOWN,
        completeness=_NOTHING,
        flags=(),
    )
