"""Exit codes: 0 fine, 1 the input is wrong, 2 the command was not understood. Wrong input writes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.cli import main as cli_main
from assessment.cli.command import Command
from assessment.cli.main import COMMANDS, main
from assessment.cli.usage import not_understood
from tests.cli.conftest import EXAMPLES, Run, database_of

MUSTERSTADT = EXAMPLES / "musterstadt.yaml"
SCAN = EXAMPLES / "talbrueck-quick-scan.yaml"
TEMPLATE = ("template", "--format", "yaml", "-o", "x.yaml")
URBAN = (*TEMPLATE, "--questionnaire", "urban-diplomacy")

MISUSES = [
    (),
    ("nonsense",),
    ("score",),
    ("score", "--answers", MUSTERSTADT, "--nonsense"),
    ("score", "--answers", MUSTERSTADT, "--method", "guess"),
    ("score", "--answers", MUSTERSTADT, "--scale", "5"),
    ("score", "--answers", MUSTERSTADT, "--framework", "iso-1"),
    ("score", "--answers", MUSTERSTADT, "--highest-level", "6"),
    ("score", "--answers", MUSTERSTADT, "--highest-level", "0"),
    ("score", "--answers", SCAN, "--method", "mean"),
    ("report", "--answers", MUSTERSTADT),
    (*TEMPLATE, "--questionnaire", "nonsense"),
    (*URBAN, "--processes", "GOV.1,GOV.77"),
    (*URBAN, "--processes", ","),
    (*URBAN, "--levels", "6"),
    (*TEMPLATE, "--questionnaire", "quick-scan", "--levels", "2"),
    (*TEMPLATE, "--questionnaire", "quick-scan", "--processes", "GOV.1"),
    ("demo",),
]


@pytest.mark.parametrize("words", MISUSES, ids=lambda words: " ".join(str(word) for word in words[:6]))
def test_a_command_that_makes_no_sense_ends_with_2_and_says_where_help_is(words: tuple[str, ...], run: Run) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--help" in outcome.err


@pytest.mark.parametrize("words", [(SCAN, "--method", "mean"), (MUSTERSTADT, "--framework", "iso-1")])
def test_programs_read_as_json_which_setting_does_not_exist_for_the_answers(words: tuple[str, ...], run: Run) -> None:
    outcome = run("score", "--json", "--answers", *words)
    assert (outcome.code, outcome.err) == (2, "")
    assert "framework" in outcome.json["problems"][0]["found"]


def test_all_unknown_processes_are_told_each_with_what_was_probably_meant(run: Run) -> None:
    err = run(*URBAN, "--processes", "GOV1,PAR.2,GOV.77,Rathaus").err
    assert (
        "there is no process GOV1 (did you mean GOV.1?); there is no process GOV.77 (did you mean GOV.4?); "
        "there is no process Rathaus (there are GOV.1, GOV.2, GOV.3, GOV.4, CAP.1, ...)"
    ) in err


@pytest.mark.parametrize(
    ("words", "better"),
    [
        (("template", "--questionnaire", "quick-scan", "--format", "xlsx", "-o", "x.pdf"), "x.xlsx"),
        (("template", "--questionnaire", "quick-scan", "--format", "yaml", "-o", "x.XLSX"), "x.yaml"),
        (("report", "--answers", SCAN, "-o", "x.odt"), "x.pdf"),
    ],
)
def test_a_file_is_not_named_like_what_it_is_not(words: tuple[str, ...], better: str, run: Run) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert f"Name it {better}" in outcome.err


@pytest.mark.parametrize("name", ["answers.yaml", "answers.yml", "answers", "answers.2025"])
def test_a_file_may_have_a_name_that_says_nothing_else(name: str, run: Run, tmp_path: Path) -> None:
    words = ("template", "--questionnaire", "quick-scan", "--format", "yaml", "-o", tmp_path / name)
    assert run(*words).code == 0


USAGE = [
    (("score",), "Es fehlt: --answers"),
    (("score", "--answers"), "--answers braucht einen Wert"),
    (("score", "--answers", MUSTERSTADT, "--nonsense"), "Nicht bekannt: --nonsense"),
    (("score", "--answers", MUSTERSTADT, "--method", "x"), "--method kann nicht x sein; es gibt mean, median"),
    (("score", "--answers", MUSTERSTADT, "--scale", "x"), "--scale erwartet eine ganze Zahl, nicht x"),
    (("score", "--answers", MUSTERSTADT, "--json=x"), "--json erlaubt keinen Wert"),
    (("nonsense",), "COMMAND kann nicht nonsense sein; es gibt template"),
    (
        ("score", "--answers", MUSTERSTADT, "--highest-level", "9"),
        "der höchste Grad ist eine Zahl von 1 bis 5, nicht 9",
    ),
]


@pytest.mark.parametrize(("words", "told"), USAGE, ids=lambda value: value if isinstance(value, str) else "")
def test_what_was_not_understood_is_told_in_the_language_of_the_terminal(
    words: tuple[str, ...], told: str, run: Run
) -> None:
    outcome = run(*words, language="de")
    assert outcome.code == 2
    assert told in outcome.err
    assert "Hilfe: python -m assessment" in outcome.err


def test_what_argparse_says_that_is_not_known_here_is_told_as_it_is() -> None:
    assert str(not_understood("something new")) == "something new"


@pytest.mark.parametrize("name", ["answers.yaml", "x/../answers.yaml", "symbolic", "hard"])
def test_a_report_is_never_written_over_its_answers(
    name: str, run: Run, answers: Callable[[str], Path], tmp_path: Path
) -> None:
    path = answers("GOV.1.O1: F")
    before = path.read_bytes()
    (tmp_path / "x").mkdir()
    (tmp_path / "symbolic").symlink_to(path)
    (tmp_path / "hard").hardlink_to(path)
    outcome = run("report", "--answers", path, "-o", tmp_path / name)
    assert (outcome.code, path.read_bytes()) == (2, before)
    assert "is the file that is read" in outcome.err


def test_a_backup_is_not_put_in_its_own_place(run: Run, tmp_path: Path) -> None:
    database = database_of(tmp_path)
    database.parent.mkdir()
    database.write_bytes(b"kept")
    assert run("restore", database, "--force").code == 2
    assert database.read_bytes() == b"kept"


@pytest.mark.parametrize("command", ["score", "report"])
def test_a_file_that_is_not_there_ends_with_1(command: str, run: Run, tmp_path: Path) -> None:
    output = ("-o", tmp_path / "out.pdf") if command == "report" else ()
    outcome = run(command, "--answers", tmp_path / "nothing.yaml", *output)
    assert (outcome.code, outcome.out) == (1, "")
    assert "There is no such file" in outcome.err


def test_wrong_answers_write_no_report(run: Run, answers: Callable[[str], Path], tmp_path: Path) -> None:
    outcome = run("report", "--answers", answers("GOV.1.O1: X"), "-o", tmp_path / "report.pdf")
    assert outcome.code == 1
    assert not (tmp_path / "report.pdf").exists()


def test_a_provisional_result_is_no_error(run: Run, answers: Callable[[str], Path]) -> None:
    outcome = run("score", "--answers", answers("GOV.1.O1: dont_know"), "--json")
    assert outcome.code == 0
    assert outcome.json["processes"]["GOV.1"]["level"] == {"low": 0, "high": 1, "at_least": False}


def test_wrong_answers_print_every_problem_at_its_line(run: Run, answers: Callable[[str], Path]) -> None:
    path = answers("GOV.1.O1: X\nGOV.1.O9: F\nPAR.2.O1: not_applicable")
    outcome = run("score", "--answers", path)
    assert (outcome.code, outcome.out) == (1, "")
    places = [line for line in outcome.err.splitlines() if line.startswith(str(path))]
    assert [each.removeprefix(f"{path}:").split(":")[0] for each in places] == ["7", "8", "9"]


def test_problems_for_programs_have_all_their_keys(run: Run, answers: Callable[[str], Path]) -> None:
    outcome = run("score", "--answers", answers("GOV.1.O1: X"), "--json")
    assert (outcome.code, outcome.err) == (1, "")
    (problem,) = outcome.json["problems"]
    assert set(problem) >= {"file", "line", "column", "path", "found", "expected", "suggestion"}
    assert (problem["line"], problem["column"]) == (7, 13)


def test_problems_are_told_in_the_language_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "nothing.yaml"
    assert "Diese Datei gibt es nicht" in run("score", "--answers", missing, "--language", "de").err
    assert "Diese Datei gibt es nicht" in run("score", "--answers", missing, language="de").err


def test_an_interrupted_command_ends_with_130(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    check = COMMANDS["check"]
    monkeypatch.setitem(
        cli_main.__globals__["COMMANDS"], "check", Command(check.manual, check.add_arguments, interrupted)
    )
    assert run("check").code == 130
    assert main is cli_main
