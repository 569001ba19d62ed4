"""On a phone nothing is cut: charts are drawn for the narrow column, and the page itself never moves sideways."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

_LABELS = """() => [...document.querySelectorAll('[class*=st-key-chart-] *')]
  .flatMap(each => each.shadowRoot ? [...each.shadowRoot.querySelectorAll('text')] : [each])
  .filter(each => each.tagName === 'text' && each.getClientRects().length)
  .map(each => [each.textContent, each.getBoundingClientRect()])
  .map(([text, box]) => ({ text, cut: box.left < 0 || box.right > innerWidth + 1 }))"""
_SEEN = """kind => [...document.querySelectorAll(`[class*=st-key-${kind}-]`)]
  .filter(each => each.getClientRects().length).length"""


@pytest.mark.parametrize("width", [360, 390, 430])
def test_no_label_of_a_chart_is_cut_on_a_phone(visit: Visit, width: int) -> None:
    phone = visit(viewport={"width": width, "height": 844})
    assert (phone.page.evaluate(_SEEN, "narrow"), phone.page.evaluate(_SEEN, "broad")) == (1, 0)
    _all_are_whole(phone)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= width


_FIRST = """() => [...document.querySelectorAll('[data-testid=stTable] tr > :first-child')]
  .map(each => [getComputedStyle(each).position, getComputedStyle(each).backgroundColor])"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_row_is_about_stays_in_sight_while_a_table_moves_sideways(visit: Visit, scheme: str) -> None:
    phone = visit("method", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    ground = phone.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    first = phone.page.evaluate(_FIRST)
    assert first
    assert {tuple(each) for each in first} == {("sticky", ground)}


@pytest.mark.parametrize("width", [768, 1280])
def test_where_there_is_room_the_whole_chart_stands(visit: Visit, width: int) -> None:
    screen = visit(viewport={"width": width, "height": 900})
    screen.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert (screen.page.evaluate(_SEEN, "narrow"), screen.page.evaluate(_SEEN, "broad")) == (0, 1)
    _all_are_whole(screen)


def _all_are_whole(visitor: Visitor) -> None:
    labels = visitor.page.evaluate(_LABELS)
    assert len(labels) > 8, "the eight axes and some figures"
    assert [each["text"] for each in labels if each["cut"]] == []
