"""Charts as vectors: what is drawn, that labels fit, and how they looked when a person last looked."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from models.authored import LANGUAGES, Language
from reports import vectors
from reports.charts import Bar, Chart, Series
from reports.document import Picture
from reports.palette import DARK, PAPER
from reports.pdf import look
from reports.typeface import width
from reports.vectors.shapes import Box, Disc, Label, Scene, hatching
from reports.vectors.shapes import Path as Line
from tests.golden import Golden
from tests.reports import samples
from tests.reports.content.looking import blocks
from tests.reports.kinds import subjects

_GOLDEN = Path(__file__).with_name("golden")
_CHARTS: dict[str, Chart] = {
    "radar": samples.radar(),
    "radar-english": samples.radar("en"),
    "radar-with-gaps": samples.gappy_radar(),
    "bars": samples.bars(),
    "heat-strip": samples.heat(),
    "tree": samples.tree(),
    "dumbbell": samples.dumbbell(),
    "lines": samples.lines(),
    "lines-many": samples.lines(7),
}


@pytest.mark.parametrize("name", _CHARTS)
def test_a_chart_looks_as_it_did(name: str, golden: Golden) -> None:
    golden.check(_GOLDEN / f"{name}.svg", vectors.svg(_CHARTS[name]))


def test_a_narrow_radar_looks_as_it_did(golden: Golden) -> None:
    golden.check(_GOLDEN / "radar-narrow.svg", vectors.svg(samples.radar(), 220))


def test_a_dark_radar_looks_as_it_did(golden: Golden) -> None:
    golden.check(_GOLDEN / "radar-dark.svg", vectors.svg(samples.radar(), dark=True))


@pytest.mark.parametrize("wide", [180, 225, 300, 470, 700])
@pytest.mark.parametrize("name", _CHARTS)
def test_no_shape_leaves_the_drawing(name: str, wide: float) -> None:
    scene = vectors.scene(_CHARTS[name], wide)
    assert [shape for shape in scene.shapes if not _inside(shape, scene)] == []


@pytest.mark.parametrize("text", samples.HOSTILE.values(), ids=samples.HOSTILE)
def test_hostile_labels_stay_inside_and_valid(text: str) -> None:
    radar = replace(samples.radar(), axes=(text,) * 8, band_name=text, ticks=(text,) * 6, alt=text)
    bars = replace(samples.bars(), bars=(Bar(text, text, 1, 2, text, 3, text),), sure_name=text, target_name=text)
    for chart in (radar, bars):
        scene = vectors.scene(chart)
        assert [shape for shape in scene.shapes if not _inside(shape, scene)] == []
        assert ElementTree.fromstring(vectors.svg(chart)).tag.endswith("svg")  # noqa: S314 - our own markup


@pytest.mark.parametrize("axis", range(8))
def test_a_value_lies_on_its_axis_at_its_share_of_the_fixed_scale(axis: int) -> None:
    values = tuple(3.0 if number == axis else None for number in range(8))
    scene = vectors.scene(replace(samples.gappy_radar(), series=(Series("sicher", "city", values),)))
    *_, mark = [shape for shape in scene.shapes if isinstance(shape, Disc)]
    corner = _grid(scene).points[axis]
    centre = (sum(x for x, _ in _grid(scene).points) / 8, sum(y for _, y in _grid(scene).points) / 8)
    expected = tuple(middle + (end - middle) * 3 / 5 for middle, end in zip(centre, corner, strict=True))
    assert (mark.x, mark.y) == pytest.approx(expected)


def test_a_value_of_the_scale_without_a_name_leaves_no_empty_field_on_a_radar() -> None:
    named = samples.radar()
    nameless = replace(named, ticks=("", *map(str, range(named.minimum + 1, named.maximum + 1))))

    def fields(chart: Chart) -> int:
        return sum(isinstance(each, Box) for each in vectors.scene(chart).shapes)

    assert fields(nameless) == fields(named) - 1


def test_two_cities_are_drawn_on_the_same_scale() -> None:
    weak = replace(samples.radar(), series=(Series("sicher", "city", (1.0,) * 8),))
    strong = replace(samples.radar(), series=(Series("sicher", "city", (5.0,) * 8),))
    assert _grid(vectors.scene(weak)).points == _grid(vectors.scene(strong)).points


def test_axes_without_figures_are_not_joined_across() -> None:
    outlines = [
        shape
        for shape in vectors.scene(samples.gappy_radar()).shapes
        if isinstance(shape, Line) and shape.stroke == PAPER.city and not shape.fill
    ]
    assert not any(outline.closed for outline in outlines)
    assert max(len(outline.points) for outline in outlines) == 3


def test_a_whole_radar_is_one_closed_outline() -> None:
    shapes = vectors.scene(samples.radar()).shapes
    assert any(
        isinstance(each, Line) and each.closed and each.stroke == PAPER.city and each.width == 2 for each in shapes
    )


def test_nought_draws_a_foot_and_nothing_draws_no_bar() -> None:
    nought = replace(samples.bars(), bars=(Bar("A", "A", 0, 0, "0"),))
    nothing = replace(samples.bars(), bars=(Bar("A", "A", None, None, "–"),))
    assert len(_city_boxes(nought)) == len(_city_boxes(nothing)) + 1


def test_what_is_possible_is_hatched_up_to_its_end_and_no_further() -> None:
    lines = list(hatching(10, 20, 30, 8, colour="#000000"))
    corners = [point for line in lines for point in line.points]
    assert len(lines) > 5
    assert all(10 <= x <= 40 and 20 <= y <= 28 for x, y in corners)


def test_the_key_names_every_series_and_nothing_else() -> None:
    chart = samples.radar()
    texts = {shape.text for shape in vectors.scene(chart).shapes if isinstance(shape, Label)}
    assert {series.name for series in chart.series} | {chart.band_name} <= texts


def test_a_single_mark_needs_no_key() -> None:
    texts = {shape.text for shape in vectors.scene(samples.gappy_radar()).shapes if isinstance(shape, Label)}
    assert "sicher" not in texts


def test_a_bar_without_a_name_leaves_no_room_for_one() -> None:
    bare = replace(samples.bars(), bars=(Bar("", "", 2, 2, ""),), target_name=None)
    assert min(each.x for each in _city_boxes(bare)) < 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_an_axis_is_cut_on_the_two_pages_for_the_mayor(language: Language) -> None:
    (picture,) = (each for each in blocks(subjects.report("mayor", language)) if isinstance(each, Picture))
    shapes = vectors.scene(picture.chart, picture.share * look.TEXT_WIDTH).shapes
    said = [shape.text for shape in shapes if isinstance(shape, Label)]
    assert not [each for each in said if "\N{HORIZONTAL ELLIPSIS}" in each]
    assert "6" not in said, "the axes are named, not numbered"


def test_the_names_of_many_columns_stand_in_as_many_lines_each() -> None:
    attributes = ("1.1", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2")
    strip = replace(samples.heat(), columns=tuple(f"PA {each}" for each in attributes))
    said = [shape.text for shape in vectors.scene(strip, 470).shapes if isinstance(shape, Label)]
    assert said.count("PA") in (0, len(attributes))


def test_a_narrow_radar_numbers_its_axes_and_explains_them_below() -> None:
    texts = [shape.text for shape in vectors.scene(samples.radar(), 200).shapes if isinstance(shape, Label)]
    assert texts.count("7") == 2
    assert "Dialog, Frieden & Resilienz" in texts


def test_a_narrow_heat_strip_numbers_columns_whose_names_would_be_cut() -> None:
    chart = samples.heat()
    cities = tuple(f"Hafenstein am großen Wasser {letter}" for letter in "ABCDEFGHI"[: len(chart.columns)])
    texts = _texts(vectors.scene(replace(chart, columns=cities), 200))
    assert texts[: len(cities)] == [str(number) for number in range(1, len(cities) + 1)]
    assert set(cities) < set(texts)


def test_a_heat_strip_whose_columns_fit_shows_their_names() -> None:
    assert _texts(vectors.scene(samples.heat(), 470))[0] == samples.heat().columns[0]


def _texts(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Label)]


def test_a_chart_higher_than_a_page_is_cut_between_rows_and_loses_none() -> None:
    chart = samples.heat(rows=90)
    parts = vectors.parts(chart, 470, 600)
    assert all(vectors.scene(part, 470).height <= 600 for part in parts)
    assert [row for part in parts for row in getattr(part, "rows", ())] == list(chart.rows)


def test_dark_is_drawn_in_dark_colours() -> None:
    drawing = vectors.svg(samples.radar(), dark=True)
    assert DARK.city in drawing
    assert PAPER.city not in drawing


def _grid(scene: Scene) -> Line:
    return next(shape for shape in scene.shapes if isinstance(shape, Line) and shape.fill == PAPER.soft)


def _city_boxes(chart: Chart) -> list[Box]:
    return [shape for shape in vectors.scene(chart).shapes if isinstance(shape, Box) and shape.fill == PAPER.city]


def _inside(shape: object, scene: Scene) -> bool:
    left, top, right, bottom = _edges(shape)
    return left >= -0.6 and top >= -0.6 and right <= scene.width + 0.6 and bottom <= scene.height + 0.6


def _edges(shape: object) -> tuple[float, float, float, float]:
    if isinstance(shape, Label):
        wide = width(shape.text, shape.face, shape.size)
        left = shape.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        return left, shape.y - shape.size * 0.8, left + wide, shape.y + shape.size * 0.25
    if isinstance(shape, Disc):
        return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
    if isinstance(shape, Box):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    assert isinstance(shape, Line)
    xs, ys = zip(*shape.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
