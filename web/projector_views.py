"""What stands on the wall of a live room, step by step: only what everybody in it may see."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from html import escape
from string import ascii_uppercase
from urllib.parse import urlsplit

import segno

from assessment import wiring
from assessment.benchmark.calibration import LEVELS, MORAL, QUESTIONS, STORY
from assessment.benchmark.clinics import mutual
from assessment.desk.room_sets import narrowed
from locales.words import Words
from models.benchmark import Figures
from models.message import say
from models.questionnaire import QuickScan
from models.room import Rating, RoomEdition, RoomView
from reports.content.naming import process_name
from reports.content.room_figures import (
    band_words,
    change_words,
    class_names,
    group_radar,
    median_words,
    rating_names,
)
from web.room_page import heading, paragraph, radar, table

_RADAR = 190.0
"""Points: the smaller, the larger its letters. Names of dimensions have no room in it; they stand beside, by letter."""
_NONE_SHOWN = say(
    "With fewer than five cities no grouped figures are shown: too much could be told about each. Your own result is "
    "on your phone; the open table and the invented city are for everybody."
)
_ALONE = say(
    "This page was opened on this machine alone, so phones cannot follow the address and the QR code. Open it by the "
    "name under which others reach this app."
)


def wall(view: RoomView, words: Words, base: str) -> str:
    """What is on the wall now. `base` is the address of this installation, for those who join."""
    scan = _scan(view)
    draw = {
        "joining": lambda: _joining(view, words, base),
        "calibration": lambda: _case(view, scan, words),
        "rating": lambda: _rating(view, words, base),
        "group": lambda: _group(view, scan, words),
        "question": lambda: _question(view, scan, words),
        "table": lambda: _table(view, scan, words),
        "paired": lambda: _group(view, scan, words),
        "over": lambda: _over(words),
    }
    return _timer(view, words) + draw[view.room.step]()


def _scan(view: RoomView) -> QuickScan:
    scans = wiring.desk().library.quick_scans
    return narrowed(next(each for each in scans if each.id == view.room.questionnaire), view.room.questions)


def _timer(view: RoomView, words: Words) -> str:
    if view.room.timer is None:
        return ""
    left = max(0, int((view.room.timer - wiring.now()).total_seconds()))
    ends, label = view.room.timer.isoformat(), escape(words("Time left"))
    # The time that is left is worked out by the browser: what is on the wall does not change with every second.
    return f'<p class="timer" role="timer" aria-label="{label}" data-ends="{ends}">{"–" if left else "0:00"}</p>'


def _joining(view: RoomView, words: Words, base: str) -> str:
    address = f"{base}join"
    code = segno.make(f"{address}#{view.room.code}", error="m", micro=False)
    drawn = code.svg_inline(omitsize=True, border=2, dark="#1B2733", light="#FFFFFF")
    label = escape(words("QR code that leads to the page for joining"))
    shown = f"{view.room.code[:3]} {view.room.code[3:]}"
    return (
        heading(1, words("Join with your phone"))
        + f'<div class="join"><div class="qr" role="img" aria-label="{label}">{drawn}</div><div>'
        + paragraph(address.split("//", 1)[-1], "address")
        + paragraph(shown, "code")
        + paragraph(words("One phone names the city; colleagues join it with the code on that phone."), "quiet")
        + (paragraph(words.say(_ALONE), "alert") if _leads_nowhere(address) else "")
        + f"</div></div>{_present(view, words)}"
    )


def _leads_nowhere(address: str) -> bool:
    """Whether an address is that of this machine alone, which no phone can follow."""
    return urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1")


def _present(view: RoomView, words: Words, rating: Rating | None = None) -> str:
    """Who is here; of a rating, who has finished: never what they said."""
    lines, finished = "", escape(words("finished"))
    for each in view.cities:
        done = rating is not None and rating in each.finished
        mark = f'<span class="mark">✓<span class="unseen"> {finished}</span></span>' if done else ""
        lines += f"<li{' class=done' if done else ''}>{mark}{escape(each.name)}</li>"
    count = words("Cities in the room: {count}", count=len(view.cities))
    return f'<h2>{escape(count)}</h2><ul class="cities">{lines}</ul>'


def _rating(view: RoomView, words: Words, base: str) -> str:
    rating: Rating = 2 if view.room.reached("second") else 1
    done, there = view.finished(rating), len(view.cities)
    title = words("Second rating today") if rating == 2 else words("Now it is your turn")
    late = words("Late? {address}, code {code}", address=f"{base}join".split("//", 1)[-1], code=view.room.code)
    return (
        f"<h1>{escape(title)}</h1>"
        + paragraph(
            words.many(done, "1 of {all} cities has finished", "{count} of {all} cities have finished", all=there),
            "big",
        )
        + f'<progress max="{max(there, 1)}" value="{done}" aria-label="{escape(title)}"></progress>'
        + _present(view, words, rating)
        + paragraph(late, "late")
    )


def _case(view: RoomView, scan: QuickScan, words: Words) -> str:
    story = "".join(paragraph(words.say(each)) for each in STORY)
    head = (
        "<h1>"
        + escape(words("An invented city"))
        + f'</h1><div class="story{"" if view.room.solved else " alone"}">{story}</div>'
    )
    if not view.room.solved:
        asked = "".join(f"<li>{escape(process_name(scan.model, each.process, words))}</li>" for each in QUESTIONS)
        count = words.many(
            view.rated, "1 of {all} cities has rated", "{count} of {all} cities have rated", all=len(view.cities)
        )
        question = words("Which capability level would you give?")
        return head + f"<h2>{escape(question)}</h2><ul class=asked>{asked}</ul>{paragraph(count, 'big')}"
    solved = "".join(
        f"<section><h2>{escape(process_name(scan.model, each.process, words))}</h2>"
        + _levels(view.levels.get(each.process, {}), each.level, words)
        + paragraph(words.say(each.why))
        + "</section>"
        for each in QUESTIONS
    )
    return head + f'<div class="solved">{solved}</div>' + paragraph(words.say(MORAL), "big")


def _levels(counts: Mapping[str, int], right: int, words: Words) -> str:
    bars = ""
    for level in LEVELS:
        name = escape(words("Level {level}", level=level))
        count, solution = counts.get(level, 0), int(level) == right
        mark = ' <span class="mark">' + escape(words("model solution")) + "</span>" if solution else ""
        bars += (
            f"<li{' class=done' if solution else ''}><span>{name}{mark}</span>"
            f'<progress max="{max(sum(counts.values()), 1)}" value="{count}" aria-label="{level}"></progress>'
            f"<b>{count}</b></li>"
        )
    return f'<ul class="levels">{bars}</ul>'


def _group(view: RoomView, scan: QuickScan, words: Words) -> str:
    number = 2 if view.room.step == "paired" else 1
    edition = next((each for each in view.editions if each.number == number), None)
    if edition is None:
        return heading(1, words("One moment")) + paragraph(words("The figures are being worked out."), "big")
    title = words("First and second rating today") if number == 2 else words("The room")
    head = f"<h1>{escape(title)}</h1>"
    if not edition.cells:
        return head + paragraph(words.say(_NONE_SHOWN), "big")
    told = words("{count} cities. Grouped figures with disclosure control.", count=edition.count)
    drawn = group_radar(edition, scan, words)
    lettered = replace(drawn, axes=tuple(ascii_uppercase[: len(drawn.axes)]))
    return (
        head
        + f'<div class="pair drawn"><div>{radar(lettered, _RADAR)}</div>'
        + f"<div>{_dimensions(edition, scan, words)}{paragraph(told, 'quiet')}"
        + f"{_reasons(edition, scan, words)}</div></div>"
    )


def _dimensions(edition: RoomEdition, scan: QuickScan, words: Words) -> str:
    shown = [each.figures[-1] for each in edition.cells if each.figures]
    medians, bands = any(each.median is not None for each in shown), any(each.quartiles for each in shown)
    twice = len(edition.ratings) > 1
    head = [words("Dimension"), *([words("first"), words("second"), words("change")] if twice else [words("mean")])]
    head += [words("median")] if medians else []
    head += [words("middle half")] if bands else []
    rows = []
    for letter, dimension in zip(ascii_uppercase, scan.dimensions, strict=False):
        found = edition.of(dimension.id)
        row = [f"{letter} {words.text(dimension.name)}"]
        if found is None or not found.figures:
            row += [words("not shown"), *("–" for _ in head[2:])]
        else:
            row += [words.number(each.mean) for each in found.figures]
            row += [change_words(found.figures, words)] if twice else []
            row += [median_words(found.figures[-1], words)] if medians else []
            row += [band_words(found.figures[-1], words)] if bands else []
        rows.append(row)
    return table(head, rows, words("Figures per dimension"))


def _reasons(edition: RoomEdition, scan: QuickScan, words: Words) -> str:
    names = {each.id: words.text(each.name) for each in scan.dimensions}
    why: dict[str, list[str]] = {}
    for each in edition.cells:
        if each.why is not None and each.cell in names:
            why.setdefault(words.say(each.why), []).append(names[each.cell])
    lines = (words("Not shown: {names}. {why}", names=", ".join(cells), why=reason) for reason, cells in why.items())
    return "".join(paragraph(each, "quiet") for each in lines)


def _question(view: RoomView, scan: QuickScan, words: Words) -> str:
    question = next((each for each in scan.file.questions if each.id == view.room.shown), None)
    if question is None:
        return _group(view, scan, words)
    place = words("Question {at} of {all}", at=view.room.questions.index(question.id) + 1, all=len(view.room.questions))
    statements = "".join(
        f"<li value={each.stage}>{escape(words.text(each))}</li>"
        for each in sorted(question.anchors, key=lambda a: a.stage)
    )
    edition = view.newest
    found = None if edition is None else edition.of(question.id)
    figures = ""
    if edition is not None and found is not None and found.figures:
        figures = "".join(
            _distribution(each, name if len(found.figures) > 1 else "", words)
            for each, name in zip(found.figures, rating_names(edition, words), strict=False)
        )
    elif found is not None and found.why is not None:
        figures = paragraph(words("Not shown. {why}", why=found.why), "quiet")
    else:
        figures = paragraph(
            words(
                "With so few cities there is no figure for a single question. Say yourselves what you chose, and why."
            ),
            "big",
        )
    return (
        paragraph(place, "quiet")
        + f"<h1>{escape(words.text(question.question))}</h1>"
        + f'<div class="pair"><ol class="statements">{statements}</ol><div>{figures}</div></div>'
    )


def _distribution(of: Figures, name: str, words: Words) -> str:
    title = f"<h2>{escape(name)}</h2>" if name else ""
    mean = paragraph(words("Mean {mean}", mean=words.number(of.mean)), "big")
    if of.shares is None:
        return title + mean
    bars = "".join(
        f'<li><span>{escape(label)}</span><progress max="100" value="{share}" aria-label="{escape(label)}"></progress>'
        f"<b>{words.percent(share / 100)}</b></li>"
        for label, share in zip(class_names(len(of.shares), words), of.shares, strict=True)
    )
    return f'{title}{mean}<ul class="levels">{bars}</ul>'


def _table(view: RoomView, scan: QuickScan, words: Words) -> str:
    names = {each.id: words.text(each.name) for each in scan.dimensions}
    head = heading(1, words("Open table"))
    if not view.clinics and not view.scores:
        return head + paragraph(
            words("Each city decides on its phone what it shows here: two offers, two wants."), "big"
        )
    cards, offer, want = "", escape(words("offer")), escape(words("look for"))
    for each in view.clinics:
        both = bool(each.offering and each.wanting)
        cards += (
            f'<section class="clinic{" meets" if both else ""}"><h2>{escape(names[each.dimension])}</h2>'
            f"<p><b>{offer}</b> {escape(', '.join(each.offering) or '–')}</p>"
            f"<p><b>{want}</b> {escape(', '.join(each.wanting) or '–')}</p></section>"
        )
    pairs = [f"{one} ↔ {other}" for one, other in mutual(view.clinics)]
    together = heading(2, words("They can help each other")) + f"{paragraph(' · '.join(pairs), 'big')}" if pairs else ""
    return head + f'<div class="clinics">{cards}</div>{together}{_laid_open(view, names, words)}'


def _laid_open(view: RoomView, names: dict[str, str], words: Words) -> str:
    if not view.scores:
        return ""
    title = words("Laid open by the cities themselves")
    rows: dict[str, list[str]] = {}
    for each in view.scores:
        told = words("{city}: {value}", city=each.city, value=words.number(Fraction(each.value)))
        rows.setdefault(names[each.dimension], []).append(told)
    return f"<h2>{escape(title)}</h2>" + table(
        [words("Dimension"), words("Scores")], ([name, " · ".join(told)] for name, told in rows.items()), title
    )


def _over(words: Words) -> str:
    erased = words.many(
        wiring.desk().seats.kept.days,
        "What you said here is erased after a day.",
        "What you said here is erased after {count} days.",
    )
    return (
        heading(1, words("Thank you"))
        + paragraph(
            words("Your result stays on your phone. Take it along: as a file, or into the account of your city."), "big"
        )
        + paragraph(erased, "quiet")
    )
