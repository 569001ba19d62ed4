"""Columns are as wide as wanted, unless a word or a day would be torn that can be spared from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.authored import LANGUAGES, Language
from reports.column_widths import evened
from reports.document import Table, cell
from reports.kinds import KINDS
from reports.pdf.columns import columns
from reports.pdf.lines import widest_stretch
from reports.pdf.look import CELL, HEAD_CELL, TEXT_WIDTH
from tests.reports.content.looking import blocks
from tests.reports.kinds import subjects

_ROOM = 200.0


def table(*heads: str, widths: tuple[float, ...], rows: tuple[tuple[str, ...], ...] = ()) -> Table:
    return Table(
        head=tuple(cell(each) for each in heads),
        rows=tuple(tuple(cell(each) for each in row) for row in rows),
        widths=widths,
        caption="Table",
    )


def test_columns_in_which_all_fits_are_as_wide_as_wanted() -> None:
    laid = columns(table("Process", "Due", widths=(3, 2)), _ROOM, "en")
    assert [each.width for each in laid] == pytest.approx([120, 80])
    assert [each.left for each in laid] == pytest.approx([0, 120])


def test_a_column_whose_head_would_be_torn_takes_room_from_one_that_can_spare_it() -> None:
    wide, narrow = columns(table("Process", "Needed", widths=(6, 1)), _ROOM, "en")
    assert narrow.room >= widest_stretch(cell("Needed").content, HEAD_CELL, "en")
    assert wide.width + narrow.width == pytest.approx(_ROOM)


def test_a_day_is_not_torn() -> None:
    _, due = columns(table("Maßnahme", "Frist", widths=(5, 1.5), rows=(("Leitbild", "30.09.2026"),)), _ROOM, "de")
    assert due.room >= widest_stretch(cell("30.09.2026").content, CELL, "de")


def test_a_word_without_end_takes_nothing_from_its_neighbours() -> None:
    laid = columns(table("Process", "Note", widths=(1, 1), rows=(("GOV.1", "x" * 4_000),)), _ROOM, "en")
    assert [each.width for each in laid] == pytest.approx([100, 100])


def test_beside_a_word_without_end_other_words_of_its_column_still_stay_whole() -> None:
    rows = (("Leitbild", "x" * 4_000), ("Reiseregel", "30.09.2026"))
    _, due = columns(table("Maßnahme", "Frist", widths=(5, 1.5), rows=rows), _ROOM, "de")
    assert due.room >= widest_stretch(cell("30.09.2026").content, CELL, "de")


def test_where_no_column_can_spare_anything_all_stay_as_wanted() -> None:
    laid = columns(table("Needed", "Median", widths=(1, 1)), 70, "en")
    assert [each.width for each in laid] == pytest.approx([35, 35])


def test_where_not_all_can_have_what_they_need_those_that_lack_least_come_first() -> None:
    assert evened([10, 30, 30], [5, 31, 40]) == pytest.approx([9, 31, 30])


@given(
    st.lists(st.tuples(st.text(max_size=30), st.floats(min_value=0.5, max_value=6)), min_size=1, max_size=8),
    st.floats(min_value=40, max_value=500),
)
def test_columns_fill_their_room_side_by_side_and_none_gives_more_than_half(
    asked: list[tuple[str, float]], room: float
) -> None:
    widths = tuple(width for _, width in asked)
    laid = columns(table(*(head for head, _ in asked), widths=widths), room, "en")
    assert sum(each.width for each in laid) == pytest.approx(room)
    assert [each.left for each in laid[1:]] == pytest.approx([each.left + each.width for each in laid[:-1]])
    assert all(each.width >= room * width / sum(widths) / 2 - 1e-6 for each, width in zip(laid, widths, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_word_in_the_head_of_a_table_is_torn_in_any_kind_of_report(kind: str, language: Language) -> None:
    for block in (each for each in blocks(subjects.report(kind, language)) if isinstance(each, Table)):
        for head, column in zip(block.head, columns(block, TEXT_WIDTH, language), strict=True):
            assert widest_stretch(head.content, HEAD_CELL, language) <= column.room, block.caption
