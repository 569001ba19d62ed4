"""What all tests share: the switch that writes golden files anew, and the figures of fault tests."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests import figures
from tests.figures import Note
from tests.golden import Golden

# How long a case takes says something about the machine, never about the program.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


class OneBrowser(LoadScopeScheduling):
    """Sends what shares a browser or a PostgreSQL server to one process; everything else goes wherever there is time.

    Two browsers at once would be in each other's way. The groups of pytest-xdist itself go unheard in pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith("tests/browser/"):
            return "browser"
        return "postgresql" if "postgresql" in nodeid else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    return OneBrowser(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares texts with golden files."""
    return Golden(update=request.config.getoption("--update-golden"))


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Note:
    """Keeps one sentence with figures of a fault test for the end."""
    return lambda figure: record_property(figures.FIGURE, figure)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """In `make soak` the figures of the fault tests are printed at the end, and kept."""
    failed = terminalreporter.getreports("failed")
    reports = [*terminalreporter.getreports("passed"), *failed]
    told = [str(told) for report in reports for name, told in report.user_properties if name == figures.FIGURE]
    if told and figures.wanted():
        terminalreporter.section("figures")
        for each in told:
            terminalreporter.line(each)
        figures.keep(told, len(failed))
