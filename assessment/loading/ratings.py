"""Holds each answer of an answers file against its questionnaire: is there such an id, may that be its rating.

The form of the file has been asked before; what has the wrong form is passed by here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.loading.answering import DONT_KNOW, NOT_APPLICABLE, ModelSheet, ScanSheet, Sheet
from assessment.loading.answers_file import AnswersFile
from assessment.loading.binding import Bound
from assessment.loading.explaining import describe
from assessment.loading.spelling import did_you_mean, listed, one_of
from assessment.loading.tree import EACH, Path, Plain
from assessment.loading.unknown_ids import only_elsewhere, unknown_id
from models.message import Message, say
from models.problem import Problem
from models.questionnaire import Library

File = Bound[AnswersFile]

_RAISE_OR_REMOVE = say("Raise the highest level, or remove this answer.")


@dataclass(frozen=True)
class Written:
    """One answer as it stands in the file, in whichever of its forms: `L`, `{rating: L}`, `{not_applicable: why}`."""

    path: Path
    value: Plain

    @property
    def entry(self) -> Mapping[str, Plain]:
        """The parts of the answer by their keys, for the short form too."""
        return self.value if isinstance(self.value, dict) else {"rating": self.value}

    @property
    def rating(self) -> Plain:
        """What stands as the rating, None where it is unanswered."""
        return NOT_APPLICABLE if "not_applicable" in self.entry else self.entry.get("rating")

    @property
    def reason(self) -> Plain:
        """Why it does not apply."""
        return self.entry.get("not_applicable", self.entry.get("reason"))

    def reason_is_given(self) -> bool:
        """Whether the reason says something. One that is no text is told by its form."""
        return not (self.reason is None or (isinstance(self.reason, str) and not self.reason.strip()))

    def path_to(self, key: str) -> Path:
        """Where a part of the answer stands, for answers of one word the answer itself."""
        return (*self.path, key) if isinstance(self.value, dict) and key in self.value else self.path


def written(file: File) -> Iterator[Written]:
    """Every answer in the file."""
    for path, value in file.tree.each("ratings", EACH):
        if isinstance(path[-1], str):
            yield Written(path, value)


def check_ratings(file: File, sheet: Sheet, library: Library) -> Iterator[Problem]:
    """Everything wrong with the answers one by one, also with those that only another framework asks for."""
    for each in written(file):
        answer_id = str(each.path[-1])
        if answer_id in sheet.ids:
            yield from _check_answer(file, each, sheet)
        elif isinstance(sheet, ModelSheet) and answer_id in sheet.elsewhere:
            if sheet.said.framework is None:
                yield only_elsewhere(file, each.path, sheet)
            yield from _check_answer(file, each, sheet.elsewhere[answer_id])
        else:
            yield unknown_id(file, each.path, sheet, library)


def _check_answer(file: File, each: Written, sheet: Sheet) -> Iterator[Problem]:
    yield from _check_rating(file, each, sheet)
    yield from _check_what_stands_beside(file, each)


def _check_reason(file: File, each: Written) -> Iterator[Problem]:
    if each.rating == NOT_APPLICABLE and not each.reason_is_given():
        yield file.problem(
            each.path_to("not_applicable" if "not_applicable" in each.entry else "rating"),
            say("The reason is missing"),
            say("Expected is why it does not apply to your city"),
            file.tree.speech.give_reason,
        )


def _check_what_stands_beside(file: File, each: Written) -> Iterator[Problem]:
    if each.rating != NOT_APPLICABLE and each.entry.get("reason") is not None:
        yield file.problem(
            each.path_to("reason"),
            say("A reason stands beside a rating"),
            say("A reason is given where something is not applicable"),
            file.tree.speech.make_it_a_note,
        )
    if "not_applicable" in each.entry and each.entry.get("rating") not in (None, NOT_APPLICABLE):
        yield file.problem(
            each.path_to("rating"),
            say("A rating stands beside not_applicable"),
            say("Expected is one of the two"),
            say("Remove one of the two."),
        )


def _check_rating(file: File, each: Written, sheet: Sheet) -> Iterator[Problem]:
    if each.rating is None:
        return
    if isinstance(sheet, ScanSheet):
        yield from _check_stage(file, each, sheet)
        return
    yield from _check_reason(file, each)
    if each.path[-1] in sheet.process_ids:
        yield from _check_process(file, each, sheet)
    else:
        yield from _check_letter(file, each, sheet)


def _check_stage(file: File, each: Written, sheet: ScanSheet) -> Iterator[Problem]:
    stages = [stage.stage for stage in sheet.scan.framework.stages]
    rating = each.rating
    if rating != DONT_KNOW and not (type(rating) is int and rating in stages):
        yield _wrong_rating(file, each, sheet, _stage_hint(file, rating, sheet, stages))


def _stage_hint(file: File, rating: Plain, sheet: ScanSheet, stages: Sequence[int]) -> Message | None:
    if rating in [str(stage) for stage in stages]:
        return say("Write {text}.", text=str(rating))
    return did_you_mean(rating, sheet.ratings, file.tree.speech) if isinstance(rating, str) else None


def _check_letter(file: File, each: Written, sheet: ModelSheet) -> Iterator[Problem]:
    known = (DONT_KNOW, NOT_APPLICABLE, *sheet.letters.reading)
    by_option = sheet.said.scale is not None and sheet.fits_another_scale(each.rating)
    if not by_option and (not isinstance(each.rating, str) or each.rating not in known):
        yield _wrong_rating(file, each, sheet, _letter_hint(file, each.rating, sheet))
    yield from _check_level(file, each, sheet)


def _check_level(file: File, each: Written, sheet: ModelSheet) -> Iterator[Problem]:
    """A rating above the highest level contradicts it; what is no rating claims nothing and is kept."""
    if sheet.said.highest_level is not None or not sheet.is_above(str(each.path[-1])):
        return
    level = sheet.level_of(sheet.indicators[str(each.path[-1])])
    claims_nothing = each.rating in (DONT_KNOW, NOT_APPLICABLE)
    yield file.problem(
        each.path,
        say("This belongs to capability level {level}", level=level),
        say("The highest level of this assessment is {level}", level=sheet.highest_level),
        say("It is kept and does not count.") if claims_nothing else _RAISE_OR_REMOVE,
        at_key=True,
        warning=claims_nothing,
    )


def _check_process(file: File, each: Written, sheet: ModelSheet) -> Iterator[Problem]:
    if each.rating != NOT_APPLICABLE:
        outcomes = (outcome.id for outcome in sheet.model.process(str(each.path[-1])).outcomes)
        yield file.problem(
            each.path_to("rating"),
            _as_written(file, each),
            say("A process as a whole can only be not applicable, with a reason"),
            say("Rate its outcomes: {ids}.", ids=listed(outcomes)),
        )


def _letter_hint(file: File, rating: Plain, sheet: ModelSheet) -> Message | None:
    if not isinstance(rating, str):
        return None
    refined = [each.letter for each in sheet.letters.scale.ratings if each.counts_as == rating]
    if refined:
        return say("On this scale write {letters}.", letters=listed(refined))
    return did_you_mean(rating, sheet.ratings, file.tree.speech)


def _wrong_rating(file: File, each: Written, sheet: Sheet, hint: Message | None) -> Problem:
    expected = one_of(sheet.ratings, speech=file.tree.speech)
    return file.problem(each.path_to("rating"), _as_written(file, each), expected, hint)


def _as_written(file: File, each: Written) -> Message:
    return describe(file.tree.as_written(each.path_to("rating"), each.rating))
