"""What a phone in a live room shows: questions, the own result, the table, the case, and how to take it along."""

from html import escape

from assessment import wiring
from assessment.benchmark.calibration import LEVELS, MORAL, QUESTIONS, STORY, CaseQuestion
from assessment.desk.room_sets import narrowed
from locales.words import Words
from models.profile import StageProfile
from models.questionnaire import Question, QuickScan
from models.room import DONT_KNOW, Rating, RoomAnswer, SeatView, is_fixed
from reports.content.naming import process_name
from reports.content.room_figures import own_radar
from reports.content.scan_figures import mean_words
from reports.content.scan_findings import scan_gaps, scan_strengths
from web.room_frame import address
from web.room_page import alert, button, form, heading, paragraph, radar, table

_RADAR = 270.0


def scan_of(seat: SeatView) -> QuickScan:
    """The questions of the room."""
    scans = wiring.desk().library.quick_scans
    return narrowed(next(each for each in scans if each.id == seat.room.questionnaire), seat.room.questions)


def open_rating(seat: SeatView) -> Rating | None:
    """The rating that the city can answer now."""
    if seat.city is None:
        return None
    if not is_fixed(seat.room, seat.city, 2):
        return 2
    return None if is_fixed(seat.room, seat.city, 1) else 1


def questions(seat: SeatView, words: Words, problem: str | None = None) -> str:
    """The questions of the rating that is open, or why there is none."""
    rating = open_rating(seat)
    if rating is None or seat.city is None:
        return _nothing_to_answer(seat, words)
    scan, said = scan_of(seat), seat.answers.get(rating, {})
    title = words("Second rating today") if rating == 2 else words("What is it like in your city?")
    intro = words(
        "Choose the statement that fits best. Think of the last twelve months, and of the work, not of people."
    )
    before = seat.answers.get(1, {}) if rating == 2 else {}
    groups = "".join(
        f"<section><h2>{escape(words.text(dimension.name))}</h2>"
        + "".join(_question(each, said.get(each.id), before.get(each.id), words) for each in asked)
        + "</section>"
        for dimension in scan.dimensions
        if (asked := scan.questions_of(dimension.id))
    )
    done = rating in seat.city.finished
    pattern = words("{done} of {all} answered", done="{done}", all="{all}")
    count = words("{done} of {all} answered", done=len(said), all=len(seat.room.questions))
    foot = (
        f'<p class="count" data-pattern="{escape(pattern)}">'
        f"{escape(count)}</p>"
        + '<p class="state" role="status"></p>'
        + button(words("Save"), "other plain", name="do", value="save")
        + (
            paragraph(words("You have handed in. You can still change something until the trainers reveal."), "good")
            + button(words("Not finished yet"), "other", name="do", value="reopen")
            if done
            else button(words("We have finished"), name="do", value="finish")
        )
    )
    body = form("/my-room", words, groups + f'<div class="foot">{foot}</div>', extra=' id="rating"', rating=str(rating))
    return f"<h1>{escape(title)}</h1>{alert(problem)}{paragraph(intro)}{body}"


def result(seat: SeatView, words: Words, phone: str) -> str:
    """The city's own result, beside the room as far as that was revealed."""
    seats, scan = wiring.desk().seats, scan_of(seat)
    first, second = seats.result(phone, 1), seats.result(phone, 2)
    newest = second or first
    if newest is None:
        return heading(1, words("Your result")) + paragraph(
            words("It stands here as soon as you have answered. Nobody else sees it.")
        )
    edition = seat.view.newest
    chart = own_radar(newest, first if second else None, edition, scan, words)
    return (
        heading(1, words("Your result"))
        + paragraph(words("Only the phones of your city show this page."), "quiet")
        + radar(chart, _RADAR)
        + _beside(seat, scan, newest, first if second else None, words)
        + _findings(newest, scan, words)
    )


def case(seat: SeatView, words: Words, problem: str | None = None) -> str:
    """The calibration case: rated by everybody, then solved."""
    scan, said = scan_of(seat), seat.answers.get(0, {})
    head = (
        heading(1, words("An invented city"))
        + f"{alert(problem)}"
        + "".join(paragraph(words.say(each)) for each in STORY)
    )
    if seat.room.solved:
        return (
            head
            + "".join(_solved(each, said.get(each.process), scan, words) for each in QUESTIONS)
            + paragraph(words.say(MORAL), "good")
        )
    asked = "".join(_case_question(each.process, said.get(each.process), scan, words) for each in QUESTIONS)
    done = seat.city is not None and 0 in seat.city.finished
    foot = (
        '<p class="state" role="status"></p>'
        + button(words("Save"), "other plain", name="do", value="save")
        + (
            paragraph(words("Handed in. The model solution comes when everybody has rated."), "good")
            if done
            else button(words("We have rated"), name="do", value="finish")
        )
    )
    body = form(
        "/my-room",
        words,
        asked + f'<div class="foot">{foot}</div>',
        extra=' id="rating"',
        rating="0",
        phase=seat.room.phase,
    )
    return (
        head
        + paragraph(words("Which capability level would you give? 0 is in build-up, 3 the same way everywhere."))
        + body
    )


