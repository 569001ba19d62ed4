"""Reads the cases that domain people write (see `cases/README.md`) and says what the engine makes of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from assessment.loading.reader import read
from assessment.scoring import profile, quick_profile
from models.answers import Answer, Answers
from models.profile import AttributeResult, LevelInterval, ProcessResult, Profile, StageDimension, StageProfile
from models.questionnaire import CapabilityModel, Library, QuickScan
from tests.scoring.tiny import answer

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One case of a file, as it stands there."""

    file: str
    case: str
    given: Mapping[str, object]
    settings: Mapping[str, Any]
    expect: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.file}: {self.case}"


def all_cases() -> list[Case]:
    """Every case of every file."""
    return [case for path in sorted(FOLDER.glob("*.yaml")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    for each in cast(tuple[dict[str, Any], ...], read(path.read_bytes(), path.name).root):
        assert each.keys() <= {"case", "given", "settings", "expect"}, f"{path.name}: unknown key in {each['case']}"
        yield Case(path.stem, each["case"], each.get("given", {}), each.get("settings", {}), each["expect"])


def outcome(case: Case, library: Library) -> dict[str, object]:
    """What comes out of a case, for the same keys as it expects."""
    questionnaire: CapabilityModel | QuickScan
    if case.file == "quick-scan":
        (questionnaire,) = library.quick_scans
        given = {key: answer(str(word)) for key, word in case.given.items()}
        result: Profile | StageProfile = quick_profile(questionnaire, _answers(case, given))
    else:
        (questionnaire,) = library.models
        result = profile(questionnaire, _answers(case, _given(case, questionnaire)))
    return {key: _told(result, key) for key in case.expect}


def _answers(case: Case, given: Mapping[str, Answer | None]) -> Answers:
    ratings = {key: each for key, each in given.items() if each is not None}
    return Answers("questionnaire", "1.0.0", "Musterstadt", ratings, **case.settings)


def _given(case: Case, model: CapabilityModel) -> dict[str, Answer | None]:
    framework = model.framework(case.settings.get("framework"))
    given: dict[str, Answer | None] = {}
    for where, words in case.given.items():
        place, _, part = where.partition(" ")
        for process in _processes(place, model):
            every = [each for each in model.indicators(process, framework) if _within(part, each.attribute)]
            ids = [each.id for each in every] if part else [process]
            given |= zip(ids, map(answer, _one_each(str(words), len(ids), where)), strict=True)
    return given


def _processes(place: str, model: CapabilityModel) -> tuple[str, ...]:
    if place == "all":
        return tuple(process.id for process in model.processes)
    return (place,) if "." in place else model.set_members(place)


def _within(part: str, attribute: str) -> bool:
    level = part.removeprefix("up to ")
    return int(attribute[2]) <= int(level) if level != part else attribute == part


def _one_each(words: str, count: int, where: str) -> list[str]:
    single = words.split()
    assert len(single) in (1, count), f"{where}: {count} words wanted, or one for all"
    return single if len(single) == count else single * count


def _told(result: Profile | StageProfile, key: str) -> object:
    if key == "completeness":
        return _number(result.completeness.share)
    if key == "flags":
        return tuple(f"{flag.code} {flag.subject}" for flag in result.flags)
    if isinstance(result, StageProfile):
        return "none" if key == "maturity" else _stage_mean(result.dimensions[key])
    return _of_profile(result, key)


def _of_profile(result: Profile, key: str) -> str:
    if key == "maturity":
        return _level(result.maturity)
    process, _, attribute = key.partition(" ")
    if attribute:
        return _letters(result.processes[process].attributes[attribute])
    if key in result.dimensions:
        return _between(result.dimensions[key].low, result.dimensions[key].high)
    return _process(result.processes[process])


def _process(result: ProcessResult) -> str:
    if result.level is None:
        return {"removed": "left out", "out of scope": "not assessed"}[result.state]
    level = _level(result.level)
    return level.replace("at least", "at least level") if result.level.at_least else f"level {level}"


def _level(level: LevelInterval) -> str:
    return f"at least {level.low}" if level.at_least else _between(level.low, level.high)


def _letters(result: AttributeResult) -> str:
    return "not applicable" if result.not_applicable else _between(result.low, result.high)


def _stage_mean(result: StageDimension) -> str:
    return f"{_between(result.low, result.high)}, mean {_number(result.mean)}"


def _between(low: object, high: object) -> str:
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: object) -> str:
    if value is None:
        return "none"
    return f"{float(value):.4f}".rstrip("0").rstrip(".") if isinstance(value, Fraction) else str(value)
