"""Pictures of a group: only what was published, the own city marked by the reader, the same on screen and paper."""

from dataclasses import replace
from fractions import Fraction

import pytest

from assessment.benchmark.gathering import depth_of
from assessment.loading import QUESTIONNAIRES, load_library
from assessment.scoring import profile
from locales.words import words
from models.answers import Answer, Answers
from models.benchmark import Edition, Figures, Hidden, KeptEdition, Publication
from models.message import say
from reports import forms, pictures
from reports.chart_tables import table
from reports.content.cohort import cohort_case
from reports.content.group import GroupCase, divided_table, figures_table, group_classes, group_radar, named_map
from reports.kinds import KINDS, report
from reports.screen import figure
from reports.vectors import svg
from tests.store.samples import MOMENT

MODEL = load_library(QUESTIONNAIRES).models[0]
OWN = profile(
    MODEL,
    Answers(
        MODEL.id,
        MODEL.version,
        "Musterstadt",
        scope="basic",
        highest_level=1,
        ratings={each.id: Answer("rated", "F") for process in MODEL.processes for each in process.outcomes},
    ),
)
WHO = frozenset((f"c{number}", "x") for number in range(10))
FIGURES = Figures(10, Fraction(17, 10), Fraction(3, 2), (Fraction(1), Fraction(5, 2)), (35, 65))
NARROW = Figures(10, Fraction(2), Fraction(2), (Fraction(2), Fraction(2)), None)


@pytest.fixture
def case() -> GroupCase:
    """An edition of ten cities, in German."""
    shown = (Publication("GOV", WHO, FIGURES), Publication("GOV.1", WHO, FIGURES), Publication("PAR.1", WHO, NARROW))
    edition = Edition("e1", "k1", "2", WHO, shown, (Hidden("CAP", say("Fewer than {count} cities.", count=5)),))
    kept = KeptEdition(edition, "key", 1, depth_of(OWN), "", MOMENT, invented=True)
    return GroupCase(MODEL, kept, "Hafenstädte", words("de"))


def test_only_processes_with_published_shares_stand_in_classes(case: GroupCase) -> None:
    drawn = group_classes(case)
    assert drawn is not None
    assert [(row.id, row.shares, row.own) for row in drawn.rows] == [("GOV.1", (35, 65), None)]
    assert drawn.own_name is None


def test_the_own_city_is_marked_in_its_class(case: GroupCase) -> None:
    drawn = group_classes(replace(case, own=OWN))
    assert drawn is not None
    assert (drawn.rows[0].own, drawn.own_name) == (0, "Ihre Stadt")


def test_without_shares_there_are_no_classes(case: GroupCase) -> None:
    kept = replace(case.kept, edition=replace(case.kept.edition, shown=(Publication("PAR.1", WHO, NARROW),)))
    assert group_classes(replace(case, kept=kept)) is None


def test_screen_and_paper_draw_the_classes_and_the_table_says_the_same(case: GroupCase) -> None:
    drawn = group_classes(replace(case, own=OWN))
    assert drawn is not None
    assert [each.name for each in figure(drawn).data] == [*drawn.names, "Ihre Stadt"]
    assert "35 %" in svg(drawn)
    assert drawn.alt[:20] in svg(drawn)
    assert pictures.png(drawn).startswith(b"\x89PNG")
    assert table(drawn, case.words).rows[0][2:4] == ("35 %", "65 %")


def test_what_there_is_to_publish_is_looked_up_once_for_all_charts_and_tables(case: GroupCase) -> None:
    assert case.layout is case.layout
    assert case.figures is case.figures


def test_the_radar_has_gaps_where_nothing_was_published(case: GroupCase) -> None:
    drawn = group_radar(case)
    assert drawn.series[0].values[0] == 1.7
    assert set(drawn.series[0].values[1:]) == {None}
    assert drawn.band is None


def test_the_band_of_a_small_group_is_that_of_a_larger_one_and_says_so(case: GroupCase) -> None:
    every = tuple(Publication(each.id, WHO, FIGURES) for each in MODEL.head.dimensions)
    wider = replace(case.kept, edition=replace(case.kept.edition, id="e0", shown=every))
    drawn = group_radar(replace(case, wider=wider, wider_name="Netz, erfundene Städte"))
    assert drawn.band is not None
    assert drawn.band_name == "mittlere Hälfte: Netz, erfundene Städte"


def test_the_table_names_median_and_half_before_the_mean(case: GroupCase) -> None:
    rows = [[part.content[0].text for part in row] for row in figures_table(case).rows]
    assert rows[0][1:] == ["10", "1,5", "1,0–2,5", "1,7"]
    assert len(rows) == 3


def test_a_dimension_is_told_from_its_processes_where_both_stand_in_one_table(case: GroupCase) -> None:
    def strong(of: tuple[str, ...] | None) -> list[bool]:
        return [row[0].content[0].strong for row in figures_table(case, of).rows]

    assert strong(None) == [True, False, False]
    assert strong(("GOV",)) == [False]


def test_what_divided_most_leaves_out_where_all_agree(case: GroupCase) -> None:
    drawn = divided_table(case)
    assert drawn is not None
    assert len(drawn.rows) == 1


def test_the_map_shows_the_cities_that_are_given_and_no_other(case: GroupCase) -> None:
    levels = {key: each.level for key, each in OWN.processes.items() if each.level is not None}
    drawn = named_map(MODEL, {"Musterstadt": levels}, case.words)
    assert drawn is not None
    assert drawn.columns == ("Musterstadt",)
    assert named_map(MODEL, {}, case.words) is None


@pytest.mark.parametrize("form", forms.FORMS)
def test_the_report_can_be_written_in_every_form(case: GroupCase, form: forms.Form) -> None:
    assert forms.write(report(KINDS["cohort"], cohort_case([case])), form)
