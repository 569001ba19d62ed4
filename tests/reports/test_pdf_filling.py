"""Pages are filled in order, never too full, and none but the last ends before half where that can be had."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reports.pdf.filling import Page, fill, spots
from reports.pdf.pen import Pen
from reports.pdf.strips import Stack, Strip, height, kept, not_alone, pile

ROOM = 100.0
HALF = 50.0


def _nothing(_pen: Pen, _x: float, _y: float) -> None:
    """Strips of these tests are only placed."""


_LOW = st.floats(min_value=1, max_value=40)
_STRIPS = st.lists(
    st.builds(
        lambda high, gap, keeps, prefers, turns: Strip(
            high, _nothing, gap=gap, keeps=keeps, prefers=prefers, turns=turns
        ),
        _LOW,
        st.floats(min_value=0, max_value=10),
        st.booleans(),
        st.booleans(),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=30,
)


@given(_STRIPS)
def test_every_strip_is_placed_once_and_in_order(strips: list[Strip]) -> None:
    assert [id(each) for each in _placed(fill(strips, ROOM))] == [id(strip) for strip in strips]


@given(_STRIPS)
def test_no_page_is_too_full_and_none_is_empty(strips: list[Strip]) -> None:
    assert all(0 < page.filled <= ROOM + 1e-6 for page in fill(strips, ROOM))


@given(_STRIPS)
def test_strips_do_not_overlap(strips: list[Strip]) -> None:
    for page in fill(strips, ROOM):
        for above, below in pairwise(page.placed):
            assert below.down >= above.down + above.strip.height - 1e-6


@given(_STRIPS)
def test_a_page_ends_inside_a_group_only_where_no_page_could_hold_it(strips: list[Strip]) -> None:
    for page, _ in pairwise(fill(strips, ROOM)):
        last = page.placed[-1].strip
        if last.keeps and not _after(strips, last).turns:
            assert height(_group(strips, last)) > ROOM


@given(_STRIPS)
def test_no_page_but_the_last_ends_before_half_where_that_can_be_had(strips: list[Strip]) -> None:
    if _can_be_filled(strips):
        assert [page.filled for page in fill(strips, ROOM)[:-1] if page.filled < HALF] == []


def test_what_prefers_to_stay_together_leaves_a_page_that_is_filled_well() -> None:
    strips = [Strip(65, _nothing), Strip(30, _nothing, prefers=True), Strip(30, _nothing)]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [1, 2]


def test_what_prefers_to_stay_together_is_torn_rather_than_letting_a_page_end_before_half() -> None:
    strips = [Strip(45, _nothing), Strip(40, _nothing, prefers=True), Strip(40, _nothing)]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [2, 1]


def test_a_part_begins_on_a_new_page() -> None:
    strips = [Strip(70, _nothing), Strip(20, _nothing, turns=True)]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [1, 1]


def test_a_part_begins_below_what_would_leave_its_page_before_half() -> None:
    strips = [Strip(45, _nothing), Strip(20, _nothing, turns=True), Strip(60, _nothing)]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [2, 1]


def test_a_page_ends_earlier_for_the_good_of_the_next_one() -> None:
    strips = [*(Strip(30, _nothing) for _ in range(4)), Strip(90, _nothing)]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [2, 2, 1]


def test_what_goes_on_fills_the_room_that_is_left() -> None:
    strips = [Strip(70, _nothing), Strip(20, _nothing), Strip(60, _nothing, anchors=("next",))]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [2, 1]


def test_a_header_comes_again_where_its_rows_open_a_page() -> None:
    head = Strip(10, _nothing)
    rows = [Strip(30, _nothing, head=(head,)) for _ in range(6)]
    pages = fill([replace(head, keeps=True), *rows], ROOM)
    assert [page.placed[0].strip for page in pages[1:]] == [head]


def test_a_link_finds_the_page_and_the_height_of_its_target() -> None:
    strips = [Strip(60, _nothing), Strip(50, _nothing), Strip(20, _nothing, gap=5, anchors=("here",))]
    found = spots(fill(strips, ROOM), first=1)["here"]
    assert (found.page, found.down) == (2, 55)


def test_of_two_gaps_that_meet_the_larger_one_counts() -> None:
    above, below = Stack((Strip(1, _nothing),), after=7), Stack((Strip(2, _nothing),), before=12)
    assert [strip.gap for strip in pile([above, below]).strips] == [0, 12]


def test_a_block_that_stands_close_ignores_the_gap_of_the_next() -> None:
    above, below = Stack((Strip(1, _nothing),), after=3, close=True), Stack((Strip(2, _nothing),), before=12)
    assert [strip.gap for strip in pile([above, below]).strips] == [0, 3]


def test_a_block_without_strips_takes_no_room() -> None:
    block = Stack((Strip(1, _nothing),), 2, 3)
    assert pile([block, Stack((), 50, 50), block]).strips[1].gap == 3


def test_neither_the_first_nor_the_last_line_stands_alone() -> None:
    lines = not_alone([Strip(10, _nothing) for _ in range(5)])
    assert [line.keeps for line in lines] == [True, False, False, True, False]


def test_what_is_kept_together_lets_the_next_block_go() -> None:
    assert [strip.keeps for strip in kept([Strip(1, _nothing)] * 3)] == [True, True, False]


def _placed(pages: Sequence[Page]) -> list[Strip]:
    return [each.strip for page in pages for each in page.placed]


def _after(strips: Sequence[Strip], strip: Strip) -> Strip:
    return strips[_place(strips, strip) + 1]


def _place(strips: Sequence[Strip], strip: Strip) -> int:
    return next(number for number, each in enumerate(strips) if each is strip)


def _can_be_filled(strips: Sequence[Strip]) -> bool:
    """Whether the strips can be laid on pages that all but the last are at least half full, no group torn."""
    ends = [n + 1 for n, each in enumerate(strips) if n + 1 == len(strips) or not each.keeps or strips[n + 1].turns]
    reached = {0}
    for end in ends:
        shares = ((height(strips[start:end]), end == len(strips)) for start in sorted(reached) if start < end)
        if any(share <= ROOM and (last or share >= HALF) for share, last in shares):
            reached.add(end)
    return len(strips) in reached


def _group(strips: Sequence[Strip], member: Strip) -> list[Strip]:
    """The strips that want to stay with one of them."""
    first = last = _place(strips, member)
    while first > 0 and strips[first - 1].keeps and not strips[first].turns:
        first -= 1
    while last + 1 < len(strips) and strips[last].keeps and not strips[last + 1].turns:
        last += 1
    return list(strips[first : last + 1])
