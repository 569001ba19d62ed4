"""What the figures of a group are about, in words: cells, classes, peer groups, editions, and what cities agree to."""

from assessment.benchmark.publishing import EVERY
from locales.words import Words
from models.benchmark import Cell, Depth, Layout
from models.city_profile import SIZE_BOUNDS
from models.cohort import Consent
from models.questionnaire import CapabilityModel
from reports.content.naming import attribute_id, process_name, process_of


def cell_name(cell: Cell, model: CapabilityModel, words: Words) -> str:
    """A dimension by its name, a process with its id, an attribute or question below its process."""
    names = {each.id: words.text(each.name) for each in model.head.dimensions}
    if cell in names:
        return names[cell]
    process = process_of(cell) or cell
    if cell.endswith(f"/{EVERY}"):
        return words("{process}: attributes and questions", process=process)
    if "/" in cell:
        return f"{process} {_attribute(cell.partition('/')[2], model, words)}"
    return process_name(model, cell, words) if cell == process else f"{cell} {question_text(cell, model, words)}"


def _attribute(attribute: str, model: CapabilityModel, words: Words) -> str:
    named = (words.text(each.name) for each in model.framework().attributes if each.id == attribute)
    return " ".join([attribute_id(attribute), *named])


def question_text(cell: Cell, model: CapabilityModel, words: Words) -> str:
    """What a question asks."""
    framework = model.framework()
    found = (each for each in model.indicators(process_of(cell) or cell, framework) if each.id == cell)
    return next((words.text(each.text) for each in found), cell)


def class_names(layout: Layout, words: Words) -> tuple[str, ...]:
    """The fixed classes of levels, from the lowest."""
    starts = (layout.lowest, *(bound + 1 for bound in layout.classes))
    ends = (*layout.classes, layout.highest)
    pairs = zip(starts, ends, strict=True)
    return tuple(
        words("level {low}", low=low) if low == high else words("levels {low} to {high}", low=low, high=high)
        for low, high in pairs
    )


def peers_words(group: str, words: Words) -> str:
    """A peer group of the fixed list."""
    kind, _, which = group.partition("-")
    if kind == "size":
        return _sizes(int(which), words)
    return {
        "": words("all cities"),
        "country-german": words("cities in Germany, Austria, Switzerland, Liechtenstein and Luxembourg"),
        "country-europe": words("cities in other countries of Europe"),
        "country-world": words("cities outside Europe"),
    }[group]


def _sizes(middle: int, words: Words) -> str:
    """The cities of a size class and the ones beside it."""
    bounds = [words.number(each, 0) for each in SIZE_BOUNDS]
    lower = bounds[middle - 2] if middle >= 2 else None
    upper = bounds[middle + 1] if middle + 1 < len(bounds) else None
    if lower is None:
        return words("cities below {upper} inhabitants", upper=upper or "")
    if upper is None:
        return words("cities from {lower} inhabitants", lower=lower)
    return words("cities from {lower} to below {upper} inhabitants", lower=lower, upper=upper)


def depth_words(depth: Depth, words: Words) -> str:
    """How everybody was asked."""
    return words.many(
        len(depth.scope),
        "1 process up to level {level}",
        "{count} processes up to level {level}",
        level=depth.highest_level,
    )


def consent_words(consent: Consent, words: Words) -> str:
    """What a city agrees to."""
    return {
        "state": words("The trainer sees how far our assessments are (never an answer)."),
        "names": words("The other cities of the cohort see our name."),
        "figures": words("Our closed results count in grouped figures that show no single city."),
        "results": words(
            "The trainer and the cities of the cohort see our levels, process by process, under our name."
        ),
        "benchmark": words(
            "Our closed results count in grouped figures over the whole network, which other cohorts see too."
        ),
    }[consent]
