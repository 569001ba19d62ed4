"""What only an option of the command line makes wrong is told once and named after the option, not answer by answer."""

from collections.abc import Iterator, Sequence

from assessment.loading.answering import DONT_KNOW, NOT_APPLICABLE, ModelSheet
from assessment.loading.answers_file import AnswersFile
from assessment.loading.binding import Bound
from assessment.loading.ratings import Written, written
from assessment.loading.spelling import listed, one_of
from models.message import Message, say
from models.problem import Place, Problem

File = Bound[AnswersFile]


def check_command_line(file: File, sheet: ModelSheet) -> Iterator[Problem]:
    """Every problem that is there because of an option; the warning about another framework too."""
    said = sheet.said
    rated = [each for each in written(file) if each.rating not in (None, DONT_KNOW, NOT_APPLICABLE)]
    if said.framework is not None:
        yield from _of_framework(file, sheet, [each for each in written(file) if each.path[-1] in sheet.elsewhere])
    if said.scale is not None:
        yield from _of_scale(file, sheet, [each for each in rated if sheet.fits_another_scale(each.rating)])
    if said.highest_level is not None:
        above = [each for each in rated if sheet.is_above(str(each.path[-1]))]
        yield from _of_level(file, sheet, above)


def _of_framework(file: File, sheet: ModelSheet, answers: Sequence[Written]) -> Iterator[Problem]:
    if answers:
        framework = str(sheet.said.framework)
        found = say(
            "Answers that are no part of the framework {framework}: {ids}", framework=framework, ids=_ids(answers)
        )
        yield _problem(file, f"--framework {framework}", found, say("They are kept and do not count"), warning=True)


def _of_scale(file: File, sheet: ModelSheet, answers: Sequence[Written]) -> Iterator[Problem]:
    option, framework = f"--scale {sheet.said.scale}", sheet.framework
    offered = [each.points for each in framework.scales]
    if sheet.said.scale not in offered:
        found = say(
            "The framework {framework} has no scale of {points} letters",
            framework=framework.id,
            points=sheet.said.scale or 0,
        )
        yield _problem(file, option, found, one_of(offered))
    elif answers:
        found = say("Answers rated on another scale: {ids}", ids=_ids(answers))
        expected = say("On this scale a rating is one of {choices}", choices=listed(sheet.letters.scale.letters))
        yield _problem(file, option, found, expected, say("Leave the option out, or rate these anew."))


def _of_level(file: File, sheet: ModelSheet, answers: Sequence[Written]) -> Iterator[Problem]:
    if answers:
        level = sheet.said.highest_level or 0
        found = say("Answers above level {level}: {ids}", level=level, ids=_ids(answers))
        expected = say("The highest level of this assessment is {level}", level=level)
        yield _problem(
            file, f"--highest-level {level}", found, expected, say("Leave the option out, or raise the level.")
        )


def _ids(answers: Sequence[Written]) -> str:
    return listed((str(each.path[-1]) for each in answers), 4)


def _problem(
    file: File,
    option: str,
    found: Message,
    expected: Message,
    suggestion: Message | None = None,
    *,
    warning: bool = False,
) -> Problem:
    trail = say("{option} from the command line", option=option)
    return Problem(Place(file.tree.file), trail, found, expected, suggestion, "warning" if warning else "error")
