"""Which settings are used, and who said so."""

import pytest

from assessment.scoring import profile
from models.answers import Answers
from tests.scoring import tiny

UNSAID = tiny.answers({})
SAID = tiny.answers(
    {}, framework="iso-2019", method="median", scale=6, highest_level=3, scope="basic", chosen=("AAA.2", "CCC.1")
)


def origins(answers: Answers, **command_line: object) -> set[str]:
    return set(profile(tiny.MODEL, answers, **command_line).settings.origins.values())  # type: ignore[arg-type]


def test_where_nobody_says_anything_the_framework_decides() -> None:
    settings = profile(tiny.MODEL, UNSAID).settings
    assert (settings.framework, settings.method, settings.scale, settings.highest_level) == ("iso-2015", "mean", 4, 5)
    assert origins(UNSAID) == {"default"}


def test_the_answers_file_wins_over_the_framework() -> None:
    settings = profile(tiny.MODEL, SAID).settings
    assert (settings.framework, settings.method, settings.scale, settings.highest_level) == ("iso-2019", "median", 6, 3)
    assert origins(SAID) == {"answers file"}


def test_the_command_line_wins_over_the_answers_file() -> None:
    result = profile(tiny.MODEL, SAID, framework="iso-2015", method="lowest", scale=4, highest_level=1)
    settings = result.settings
    assert (settings.framework, settings.method, settings.scale, settings.highest_level) == ("iso-2015", "lowest", 4, 1)
    ours = ("framework", "method", "scale", "highest_level")
    assert {settings.origins[each] for each in ours} == {"command line"}


def test_each_setting_says_for_itself_where_it_comes_from() -> None:
    settings = profile(tiny.MODEL, tiny.answers({}, scale=6), method="median").settings
    assert settings.origins == {
        "framework": "default",
        "method": "command line",
        "scale": "answers file",
        "highest_level": "default",
        "scope": "default",
        "chosen": "default",
    }


def test_the_scope_and_the_choice_of_the_city_are_settings_too() -> None:
    unsaid, said = profile(tiny.MODEL, UNSAID).settings, profile(tiny.MODEL, SAID).settings
    assert (unsaid.scope, unsaid.chosen) == ("full", None)
    assert (said.scope, said.chosen) == ("basic", ("AAA.2", "CCC.1"))


def test_a_highest_level_beyond_the_framework_is_the_highest_there_is() -> None:
    assert profile(tiny.MODEL, UNSAID, highest_level=9).settings.highest_level == 5


def test_a_framework_that_was_not_loaded_is_no_framework() -> None:
    with pytest.raises(KeyError):
        profile(tiny.MODEL, UNSAID, framework="iso-1999")


def test_the_result_names_the_questionnaire_it_belongs_to() -> None:
    result = profile(tiny.MODEL, UNSAID)
    named = (result.questionnaire, result.version, result.digest, result.rules_digest, result.city)
    assert named == ("tiny", "1.0.0", "d1", "r1", "Kleinstadt")