def along(seat: SeatView, words: Words, code: str | None = None) -> str:
    """How the city takes its answers along, shares the room with colleagues, and takes everything back."""
    language = words.language
    city, days = seat.city.code if seat.city else "", wiring.desk().seats.kept.days
    claim = (
        paragraph(
            words.many(
                days,
                "Whoever leads your city here signs in, opens “/claim” and enters this code, which serves once, "
                "within a day:",
                "Whoever leads your city here signs in, opens “/claim” and enters this code, which serves once, "
                "within {count} days:",
            )
        )
        + f'<p class="code">{escape(code)}</p>'
        if code
        else form("/room-claim", words, button(words("Make a code for our account"), "other"))
    )
    return (
        heading(1, words("Take it along"))
        + heading(2, words("More phones of your city"))
        + paragraph(words("Colleagues enter the code of the room, and then this code of your city:"))
        + f'<p class="code">{escape(city)}</p>'
        + heading(2, words("As a file"))
        + paragraph(words("The quick scan on the start page opens it, and goes on with all its questions."))
        + f'<p><a class="button" href="/room-file?language={language}">'
        + escape(words("Save the answers"))
        + "</a></p>"
        + heading(2, words("Into the account of your city"))
        + f"{claim}"
        + heading(2, words("Take everything back"))
        + paragraph(
            words.many(
                days,
                "Everything your city said here is erased at once. Figures that were revealed already stay; no single "
                "answer can be told from them. Otherwise it is erased a day after the room was opened.",
                "Everything your city said here is erased at once. Figures that were revealed already stay; no single "
                "answer can be told from them. Otherwise it is erased {count} days after the room was opened.",
            )
        )
        + form("/room-leave", words, button(words("Erase what we said"), "danger"))
    )


def _nothing_to_answer(seat: SeatView, words: Words) -> str:
    if seat.room.step == "over":
        title, text = words("The room is closed"), words("Thank you. Your result stays with you: take it along.")
    elif seat.room.phase == "before":
        title = words("You are in")
        text = words("The questions come as soon as the trainers begin. This page then changes by itself.")
    else:
        title = words("Handed in")
        text = words("What you answered is counted. Your own result is ready; the rest is on the wall.")
    link = (
        f'<p><a class="button" href="{escape(address(words, "result", seat.room.phase))}">'
        + escape(words("Your result"))
        + "</a></p>"
    )
    return f"<h1>{escape(title)}</h1>{paragraph(text)}{link if seat.answers.get(1) else ''}"


def _question(question: Question, said: RoomAnswer | None, before: RoomAnswer | None, words: Words) -> str:
    options = [(str(each.stage), words.text(each)) for each in question.anchors]
    options.append((DONT_KNOW, words("I don't know")))
    former = dict(options).get(before.value) if before else None
    hint = paragraph(words("First rating today: {statement}", statement=former), "quiet") if former else ""
    return _choices(question.id, words.text(question.question), options, said, hint)


def _case_question(process: str, said: RoomAnswer | None, scan: QuickScan, words: Words) -> str:
    options = [(each, words("Level {level}", level=each)) for each in LEVELS] + [(DONT_KNOW, words("I don't know"))]
    return _choices(process, process_name(scan.model, process, words), options, said, "")


def _choices(key: str, legend: str, options: list[tuple[str, str]], said: RoomAnswer | None, hint: str) -> str:
    value, version = (said.value, said.version) if said else ("", 0)
    labels = "".join(
        f'<label><input type="radio" name="{key}" value="{code}"{" checked" if code == value else ""}>'
        f"<span>{escape(text)}</span></label>"
        for code, text in options
    )
    return (
        f'<fieldset data-question="{key}" data-version="{version}"><legend>{escape(legend)}</legend>{hint}{labels}'
        f'<input type="hidden" name="seen-{key}" value="{version}"><div class="note" role="status"></div></fieldset>'
    )


def _beside(seat: SeatView, scan: QuickScan, newest: StageProfile, first: StageProfile | None, words: Words) -> str:
    edition = seat.view.newest
    head = [words("Dimension"), words("your city")]
    head += [words("first")] if first else []
    head += [words("mean of the room")] if edition and edition.cells else []
    rows = []
    for dimension in scan.dimensions:
        row = [words.text(dimension.name), mean_words(newest.dimensions[dimension.id].mean, words)]
        if first:
            row.append(mean_words(first.dimensions[dimension.id].mean, words))
        if edition and edition.cells:
            found = edition.of(dimension.id)
            row.append(words.number(found.figures[-1].mean) if found and found.figures else words("not shown"))
        rows.append(row)
    return table(head, rows, words("Your result per dimension"))


def _findings(profile: StageProfile, scan: QuickScan, words: Words) -> str:
    told = ""
    for title, found in (
        (words("What you can build on"), scan_strengths(profile, scan, words, most=2)),
        (words("Where there is room to grow"), scan_gaps(profile, scan, words, most=2)),
    ):
        if found:
            lines = "".join(f"<li><b>{escape(each.name)}</b><br>{escape(each.text)}</li>" for each in found)
            told += f"<h2>{escape(title)}</h2><ul>{lines}</ul>"
    return told


def _solved(question: CaseQuestion, own: RoomAnswer | None, scan: QuickScan, words: Words) -> str:
    process, level = question.process, question.level
    value = words("nothing") if own is None else words("I don't know") if own.value == DONT_KNOW else own.value
    return (
        f"<section><h2>{escape(process_name(scan.model, process, words))}</h2>"
        + paragraph(words("Model solution: level {level}. You said: {value}.", level=level, value=value), "strong")
        + paragraph(words.say(question.why))
        + "</section>"
    )
