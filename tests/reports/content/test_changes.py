"""What changed is told where no missing answer can undo it, and where one can, the processes are named."""

from models.profile import LevelInterval
from reports.content.changes import Change, dumbbell, told
from reports.document import Items
from tests.reports.content.looking import plain
from tests.reports.kinds import subjects

CASE = subjects.assessment("en")


def change(process: str, before: LevelInterval, now: LevelInterval) -> Change:
    """What became of a process."""
    return Change(process, before, now)


ROSE = change("GOV.1", LevelInterval(0, 1), LevelInterval(2, 2, at_least=True))
FELL = change("GOV.2", LevelInterval(2, 2), LevelInterval(0, 1))
OPEN = change("GOV.3", LevelInterval(0, 2), LevelInterval(1, 1))
CUT = change("GOV.4", LevelInterval(2, 2, at_least=True), LevelInterval(3, 3))
SAME = change("CAP.1", LevelInterval(1, 1), LevelInterval(1, 1))


def test_a_range_that_lies_below_the_level_now_has_risen_and_what_was_cut_off_has_not() -> None:
    assert [each.direction for each in (ROSE, FELL, OPEN, CUT, SAME)] == [1, -1, 0, 0, 0]


def test_what_cannot_be_said_yet_is_named() -> None:
    items = next(each for each in told([ROSE, FELL, OPEN, SAME], CASE) if isinstance(each, Items))
    sentences = [plain(each) for each in items.items]
    assert [each.split()[0] for each in sentences] == ["Risen:", "Unchanged:", "Fallen:", "Cannot"]
    assert "GOV.3 " in sentences[-1]


def test_the_picture_says_one_and_many_as_people_do() -> None:
    titles = [drawn.title for moved in ([ROSE], [ROSE, ROSE], [FELL], [FELL, FELL]) if (drawn := dumbbell(moved, CASE))]
    assert titles == [
        "One of 1 processes has risen",
        "2 of 2 processes have risen",
        "One of 1 processes has fallen",
        "2 of 2 processes have fallen",
    ]
