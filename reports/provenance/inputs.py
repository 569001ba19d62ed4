"""What travels inside a report besides its answers: kind, parts, facts, and what stands beside the result.

It is taken from what the report shows, after its version has left out what is confidential. The traces of an earlier
result, which say how its levels came about, are no input of any page, and stay out.
"""

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from models.benchmark import Edition
from models.branding import Branding
from models.message import Message
from models.profile import Profile, Trace
from reports.content.case import Case, Context, ScanCase
from reports.document import Report
from reports.logos import size_of
from reports.provenance.plain import plain

INPUTS = "inputs.json"
"""The name of the attachment."""

_NO_TRACE = Trace("", Message(""), Message(""))
_BESIDES = ("answers_digest", "software")
"""Facts that stand in the inputs already."""


def completed(
    report: Report, kind: str, whole: Case | ScanCase, shown: Case | ScanCase, sections: Collection[str] | None
) -> Report:
    """The report, its inputs complete.

    Args:
        report: the report as its kind made it, with answers and settings inside.
        kind: the id of its kind.
        whole: what it is about, with everything in it.
        shown: the same, as its version shows it.
        sections: the parts that were chosen; None for all.
    """
    said = {key: whole.answers.ratings[key] for key in shown.answers.ratings}
    facts = {name: value for name, value in plain(shown.facts).items() if name not in _BESIDES}
    more = {
        "kind": kind,
        "language": report.language,
        "sections": None if sections is None else sorted(sections),
        "facts": facts,
        "evidenced": [key for key, answer in said.items() if answer.evidence],
        "doubted": [key for key, answer in said.items() if answer.confidence == "low"],
        "hidden": list(shown.hidden) if isinstance(shown, Case) else [],
        "beside": plain(_figures_alone(shown.context)),
    }
    return with_inputs(report, {"report": more})


def branded(report: Report, branding: Branding) -> Report:
    """The report in somebody's look, which is kept with its inputs; of the logo the size, which moves the name."""
    look = plain(replace(branding, logo=None))
    size = None if branding.logo is None else plain(size_of(branding.logo))
    return with_inputs(replace(report, branding=branding), {"branding": {**look, "logo": size}})


def with_inputs(report: Report, more: dict[str, Any]) -> Report:
    """The report with more in its inputs."""
    attachments = tuple(
        replace(each, data=_joined(each.data, more)) if each.name == INPUTS else each for each in report.attachments
    )
    return replace(report, attachments=attachments)


def _joined(data: bytes, more: dict[str, Any]) -> bytes:
    return json.dumps({**json.loads(data), **more}, ensure_ascii=False, indent=1).encode()


def _figures_alone(context: Context) -> Context:
    """What stands beside, without how it came about: no trace, and not which cities an edition was made of."""
    earlier, edition = context.earlier, context.edition
    return replace(
        context,
        earlier=earlier and replace(earlier, profile=_untraced(earlier.profile)),
        edition=edition and memberless(edition),
    )


def memberless(edition: Edition) -> Edition:
    """A published edition without the cities in it: a report shows figures of a group and never who is in it."""
    shown = tuple(replace(each, members=frozenset()) for each in edition.shown)
    return replace(edition, members=frozenset(), shown=shown)


def _untraced(profile: Profile) -> Profile:
    """The earlier result, which is that of the same city: who that is stands elsewhere, or nowhere."""
    processes = {
        key: replace(
            each,
            trace=None,
            attributes={name: replace(rated, trace=_NO_TRACE) for name, rated in each.attributes.items()},
        )
        for key, each in profile.processes.items()
    }
    dimensions = {key: replace(each, trace=_NO_TRACE) for key, each in profile.dimensions.items()}
    return replace(profile, city="", processes=processes, dimensions=dimensions, maturity_trace=_NO_TRACE, flags=())
