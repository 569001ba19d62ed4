"""The small questionnaire of `fixtures/small`, loaded once."""

from pathlib import Path

import pytest

from assessment.loading import load_library
from models.questionnaire import Library

FIXTURES = Path(__file__).parent / "fixtures"
SMALL = FIXTURES / "small"


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(SMALL)
