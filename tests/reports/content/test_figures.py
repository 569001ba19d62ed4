"""What is drawn is what was scored."""

import re
from dataclasses import replace

import pytest

from assessment.scoring import profile, quick_profile
from reports.charts import Bars, HeatStrip, Radar
from reports.content import capability_bars, heat_strip, radar, stage_bars, stage_radar
from reports.document import Table
from tests.reports.content.looking import charts, plain, section, texts
from tests.reports.content.samples import (
    real_scan,
    scan_answers,
    scan_report,
    small_answers,
    small_model,
    small_report,
    words,
)

EN = words("en")


def test_the_radar_of_the_report_shows_the_means_of_the_result() -> None:
    result = profile(small_model(), small_answers())
    chart = next(each for each in charts(small_report()) if isinstance(each, Radar))
    lows = [result.dimensions[each].low for each in ("ABC", "DEF", "XYZ")]
    highs = [result.dimensions[each].high for each in ("ABC", "DEF", "XYZ")]
    assert [each.role for each in chart.series] == ["city", "city-high"]
    assert [list(each.values) for each in chart.series] == [lows, highs]


def test_a_settled_result_has_one_line_in_the_radar() -> None:
    answers = small_answers(XYZ_1_O1="F", XYZ_1_O2="F")
    chart = radar(profile(small_model(), answers), small_model(), EN)
    assert [each.role for each in chart.series] == ["city"]


def test_an_axis_without_assessed_processes_has_no_value() -> None:
    answers = replace(small_answers(), scope=("ABC.1",))
    chart = radar(profile(small_model(), answers), small_model(), EN)
    assert chart.series[0].values == (2.0, None, None)


def test_the_radar_reaches_from_zero_to_the_highest_level_of_the_framework() -> None:
    chart = radar(profile(small_model(), small_answers()), small_model(), EN)
    assert (chart.minimum, chart.maximum, len(chart.ticks)) == (0, 5, 6)


def test_every_bar_is_the_level_of_its_process() -> None:
    result = profile(small_model(), small_answers())
    chart = next(each for each in charts(small_report()) if isinstance(each, Bars))
    drawn = {bar.id: (bar.low, bar.high) for bar in chart.bars}
    levels = {key: each.level for key, each in result.processes.items()}
    assert drawn == {key: (level.low, level.high) for key, level in levels.items() if level is not None}


def test_a_bar_says_its_level_in_words() -> None:
    chart = capability_bars(profile(small_model(), small_answers()), small_model(), EN)
    labels = {bar.id: bar.label for bar in chart.bars}
    assert labels == {"ABC.1": "at least 2", "ABC.2": "1", "DEF.1": "0", "XYZ.1": "0 to 2"}


def test_every_cell_of_the_heat_strip_is_the_letter_of_its_attribute() -> None:
    result = profile(small_model(), small_answers())
    chart = next(each for each in charts(small_report()) if isinstance(each, HeatStrip))
    drawn = {row.id: [cell.letter for cell in row.cells] for row in chart.rows}
    finals = {
        key: [each.low if each.final else None for each in process.attributes.values()]
        for key, process in result.processes.items()
    }
    assert drawn == finals


def test_an_attribute_of_which_nothing_was_rated_reads_open() -> None:
    answers = small_answers(DEF_1_O1="", DEF_1_O2="")
    chart = heat_strip(profile(small_model(), answers), small_model(), EN)
    assert next(row for row in chart.rows if row.id == "DEF.1").cells[0].text == "open"


def test_an_attribute_that_depends_on_open_answers_reads_as_a_range() -> None:
    answers = small_answers(DEF_1_O2="?")
    chart = heat_strip(profile(small_model(), answers), small_model(), EN)
    cell = next(row for row in chart.rows if row.id == "DEF.1").cells[0]
    assert (cell.letter, cell.text) == (None, "P–L")


def test_refined_letters_take_the_colour_of_the_letter_they_count_as() -> None:
    answers = replace(small_answers(DEF_1_O1="P-", DEF_1_O2="P-"), scale=6)
    chart = heat_strip(profile(small_model(), answers), small_model(), EN)
    cell = next(row for row in chart.rows if row.id == "DEF.1").cells[0]
    assert (cell.letter, cell.text) == ("P", "P-")


