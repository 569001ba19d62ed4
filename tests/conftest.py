"""What all tests share: the switch that writes golden files anew."""

import pytest

from tests.golden import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    """Names the mark of the long fault tests, which `make soak` runs with their full counts."""
    config.addinivalue_line("markers", "soak: a fault test with a small count here and its full count in `make soak`")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares texts with golden files."""
    return Golden(update=request.config.getoption("--update-golden"))
