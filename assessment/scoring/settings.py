"""What an assessment is scored with, and who said so: the command line before the answers file before the default."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from assessment.scoring.ladder import Ladder, ladder
from assessment.scoring.letters import Letters, letters
from assessment.scoring.methods import Ruler, ruler
from models.answers import Answers
from models.framework import Attribute, Framework, Method, Points
from models.profile import Origin, Settings
from models.questionnaire import CapabilityModel

Setting = TypeVar("Setting")


@dataclass(frozen=True)
class Yardstick:
    """Everything that stays the same while one set of answers is scored.

    `without_evidence` says what each letter counts as where no evidence is given.
    """

    framework: Framework
    settings: Settings
    letters: Letters
    ruler: Ruler
    ladder: Ladder
    attributes: tuple[Attribute, ...]
    without_evidence: Mapping[str, str]

    @property
    def cut_off(self) -> bool:
        """True where the framework has levels above the highest one in scope."""
        return self.ladder.top < self.framework.highest_level


def yardstick(
    model: CapabilityModel,
    answers: Answers,
    *,
    framework: str | None,
    method: Method | None,
    scale: Points | None,
    highest_level: int | None,
) -> Yardstick:
    """The yardstick for these answers. The four settings are what the command line said.

    Raises:
        KeyError: for a framework that was not loaded with the model.
    """
    framework_id, framework_from = _settle(framework, answers.framework, model.head.framework)
    used = model.framework(framework_id)
    method_used, method_from = _settle(method, answers.method, used.default_method)
    points, points_from = _settle(scale, answers.scale, used.default_scale)
    highest, highest_from = _settle(highest_level, answers.highest_level, used.highest_level)
    origins: Mapping[str, Origin] = {
        "framework": framework_from,
        "method": method_from,
        "scale": points_from,
        "highest_level": highest_from,
        "scope": _origin(answers.scope),
        "chosen": _origin(answers.chosen),
    }
    level, scope = min(highest, used.highest_level), answers.scope or "full"
    return _made(used, Settings(used.id, method_used, points, level, origins, scope, answers.chosen))


def _made(framework: Framework, settings: Settings) -> Yardstick:
    in_use = letters(framework, settings.scale)
    return Yardstick(
        framework=framework,
        settings=settings,
        letters=in_use,
        ruler=ruler(settings.method, in_use.scale),
        ladder=ladder(framework, in_use, settings.highest_level),
        attributes=framework.attributes_up_to(settings.highest_level),
        without_evidence=in_use.capped(framework.cap_without_evidence),
    )


def _origin(file: object) -> Origin:
    return "default" if file is None else "answers file"


def _settle(command_line: Setting | None, file: Setting | None, default: Setting) -> tuple[Setting, Origin]:
    if command_line is not None:
        return command_line, "command line"
    return default if file is None else file, _origin(file)
