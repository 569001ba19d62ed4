"""What ships is complete, bilingual and holds together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from assessment.desk.measure_fields import LINE_LIMIT
from assessment.loading import QUESTIONNAIRES
from models.authored import LANGUAGES, Language
from models.framework import Framework
from models.questionnaire import ChosenRule, Requirement
from tests.questionnaires.content import Content, ids, texts

COUNTS = {
    "dimensions": 8,
    "processes": 30,
    "outcomes": 120,
    "base practices": 160,
    "work products": 103,
    "generic practices of the 2015 edition": 39,
    "generic practices of PA3.3": 3,
    "quick-scan questions": 30,
    "optional quick-scan questions": 4,
    "quick-scan anchors": 150,
    "recommendations": 30,
    "recommended steps": 90,
    "recommended steps to levels 4 and 5": 6,
    "recommended steps in full": 15,
    "core indicators": 10,
    "process sets": 5,
    "maturity levels": 6,
    "founding documents": 5,
    "statements of the founding documents": 53,
    "sources": 58,
    "glossary terms": 57,
    "good practices": 37,
    "context figures": 28,
}


def _counted(content: Content) -> dict[str, int]:
    practices = {each.attribute: len(each.practices) for each in content.practices}
    questions = content.quick_scan.questions
    return {
        "dimensions": len(content.model.dimensions),
        "processes": len(content.processes),
        "outcomes": sum(len(process.outcomes) for process in content.processes),
        "base practices": sum(len(process.base_practices) for process in content.processes),
        "work products": sum(len(process.work_products) for process in content.processes),
        "generic practices of the 2015 edition": sum(practices[each.id] for each in content.edition_2015.attributes),
        "generic practices of PA3.3": practices["PA3.3"],
        "quick-scan questions": len(questions),
        "optional quick-scan questions": sum(not question.core for question in questions),
        "quick-scan anchors": sum(len(question.anchors) for question in questions),
        "recommendations": len(content.recommendations),
        "recommended steps": sum(len(each.steps) for each in content.recommendations),
        "recommended steps to levels 4 and 5": sum(len(each.beyond) for each in content.recommendations),
        "recommended steps in full": sum(
            step.worked_out is not None for each in content.recommendations for step in (*each.steps, *each.beyond)
        ),
        "core indicators": len(content.model.core_indicators),
        "process sets": len(content.model.process_sets),
        "maturity levels": len(content.model.maturity),
        "founding documents": len(content.founding_documents),
        "statements of the founding documents": len(content.statements),
        "sources": len(content.sources),
        "glossary terms": len(content.glossary.terms),
        "good practices": len(content.good_practices.practices),
        "context figures": len(content.figures.figures),
    }


@pytest.mark.parametrize("what", COUNTS)
def test_nothing_is_missing_and_nothing_is_there_twice(content: Content, what: str) -> None:
    assert _counted(content)[what] == COUNTS[what]


def test_every_text_is_written_in_both_languages(content: Content) -> None:
    assert [text for text in texts(content.everything) if text.missing] == []


def test_no_text_begins_or_ends_with_a_blank_or_holds_two_in_a_row(content: Content) -> None:
    written = [text.in_language(language) for text in texts(content.everything) for language in LANGUAGES]
    assert [text for text in written if text != " ".join(text.split())] == []


def test_german_texts_use_neutral_forms_without_asterisk_or_colon(content: Content) -> None:
    german = [text.in_language("de") for text in texts(content.everything)]
    assert [text for text in german if any(form in text for form in ("*in", ":in", "_in", "/in", "(inn"))] == []


def test_no_id_is_given_twice_within_the_model(content: Content) -> None:
    parts = (
        content.model.dimensions,
        content.processes,
        content.practices,
        content.sources,
        content.founding_documents,
    )
    assert [each for each, times in Counter(ids(parts)).items() if times > 1] == []


@pytest.mark.parametrize("name", ["quick_scan", "glossary", "good_practices", "figures", "edition_2015"])
def test_no_id_is_given_twice_within_a_file(content: Content, name: str) -> None:
    counted = Counter(ids(getattr(content, name)))
    assert [each for each, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("folder", ["processes", "recommendations"])
def test_a_file_is_named_after_its_process(content: Content, folder: str) -> None:
    names = {path.stem for path in (QUESTIONNAIRES / "urban-diplomacy" / folder).glob("*.yaml")}
    assert names == content.process_ids


def test_everything_in_a_process_carries_its_id(content: Content) -> None:
    strangers = [
        each for process in content.processes for each in ids(process) if not f"{each}.".startswith(f"{process.id}.")
    ]
    assert strangers == []


def test_the_order_of_the_processes_names_each_of_them_once(content: Content) -> None:
    assert sorted(content.model.process_order) == sorted(content.process_ids)


def test_the_process_sets_share_out_all_processes(content: Content) -> None:
    assert sorted(each for group in content.model.process_sets for each in group.processes) == sorted(
        content.process_ids
    )


def test_the_basic_set_holds_the_nine_processes_without_which_there_is_no_urban_diplomacy(content: Content) -> None:
    basic = next(group for group in content.model.process_sets if group.id == content.model.basic_scope)
    expected = {"GOV.1", "GOV.3", "GOV.4", "PAR.1", "PAR.2", "PAR.4", "MLD.1", "REP.1", "SOC.1"}
    assert set(basic.processes) == expected


def test_only_dialogue_under_strain_and_risk_checks_are_sensitive(content: Content) -> None:
    assert {process.id for process in content.processes if process.sensitive} == {"PEA.1", "PEA.2"}


def _rules(content: Content) -> Iterable[Requirement | ChosenRule]:
    for level in content.model.maturity:
        yield from level.all_of
        yield from (rule for rule in (level.chosen, level.chosen_from_below) if rule is not None)


def _named(rule: Requirement | ChosenRule) -> tuple[str, ...]:
    return rule.processes if isinstance(rule, Requirement) else rule.named + rule.one_of


REFERENCES: Mapping[str, Callable[[Content], tuple[set[str], set[str]]]] = {
    "the dimension of a process": lambda c: (
        {process.dimension for process in c.processes},
        set(ids(c.model.dimensions)),
    ),
    "the processes of the maturity rule": lambda c: ({x for rule in _rules(c) for x in _named(rule)}, c.process_ids),
    "the sets of the maturity rule": lambda c: (
        {x for rule in _rules(c) if isinstance(rule, Requirement) for x in rule.sets},
        set(ids(c.model.process_sets)),
    ),
    "the sets of the tailoring": lambda c: (set(c.model.tailoring.never_in_sets), set(ids(c.model.process_sets))),
    "the framework of the model": lambda c: ({c.model.framework}, {c.edition_2015.id, c.edition_2019.id}),
    "the framework of the quick scan": lambda c: ({c.quick_scan.framework}, {c.stages.id}),
    "the model of the quick scan": lambda c: ({c.quick_scan.model}, {c.model.id}),
    "the literature of a process": lambda c: (
        {x for process in c.processes for x in process.source_refs},
        set(ids(c.sources)),
    ),
    "the processes of the good practices": lambda c: (
        {x for practice in c.good_practices.practices for x in practice.processes},
        c.process_ids,
    ),
}


@pytest.mark.parametrize("what", REFERENCES)
def test_every_reference_leads_somewhere(content: Content, what: str) -> None:
    named, known = REFERENCES[what](content)
    assert named - known == set()


def test_each_process_has_exactly_one_quick_scan_question(content: Content) -> None:
    assert sorted(question.process for question in content.quick_scan.questions) == sorted(content.process_ids)


def test_each_process_has_exactly_one_recommendations_file(content: Content) -> None:
    assert sorted(each.process for each in content.recommendations) == sorted(content.process_ids)


def test_recommended_steps_lead_from_0_to_3_one_level_at_a_time(content: Content) -> None:
    ladders = {tuple((step.from_level, step.to_level) for step in each.steps) for each in content.recommendations}
    assert ladders == {((0, 1), (1, 2), (2, 3))}


def test_the_generic_steps_lead_on_from_3_to_5(content: Content) -> None:
    assert [(step.from_level, step.to_level) for step in content.model.generic_steps] == [(3, 4), (4, 5)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_fits_into_the_line_that_names_a_measure(content: Content, language: Language) -> None:
    own = (step for each in content.recommendations for step in (*each.steps, *each.beyond))
    steps = [step.do.in_language(language) for step in (*own, *content.model.generic_steps)]
    assert [step for step in steps if len(step) > LINE_LIMIT] == []


def test_three_ladders_are_worked_out_from_0_to_5(content: Content) -> None:
    ladders = {
        each.process: [step.to_level for step in (*each.steps, *each.beyond) if step.worked_out]
        for each in content.recommendations
    }
    assert {key: levels for key, levels in ladders.items() if levels} == {
        "PAR.2": [1, 2, 3, 4, 5],
        "PEA.2": [1, 2, 3, 4, 5],
        "CAP.3": [1, 2, 3, 4, 5],
    }


def test_no_good_practice_claims_a_check_that_nobody_made(content: Content) -> None:
    practices = content.good_practices.practices
    assert all((each.status == "verified") == (each.checked_on is not None) for each in practices)


def test_each_question_offers_the_five_stages_in_order(content: Content) -> None:
    offered = {tuple(anchor.stage for anchor in question.anchors) for question in content.quick_scan.questions}
    assert offered == {tuple(stage.stage for stage in content.stages.stages)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statements_of_a_question_differ_from_each_other(content: Content, language: Language) -> None:
    blurred = [
        question.id
        for question in content.quick_scan.questions
        if len({anchor.in_language(language).casefold() for anchor in question.anchors}) < len(question.anchors)
    ]
    assert blurred == []


@pytest.mark.parametrize("edition", ["edition_2015", "edition_2019"])
def test_the_model_offers_practices_for_every_attribute_of_an_edition(content: Content, edition: str) -> None:
    framework: Framework = getattr(content, edition)
    offered = {each.attribute for each in content.practices}
    assert {attribute.id for attribute in framework.attributes} - offered == set()


def test_generic_practices_carry_the_number_of_their_attribute(content: Content) -> None:
    strangers = [
        practice.id
        for each in content.practices
        for practice in each.practices
        if not practice.id.startswith(each.attribute.replace("PA", "GP") + ".")
    ]
    assert strangers == []


def test_only_the_first_attribute_is_rated_by_outcomes(content: Content) -> None:
    by_outcomes = {each.attribute for each in content.practices if each.stands_for_outcomes}
    assert by_outcomes == {each.id for each in content.edition_2019.attributes if each.rated_by == "outcomes"}


def test_the_edition_of_2019_adds_process_assurance_and_nothing_else(content: Content) -> None:
    added = {each.id for each in content.edition_2019.attributes} - {
        each.id for each in content.edition_2015.attributes
    }
    assert added == {"PA3.3"}


def test_the_edition_of_2019_speaks_of_documented_information(content: Content) -> None:
    terms = {each.id: each.term.en for each in content.edition_2019.attributes}
    assert terms["PA2.2"] == "Documented information management"


def test_the_edition_of_2019_says_what_could_not_be_checked(content: Content) -> None:
    assert content.edition_2019.unchecked


def test_both_editions_share_scales_levels_and_rule(content: Content) -> None:
    same = {"scales", "levels", "level_rule", "methods", "default_method", "default_scale"}
    assert content.edition_2015.model_dump(include=same) == content.edition_2019.model_dump(include=same)


@pytest.mark.parametrize(
    ("points", "letters", "values", "ends"),
    [
        (4, "N P L F", [0, 1, 2, 3], ["15", "50", "85", "100"]),
        (6, "N P- P+ L- L+ F", [0, 1, 2, 3, 4, 5], ["15", "32.5", "50", "67.5", "85", "100"]),
    ],
)
def test_letters_numbers_and_bands_are_those_of_the_standard(
    content: Content, points: int, letters: str, values: list[int], ends: list[str]
) -> None:
    ratings = next(scale.ratings for scale in content.edition_2015.scales if scale.points == points)
    assert [(each.letter, each.value, str(each.up_to)) for each in ratings] == list(
        zip(letters.split(), values, ends, strict=True)
    )


def test_level_0_has_a_kind_name_in_both_languages(content: Content) -> None:
    kind_name = content.edition_2015.levels[0].kind_name
    assert kind_name is not None
    assert (kind_name.en, kind_name.de) == ("in build-up", "im Aufbau")


def test_the_fifth_stage_may_stand_for_more_than_level_4(content: Content) -> None:
    assert [(each.indicates_level, each.or_more) for each in content.stages.stages] == [
        (0, False),
        (1, False),
        (2, False),
        (3, False),
        (4, True),
    ]


@pytest.mark.parametrize(("level", "sets"), [(1, {"B"}), (2, {"B", "E2"}), (3, {"B", "E2", "E3"})])
def test_maturity_1_to_3_ask_for_whole_sets_at_their_own_level(content: Content, level: int, sets: set[str]) -> None:
    (requirement,) = content.model.maturity[level].all_of
    assert (set(requirement.sets), requirement.capability) == (sets, level)


def test_maturity_4_asks_for_monitoring_and_three_chosen_processes_at_4(content: Content) -> None:
    level = content.model.maturity[4]
    assert level.all_of == (Requirement(processes=("CAP.3",), capability=3),)
    assert level.chosen == ChosenRule(
        at_least=3, capability=4, named=("GOV.2",), one_of=("PAR.1", "PAR.2", "PAR.3", "PAR.4")
    )


def test_maturity_5_asks_for_foresight_and_two_of_the_chosen_processes_at_5(content: Content) -> None:
    level = content.model.maturity[5]
    assert level.all_of == (Requirement(processes=("CAP.4",), capability=3),)
    assert level.chosen_from_below == ChosenRule(at_least=2, capability=5)


FILES = [
    path for room in ("frameworks", "urban-diplomacy", "library") for path in (QUESTIONNAIRES / room).rglob("*.yaml")
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(QUESTIONNAIRES)))
def test_a_file_names_its_schema_for_editors_in_the_first_line(path: Path) -> None:
    header = path.read_text(encoding="utf-8").splitlines()[0]
    schema = (path.parent / header.removeprefix("# yaml-language-server: $schema=")).resolve()
    assert schema.parent == QUESTIONNAIRES / "schema"
    assert schema.name.endswith(".schema.json")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(QUESTIONNAIRES)))
def test_a_file_says_in_its_second_line_what_it_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith("# ")


def test_what_a_source_leaves_open_stays_marked(content: Content) -> None:
    practices, figures = content.good_practices.practices, content.figures.figures
    marked = [(each.id, each.caution) for each in practices] + [(each.id, each.caution) for each in figures]
    assert {name for name, caution in marked if caution} == {
        "dortmund-meets-diplomats",  # the year is inferred
        "dortmund-euro-2024-briefing",  # the year is inferred
        "lewis-local-diplomats",  # the status is not verified
        "G18",  # single values not seen
        "G25",  # an estimate
        "G26",  # a city's name is inferred
    }
