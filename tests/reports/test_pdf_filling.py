"""Pages are filled in order, never too full, never with room left that the next strips would have fitted into."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reports.pdf.filling import Page, fill, spots
from reports.pdf.pen import Pen
from reports.pdf.strips import Stack, Strip, height, kept, not_alone, pile

ROOM = 100.0
ENOUGH = 40.0
HARDLY = 20.0


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
def test_a_page_ends_only_where_the_next_group_would_not_fit(strips: list[Strip]) -> None:
    for page, following in pairwise(fill(strips, ROOM)):
        first = following.placed[0].strip
        party = _party(strips, first)
        group = party if first is party[0] and page.filled > ENOUGH else _group(strips, first)
        if not first.turns and height(group) <= ROOM:
            assert page.filled + first.gap + height(group) > ROOM - 1e-6


@given(_STRIPS)
def test_what_prefers_to_stay_together_is_torn_only_to_fill_a_page_or_where_no_page_holds_it(
    strips: list[Strip],
) -> None:
    for page, following in pairwise(fill(strips, ROOM)):
        party = _party(strips, page.placed[-1].strip)
        if any(each is following.placed[0].strip for each in party) and height(party) <= ROOM:
            begins = next((each.down for each in page.placed if each.strip is party[0]), None)
            assert begins is None or begins <= ENOUGH + party[0].gap + 1e-6


@given(_STRIPS)
def test_what_turns_the_page_stands_at_its_top_or_below_what_hardly_fills_it(strips: list[Strip]) -> None:
    turning = [each for page in fill(strips, ROOM) for each in page.placed if each.strip.turns]
    assert [each.down for each in turning if each.down > HARDLY + each.strip.gap] == []


def test_what_prefers_to_stay_together_leaves_a_page_that_is_full_enough() -> None:
    strips = [Strip(60, _nothing), Strip(30, _nothing, prefers=True), Strip(30, _nothing)]
    assert [len(page.placed) for page in fill(strips, ROOM)] == [1, 2]


def test_what_prefers_to_stay_together_is_torn_rather_than_leaving_a_page_mostly_empty() -> None:
    strips = [Strip(30, _nothing), Strip(40, _nothing, prefers=True), Strip(40, _nothing)]
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


def _party(strips: Sequence[Strip], member: Strip) -> list[Strip]:
    """The strips that prefer to stay with one of them."""
    first = last = _place(strips, member)
    while first > 0 and (strips[first - 1].keeps or strips[first - 1].prefers) and not strips[first].turns:
        first -= 1
    while last + 1 < len(strips) and (strips[last].keeps or strips[last].prefers) and not strips[last + 1].turns:
        last += 1
    return list(strips[first : last + 1])


def _group(strips: Sequence[Strip], member: Strip) -> list[Strip]:
    """The strips that want to stay with one of them."""
    first = last = _place(strips, member)
    while first > 0 and strips[first - 1].keeps and not strips[first].turns:
        first -= 1
    while last + 1 < len(strips) and strips[last].keeps and not strips[last + 1].turns:
        last += 1
    return list(strips[first : last + 1])
