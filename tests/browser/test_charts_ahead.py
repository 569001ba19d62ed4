"""The program that draws charts is there before the first chart, and is not loaded where none of its charts is seen."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

_ASKED = """() => performance.getEntriesByType("resource").map(each => each.name)
  .filter(each => each.includes("/PlotlyChart."))"""
_LOADED = f"() => ({_ASKED})().length"
_IDLE = "() => new Promise(done => requestIdleCallback(() => requestIdleCallback(() => done())))"


@pytest.mark.parametrize("page", ["quick-scan", "assessments", "cohorts", "rooms"])
def test_it_is_loaded_while_somebody_reads_a_page_without_a_chart(visit: Visit, page: str) -> None:
    reader = visit(page, signed_in=True)
    reader.page.wait_for_function(_LOADED)
    assert not reader.page.locator(".js-plotly-plot").count()
    assert reader.complaints == []


def test_a_chart_that_comes_later_asks_for_nothing_more(visit: Visit) -> None:
    reader = visit("assessments", signed_in=True)
    reader.page.wait_for_function(_LOADED)
    reader.page.get_by_role("link", name="Start").first.click()
    reader.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert _requests(reader) == 1


@pytest.mark.parametrize("page", ["quick-scan", "assessments"])
def test_a_phone_whose_charts_need_no_program_loads_none(visit: Visit, page: str) -> None:
    phone = visit(page, signed_in=True, viewport={"width": 390, "height": 844})
    phone.page.evaluate(_IDLE)
    assert _requests(phone) == 0


def _requests(reader: Visitor) -> int:
    return sum("/PlotlyChart." in each for each in reader.addresses)
