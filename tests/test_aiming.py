"""What a model says to a city like this one: the target it proposes, and the warnings that apply."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.aiming import fulfils, proposed, risks
from assessment.loading import QUESTIONNAIRES, load_library
from assessment.scoring import profile
from models.authored import Text
from models.city_profile import CONDITIONAL, CityProfile
from models.questionnaire import CapabilityModel, CityCondition, RiskWarning
from tests.scoring import tiny

TEXT = Text(en="Look after it", de="Kümmern Sie sich darum")
WARNING = RiskWarning(id="risk", city=CityCondition(field="high_risk_partners"), process="AAA.1", below=1, text=TEXT)
RISKY = CityProfile(high_risk_partners=True)


@pytest.fixture(scope="module")
def model() -> CapabilityModel:
    """The model that ships."""
    return load_library(QUESTIONNAIRES).models[0]


def warned(city: CityProfile | None, said: dict[str, str], **used: object) -> list[tuple[str, bool]]:
    """The processes that a city is warned about, and whether it is certain that they are too low."""
    head = tiny.MODEL.head.model_copy(update={"warnings": (WARNING,)})
    model = replace(tiny.MODEL, head=head)
    answers = tiny.answers(said, **used)  # type: ignore[arg-type]
    return [(risk.process, risk.certain) for risk in risks(model, city, profile(model, answers))]


def test_a_city_with_partners_at_risk_is_warned_while_the_process_is_below_the_level() -> None:
    assert warned(RISKY, {f"AAA.1.O{place}": "N" for place in (1, 2, 3)}) == [("AAA.1", True)]


def test_while_answers_are_open_the_warning_says_that_it_is_not_certain() -> None:
    assert warned(RISKY, {}) == [("AAA.1", False)]


def test_a_process_that_was_not_assessed_is_not_known_to_be_high_enough() -> None:
    assert warned(RISKY, {}, scope=("CCC.1",)) == [("AAA.1", False)]


def test_a_process_at_the_level_gives_no_warning() -> None:
    assert warned(RISKY, tiny.at_level({"AAA.1": 1})) == []


@pytest.mark.parametrize("city", [None, CityProfile(), CityProfile(high_risk_partners=False)])
def test_a_city_that_does_not_say_so_is_not_warned(city: CityProfile | None) -> None:
    assert warned(city, {}) == []


@pytest.mark.parametrize(("staff", "yes"), [(None, False), (Decimal("4.5"), False), (Decimal(5), True)])
def test_a_number_fulfils_a_condition_from_its_bound_on(staff: Decimal | None, *, yes: bool) -> None:
    assert fulfils(CityProfile(staff=staff), CityCondition(field="staff", at_least=5)) is yes


def test_every_field_for_conditions_is_a_field_of_the_profile_that_says_yes_or_a_number() -> None:
    kinds = {name: str(CityProfile.model_fields[name].annotation) for name in CONDITIONAL}
    assert set(kinds.values()) <= {"int | None", "bool | None", "decimal.Decimal | None"}


def test_the_proposal_stays_at_level_3_and_2_for_a_small_city(model: CapabilityModel) -> None:
    found = proposed(model, CityProfile(staff=Decimal("0.5"), active=3))
    assert found is not None
    assert (found.named, found.higher, max(found.levels.values())) == ("ambitious", (), 3)


@pytest.mark.parametrize("city", [CityProfile(staff=Decimal(5)), CityProfile(active=15)])
def test_level_4_is_proposed_to_larger_cities_and_for_few_processes_alone(
    model: CapabilityModel, city: CityProfile
) -> None:
    found = proposed(model, city)
    assert found is not None
    at_four = {process for process, level in found.levels.items() if level == 4}
    assert at_four == {"GOV.2", "CAP.3", "PAR.2", "PAR.3", "COO.2"}
    assert max(found.levels.values()) == 4


def test_a_model_without_a_proposal_proposes_nothing() -> None:
    assert proposed(tiny.MODEL, CityProfile(staff=Decimal(50))) is None