@pytest.mark.parametrize("chart", [radar, capability_bars, heat_strip])
def test_a_chart_tells_its_finding_and_its_figures_in_words(chart: object) -> None:
    assert callable(chart)
    drawn = chart(profile(small_model(), small_answers()), small_model(), EN)
    assert drawn.title
    assert len(drawn.alt) > len(drawn.title)


def test_the_table_beside_the_radar_holds_the_same_means() -> None:
    result = profile(small_model(), small_answers())
    table = next(each for each in section(small_report(), "profile").blocks if isinstance(each, Table))
    shown = [plain(row[1].content) for row in table.rows]
    assert shown == ["1.5", "0.0", "0.0 to 2.0"]
    assert result.dimensions["ABC"].low == pytest.approx(1.5)


def test_below_the_bars_every_process_is_counted_once() -> None:
    sentence = next(each for each in texts(small_report()) if each.startswith("Number of processes"))
    assert sum(int(count) for count in re.findall(r"(\d+) at level", sentence)) == len(small_model().processes)


@pytest.mark.parametrize("process_id", ["ABC.1", "ABC.2", "DEF.1", "XYZ.1"])
def test_the_small_bar_beside_a_process_shows_its_level(process_id: str) -> None:
    level = profile(small_model(), small_answers()).processes[process_id].level
    chart = next(each for each in charts(small_report()) if isinstance(each, Bars) and each.alt.startswith(process_id))
    assert level is not None
    assert [(bar.low, bar.high) for bar in chart.bars] == [(level.low, level.high)]


def test_the_radar_of_a_quick_scan_shows_the_mean_stages() -> None:
    result = quick_profile(real_scan(), scan_answers())
    chart = next(each for each in charts(scan_report()) if isinstance(each, Radar))
    means = [result.dimensions[each.id].mean for each in real_scan().dimensions]
    assert list(chart.series[0].values) == [None if mean is None else float(mean) for mean in means]


def test_a_dimension_with_too_few_answers_stays_open() -> None:
    answers = scan_answers(QS13="?", QS14="?")
    chart = stage_radar(quick_profile(real_scan(), answers), real_scan(), EN)
    place = [each.id for each in real_scan().dimensions].index("MLD")
    assert chart.series[0].values[place] is None
    assert "Advocacy: open" in chart.alt


def test_every_bar_of_a_quick_scan_is_the_stage_that_was_chosen() -> None:
    result = quick_profile(real_scan(), scan_answers())
    chart = stage_bars(result, real_scan(), EN)
    stages = {each.process: each.stage for each in result.questions.values()}
    assert {bar.id: bar.low for bar in chart.bars} == {bar.id: stages[bar.id] for bar in chart.bars}


def test_a_question_answered_with_dont_know_says_so_instead_of_a_stage() -> None:
    chart = stage_bars(quick_profile(real_scan(), scan_answers()), real_scan(), EN)
    assert next(bar.label for bar in chart.bars if bar.id == "CAP.1") == "don't know"


def test_the_title_of_the_levels_counts_as_people_do() -> None:
    one = replace(small_answers(), scope=("ABC.1",))
    assert capability_bars(profile(small_model(), one), small_model(), EN).title == (
        "The process shown has reached level 2"
    )
    two = replace(small_answers(), scope=("ABC.1", "DEF.1"))
    assert capability_bars(profile(small_model(), two), small_model(), EN).title == (
        "1 of 2 processes has reached level 2"
    )


@pytest.mark.parametrize(
    ("outcomes", "title"),
    [
        ("P", "Most processes are still working on “Carrying out the task”"),
        ("?", "How far most processes are with “Carrying out the task” depends on open answers"),
        ("L", "Most processes have “Carrying out the task” in hand; the next thing is “Planning and steering”"),
    ],
)
def test_the_title_of_the_letters_says_what_most_processes_have_for_certain(outcomes: str, title: str) -> None:
    answers = replace(small_answers(DEF_1_O1=outcomes, DEF_1_O2=outcomes), scope=("DEF.1",))
    assert heat_strip(profile(small_model(), answers), small_model(), EN).title == title
