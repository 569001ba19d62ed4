"""The open table on a phone: what a city offers and looks for, and scores that it lays open, each by its own tap."""

from fractions import Fraction
from html import escape

from assessment import wiring
from locales.words import Words
from models.profile import StageProfile
from models.questionnaire import QuickScan
from models.room import Item, ItemKind, SeatView
from web.room_page import alert, button, form, heading, paragraph, table
from web.room_views import scan_of


def open_table(seat: SeatView, words: Words, phone: str, problem: str | None = None) -> str:
    """Two offers and two wants, prefilled from the own result, and the scores that may be laid open."""
    newest = wiring.desk().seats.result(phone, 2) or wiring.desk().seats.result(phone, 1)
    scan = scan_of(seat)
    best, least = _extremes(newest, scan)
    offers = "".join(_pick(seat, words, "offer", place, best[at : at + 1]) for at, place in enumerate("12"))
    wants = "".join(_pick(seat, words, "want", place, least[at : at + 1]) for at, place in enumerate("12"))
    return (
        heading(1, words("Open table"))
        + f"{alert(problem)}"
        + paragraph(words("Nothing is shown until you tap “Show”. It stands on the wall with the name of your city."))
        + heading(2, words("We can offer"))
        + offers
        + heading(2, words("We look for"))
        + f"{wants}"
        + _scores(seat, words, newest, scan)
        + _board(seat, words, scan)
    )


def _extremes(profile: StageProfile | None, scan: QuickScan) -> tuple[list[str], list[str]]:
    """The dimensions furthest along and those least, two of each, none in both."""
    means = {} if profile is None else {key: each.mean for key, each in profile.dimensions.items()}
    order = [dimension.id for dimension in scan.dimensions]
    ranked = sorted(
        (each for each in order if means.get(each) is not None), key=lambda each: -Fraction(means[each] or 0)
    )
    return ranked[:2], [each for each in ranked[::-1][:2] if each not in ranked[:2]]


def _pick(seat: SeatView, words: Words, kind: ItemKind, place: str, usual: list[str]) -> str:
    item, scan = _item(seat, kind, place), scan_of(seat)
    chosen = item.dimension if item else next(iter(usual), scan.dimensions[0].id)
    shown = item is not None and item.shown
    label = words("Offer {place}", place=place) if kind == "offer" else words("Want {place}", place=place)
    options = "".join(
        f'<option value="{each.id}"{" selected" if each.id == chosen else ""}>{escape(words.text(each.name))}</option>'
        for each in scan.dimensions
    )
    fields = f'<label>{escape(label)}<select name="dimension">{options}</select></label>' + _shows(words, shown=shown)
    return form(
        "/room-item",
        words,
        fields,
        extra=f' class="item{" shown" if shown else ""}"',
        kind=kind,
        place=place,
        phase=seat.room.phase,
    )


def _shows(words: Words, kind: str = "", *, shown: bool) -> str:
    if shown:
        mark = '<span class="mark">' + escape(words("on the wall")) + "</span>"
        return mark + button(words("Take back"), "other", name="shown", value="0")
    return button(words("Show"), kind, name="shown", value="1")


def _scores(seat: SeatView, words: Words, profile: StageProfile | None, scan: QuickScan) -> str:
    if profile is None:
        return ""
    rows = ""
    for dimension in scan.dimensions:
        mean = profile.dimensions[dimension.id].mean
        if mean is not None:
            item = _item(seat, "score", dimension.id)
            shown = item is not None and item.shown
            text = words("{name}: {figure}", name=dimension.name, figure=words.number(mean))
            content = f'<span class="what">{escape(text)}</span>' + _shows(words, "other", shown=shown)
            kind = f' class="item{" shown" if shown else ""}"'
            rows += form(
                "/room-item",
                words,
                content,
                extra=kind,
                kind="score",
                place=dimension.id,
                dimension=dimension.id,
                phase=seat.room.phase,
            )
    return (
        "<details><summary>"
        + escape(words("Lay scores open, by name"))
        + "</summary>"
        + paragraph(
            words(
                "Everybody in the room then sees this number with the name of your city, and may conclude more about "
                "your answers in this dimension. It is gone when you take it back, but people may remember it."
            )
        )
        + rows
        + "</details>"
    )


def _board(seat: SeatView, words: Words, scan: QuickScan) -> str:
    names = {each.id: words.text(each.name) for each in scan.dimensions}
    rows = [
        [names[each.dimension], ", ".join(each.offering) or "–", ", ".join(each.wanting) or "–"]
        for each in seat.view.clinics
    ]
    if not rows:
        return ""
    title = words("On the wall now")
    return f"<h2>{escape(title)}</h2>" + table([words("Dimension"), words("offer"), words("look for")], rows, title)


def _item(seat: SeatView, kind: ItemKind, place: str) -> Item | None:
    return next((each for each in seat.items if each.kind == kind and each.place == place), None)
