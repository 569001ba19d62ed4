import pytest

from assessment.loading import QUESTIONNAIRES, load_library
from models.questionnaire import CapabilityModel, Library, QuickScan


@pytest.fixture(scope="session")
def library() -> Library:
    """The questionnaires that ship."""
    return load_library(QUESTIONNAIRES)


@pytest.fixture(scope="session")
def urban(library: Library) -> CapabilityModel:
    (model,) = library.models
    return model


@pytest.fixture(scope="session")
def scan(library: Library) -> QuickScan:
    (scan,) = library.quick_scans
    return scan
