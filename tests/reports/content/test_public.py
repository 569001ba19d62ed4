"""The public version holds nothing that the city keeps to itself, not even between the lines."""

import json
from dataclasses import replace

import pytest

from models.answers import Answers
from reports.charts import Bars, Radar
from reports.document import FillIn, Report, Tiles
from tests.reports.content.looking import blocks, charts, section, texts
from tests.reports.content.samples import FACTS, scan_answers, scan_report, small_answers, small_report

PUBLIC = replace(FACTS, version="public")


def _public(answers: Answers | None = None) -> Report:
    return small_report(answers=answers, facts=PUBLIC)


@pytest.mark.parametrize("secret", ["Guest book", "Council decision 12", "secret service", "Mayor Miller", "Ms Adams"])
def test_notes_evidence_and_names_are_left_out(secret: str) -> None:
    assert [each for each in texts(small_report()) if secret in each], "the internal version must say it"
    assert not [each for each in texts(_public()) if secret in each]


@pytest.mark.parametrize("secret", ["XYZ.1", "Secret"])
def test_sensitive_processes_are_left_out(secret: str) -> None:
    assert not [each for each in texts(_public()) if secret in each]


@pytest.mark.parametrize("secret", ["Guest book", "Council decision 12", "XYZ.1"])
def test_the_inputs_inside_the_report_are_cleaned_too(secret: str) -> None:
    assert secret in small_report().attachments[0].data.decode()
    assert secret not in _public().attachments[0].data.decode()


@pytest.mark.parametrize("letter", ["N", "F"])
def test_answers_about_sensitive_processes_change_nothing_in_the_public_version(letter: str) -> None:
    changed = small_answers(XYZ_1_O1=letter, XYZ_1_O2=letter)
    assert _public(changed) == _public()


def test_a_dimension_with_only_sensitive_processes_has_no_figure() -> None:
    chart = next(each for each in charts(_public()) if isinstance(each, Radar))
    assert chart.series[0].values == (1.5, 0.0, None)


def test_maturity_is_not_shown_because_it_rests_on_what_is_left_out() -> None:
    said = texts(_public())
    assert any("it is not shown here" in each for each in said)
    assert not [each for each in said if "This assessment gives" in each]


def test_no_reason_is_given_for_a_maturity_that_is_not_shown() -> None:
    assert [each for each in texts(small_report()) if "Maturity of the city" in each], (
        "the internal version must say it"
    )
    assert not [each for each in texts(_public()) if "Maturity of the city" in each]


def test_maturity_is_shown_where_nothing_sensitive_was_assessed() -> None:
    answers = replace(small_answers(), scope=("ABC.1", "ABC.2", "DEF.1"))
    assert any("This assessment gives" in each for each in texts(_public(answers)))


def test_a_public_report_has_no_lines_for_signatures() -> None:
    assert not [each for each in section(_public(), "record").blocks if isinstance(each, FillIn)]


def test_the_cover_says_which_version_it_is() -> None:
    cover = _public().cover
    assert cover is not None
    assert cover.lines[-1].startswith("Public version")


def test_a_public_quick_scan_leaves_out_notes_and_sensitive_processes() -> None:
    report = scan_report(facts=PUBLIC)
    bars = next(each for each in charts(report) if isinstance(each, Bars))
    assert not {"PEA.1", "PEA.2"} & {bar.id for bar in bars.bars}


@pytest.mark.parametrize("stage", ["1", "5"])
def test_answers_about_sensitive_processes_change_nothing_in_a_public_quick_scan(stage: str) -> None:
    questions = dict.fromkeys(("QS24", "QS25"), stage)
    assert scan_report(answers=scan_answers(**questions), facts=PUBLIC) == scan_report(facts=PUBLIC)


def test_the_inputs_inside_a_public_report_are_still_readable() -> None:
    content = json.loads(_public().attachments[0].data)
    assert content["report_version"] == "public"


def test_every_block_of_the_public_version_has_something_to_say() -> None:
    assert all(each.blocks for each in _public().sections)
    assert not [block for block in blocks(_public()) if isinstance(block, FillIn)]


def test_a_public_summary_does_not_count_evidence_that_it_does_not_show() -> None:
    labels = {tile.label for block in blocks(_public()) if isinstance(block, Tiles) for tile in block.tiles}
    assert labels == {"processes assessed", "levels certain", "answers “don't know”"}
