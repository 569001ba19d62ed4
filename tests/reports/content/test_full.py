"""The full report: what stands where, what never stands there, and that every link leads somewhere."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.scoring import profile, quick_profile
from models.answers import Answer
from models.authored import LANGUAGES, Language
from models.profile import LevelInterval
from reports.content import build
from reports.document import Block, Heading, Items, Paragraph, Report, Table, Tiles, Together
from tests.golden import Golden
from tests.reports.content.looking import blocks, links, outline, plain, section, texts
from tests.reports.content.samples import (
    FACTS,
    real_scan,
    scan_answers,
    small_answers,
    small_model,
    small_report,
    words,
)

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_report_reads_as_it_did_when_a_person_last_read_it(language: Language, golden: Golden) -> None:
    golden.check(GOLDEN / f"small-{language}.txt", outline(small_report(language)))


def test_the_same_inputs_make_the_same_report() -> None:
    assert small_report() == small_report()


@pytest.mark.parametrize("level", [1, 2])
def test_no_maturity_number_stands_on_the_cover_in_a_title_or_in_a_first_sentence(level: int) -> None:
    assert _prominent(_with_maturity(level)) == _prominent(_with_maturity(0))


def _with_maturity(level: int) -> Report:
    result = replace(profile(small_model(), small_answers()), maturity=LevelInterval(level, level))
    return build(small_model(), small_answers(), result, words("en"), facts=FACTS)


def _prominent(report: Report) -> list[object]:
    first_sentences = [
        next((plain(block.content) for block in each.blocks if isinstance(block, Paragraph)), "")
        for each in report.sections
    ]
    titles = [block.text for block in blocks(report) if isinstance(block, Heading) and block.level == 1]
    return [
        report.title,
        report.subject,
        report.running_head,
        report.running_foot,
        report.cover,
        first_sentences,
        titles,
    ]


def test_the_summary_names_strengths_before_gaps_before_steps() -> None:
    headings = [each.text for each in section(small_report(), "summary").blocks if isinstance(each, Heading)]
    assert headings == ["Summary", "What is good", "Most room to grow", "Next steps"]


def test_the_tiles_count_processes_certain_levels_evidence_and_dont_knows() -> None:
    tiles = next(each for each in section(small_report(), "summary").blocks if isinstance(each, Tiles))
    assert [tile.value for tile in tiles.tiles] == ["4", "3 of 4", "1 of 46", "2"]


def test_a_process_page_says_the_level_of_its_process() -> None:
    found = [each for each in texts(small_report()) if each.startswith("This process is at")]
    assert [each.split(".")[0] for each in found] == [
        "This process is at level 2 (Managed) or higher",
        "This process is at level 1 (Performed)",
        "This process is at level 0 (in build-up)",
        "This process is at level 0 to 2 (some answers still open)",
    ]


def test_what_is_achieved_stands_before_what_is_missing() -> None:
    report = small_report(answers=small_answers(ABC_2_O2="N"))
    captions = [each.caption for each in blocks(report) if isinstance(each, Table)]
    after_abc_2 = captions[captions.index("Attributes of ABC.1") + 1 :]
    assert after_abc_2[:3] == ["ABC.2: What is achieved", "ABC.2: What is missing or open", "Attributes of ABC.2"]


def test_an_attribute_row_gives_the_letter_of_the_result_and_its_reason() -> None:
    table = next(each for each in blocks(small_report()) if isinstance(each, Table) and each.caption.endswith("DEF.1"))
    assert [plain(each.content) for each in table.rows[0]] == ["PA 1.1 Carrying out the task", "P", "2 × P: gives 1.00"]


def test_the_next_step_of_a_process_is_the_recommendation_for_its_level() -> None:
    assert "Step to level 1: Take DEF.1 from 0." in texts(small_report())


def test_a_process_at_the_end_of_the_scope_is_sent_no_further() -> None:
    assert not [each for each in texts(small_report()) if "Take ABC.1" in each]


def test_what_blocks_the_next_maturity_level_is_listed_with_what_it_lacks() -> None:
    table = next(each for each in blocks(small_report()) if isinstance(each, Table) and "distance" in each.caption)
    assert [[plain(each.content) for each in row] for row in table.rows] == [
        ["DEF.1 Advice", "0", "1", "Carrying out the task: P, needs L"]
    ]


def test_a_first_step_says_why_it_comes_first_and_which_maturity_level_waits_for_it() -> None:
    assert _why_first(small_report()) == [
        "basic process below target; counts for maturity level 1",
        "needed to steer, below target; counts for maturity level 2",
        "needed to steer, below target; counts for maturity level 2",
    ]


def test_a_public_report_says_of_no_step_which_maturity_level_waits_for_it() -> None:
    told = _why_first(small_report(facts=replace(FACTS, version="public")))
    assert told
    assert not any("maturity" in each for each in told)


def _why_first(report: Report) -> list[str]:
    table = next(each for each in blocks(report) if isinstance(each, Table) and each.caption == "The first steps")
    return [plain(row[-1].content) for row in table.rows]


def test_a_process_that_nobody_answered_takes_a_sentence_and_no_tables() -> None:
    ratings = {key: each for key, each in small_answers().ratings.items() if not key.startswith("ABC.2")}
    report = small_report(answers=replace(small_answers(), ratings=ratings))
    assert texts(report).count("Nothing was answered here yet: 2 outcomes wait for their rating.") == 1
    assert "Attributes of ABC.2" not in texts(report)


def test_without_any_rating_the_summary_claims_no_beginning() -> None:
    report = small_report(answers=replace(small_answers(), ratings={}))
    assert "In Kleinstadt nothing is rated yet: this report shows what there is to ask." in texts(report)


def test_what_is_missing_for_the_next_level_is_named_three_times_at_most() -> None:
    lists = [each for each in section(small_report(), "dimension-ABC").blocks for each in _lists(each)]
    assert [len(each.items) for each in lists] == [3]


def test_only_doubt_is_worth_a_word_beside_an_answer() -> None:
    sure, unsure = Answer("rated", "F", confidence="high"), Answer("rated", "F", confidence="low")
    ratings = {**small_answers().ratings, "ABC.1.O1": sure, "ABC.1.O2": unsure}
    table = next(
        each
        for each in blocks(small_report(answers=replace(small_answers(), ratings=ratings)))
        if isinstance(each, Table) and each.caption == "ABC.1: What is achieved"
    )
    assert [plain(row[-1].content) for row in table.rows] == ["", "(low confidence)"]


def _lists(block: Block) -> list[Items]:
    if isinstance(block, Together):
        return [each for inner in block.blocks for each in _lists(inner)]
    return [block] if isinstance(block, Items) else []


def test_a_provisional_maturity_is_a_range_with_the_reason_why() -> None:
    report = small_report(answers=small_answers(DEF_1_O1="?", DEF_1_O2="?"))
    assert "This assessment gives: maturity level 0 to 1, as long as answers are open." in texts(report)


def test_a_scope_that_ends_early_says_at_least() -> None:
    answers = small_answers(DEF_1_O1="F", DEF_1_O2="F")
    report = small_report(answers=answers, highest_level=1)
    assert any("at least 1 (Active); the scope of this assessment" in each for each in texts(report))


def test_a_scope_too_narrow_for_maturity_says_that_and_no_level() -> None:
    found = texts(small_report(answers=replace(small_answers(), scope=("ABC.1",))))
    assert any("This assessment gives: no statement about maturity" in each for each in found)
    assert not any("maturity level 0" in each for each in found)


def test_the_first_sentence_does_not_praise_and_send_to_the_same_process() -> None:
    report = small_report(answers=replace(small_answers(), scope=("ABC.2",)))
    assert "Kleinstadt can build on “Farewell”." in texts(report)


def test_a_process_left_out_is_printed_with_its_reason() -> None:
    answers = small_answers()
    ratings = {**answers.ratings, "ABC.2": Answer("not_applicable", reason="Nobody ever leaves")}
    report = small_report(answers=replace(answers, ratings=ratings))
    assert "ABC.2 Farewell: Nobody ever leaves" in texts(report)


def test_processes_outside_the_scope_have_no_block() -> None:
    report = small_report(answers=replace(small_answers(), scope=("ABC.1",)))
    assert [each.id for each in report.sections if each.id.startswith("dimension")] == ["dimension-ABC"]


def test_the_record_leaves_a_line_where_something_is_not_known() -> None:
    labels = {each for each in texts(small_report()) if each in {"Sponsor", "Lead of the assessment", "Constraints"}}
    record = next(each for each in section(small_report(), "record").blocks if isinstance(each, Table))
    known = {plain(row[0].content) for row in record.rows}
    assert labels - known == {"Lead of the assessment", "Constraints"}


def test_invented_answers_are_marked_on_the_cover_and_at_the_foot_of_every_page() -> None:
    report = small_report(facts=replace(FACTS, invented=True))
    assert report.cover is not None
    assert "Invented example" in report.cover.lines[0]
    assert report.running_foot.startswith("Invented example")


def test_real_answers_are_never_called_invented() -> None:
    assert not [each for each in texts(small_report()) if "nvented" in each]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_never_claims_more_than_a_self_assessment(language: Language) -> None:
    claims = re.compile(r"certified|conformant|conforms|zertifiziert|konform", re.IGNORECASE)
    assert not [each for each in texts(small_report(language)) if claims.search(each)]


def test_every_link_leads_to_a_heading() -> None:
    report = small_report()
    targets = {each.anchor for each in blocks(report) if isinstance(each, Heading)}
    assert links(report) <= targets


def test_all_answers_stand_in_the_appendix() -> None:
    tables = [each for each in section(small_report(), "answers").blocks if isinstance(each, Table)]
    shown = {
        f"{plain(row[0].content)}.{prefix}{plain(head.content)}": plain(value.content)
        for table, prefix in zip(tables, ("", "GP"), strict=True)
        for row in table.rows
        for head, value in zip(table.head[1:], row[1:], strict=True)
    }
    said = {key: each.rating or "?" for key, each in small_answers().ratings.items()}
    assert shown == said


def test_a_result_of_the_other_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="no result of"):
        build(small_model(), small_answers(), quick_profile(real_scan(), scan_answers()), words("en"), facts=FACTS)
