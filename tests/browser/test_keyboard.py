"""By keyboard and by ear people know where they are: every stop is seen and named, and no click loses their place."""

import re

import pytest
from playwright.sync_api import Browser, expect

from locales.words import words
from screens.browser.names import names
from tests.browser.conftest import Visit
from tests.browser.server import ROOT

_STOPS = 9
_HERE = """() => {
  const [here, style] = [document.activeElement, getComputedStyle(document.activeElement)]
  const place = here.getBoundingClientRect()
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
  const on = place.right > 0 && place.left < innerWidth
  return [here.dataset.testid ?? here.tagName, on, ring]
}"""
_WIDE = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }"
"""As wide as text may be set by whoever needs it (WCAG 1.4.12)."""
_SAID = """() => [...document.querySelectorAll("[aria-label], [placeholder], [alt]")].flatMap(
  each => ["aria-label", "placeholder", "alt"].map(name => each.getAttribute(name)).filter(Boolean))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_stop_of_the_keyboard_is_out_of_sight(visit: Visit, width: int, scheme: str) -> None:
    visitor = visit("method", signed_in=True, viewport={"width": width, "height": 700}, color_scheme=scheme)
    visitor.page.get_by_role("heading", level=1).first.wait_for()
    stops = []
    for _ in range(_STOPS):
        visitor.page.keyboard.press("Tab")
        stops.append(visitor.page.evaluate(_HERE))
    assert [name for name, on_screen, _ in stops if not on_screen] == []
    around = [(name, ring) for name, _, ring in stops if name.endswith("NavLink")]
    assert all(ring for _, ring in around), around
    assert ("stTopNavLink" in dict(around)) == (width > 1000)
    assert "stSidebarNavLink" not in dict(around), "a closed menu is no stop"


def test_the_menu_of_a_phone_is_a_stop_once_it_is_open(visit: Visit) -> None:
    visitor = visit("method", signed_in=True, viewport={"width": 320, "height": 700})
    link = visitor.page.get_by_test_id("stSidebarNavLink").first
    link.wait_for(state="hidden")
    visitor.page.get_by_test_id("stExpandSidebarButton").press("Enter")
    link.wait_for(state="visible")
    link.focus()
    assert visitor.page.evaluate(_HERE)[0] == "stSidebarNavLink"


def test_what_is_folded_out_is_the_next_stop_and_the_way_on_leads_past_its_button(visit: Visit) -> None:
    visitor = visit("method", signed_in=True)
    menu = visitor.page.get_by_test_id("stPopoverButton")
    menu.press("Enter")
    out = visitor.page.get_by_role("dialog")
    expect(out).to_be_focused()
    visitor.page.keyboard.press("Tab")
    expect(out.get_by_role("link").first).to_be_focused()
    out.get_by_role("button", name="Abmelden").focus()
    visitor.page.keyboard.press("Tab")
    expect(out).to_have_count(0)
    expect(visitor.page.get_by_role("radio", name="Deutsch")).to_be_focused()


def test_what_was_folded_out_before_the_script_was_there_is_the_next_stop_too(visit: Visit) -> None:
    visitor = visit("method", signed_in=True)
    late = visitor.holds_back("**/keyboard.js*")
    visitor.reload()
    visitor.page.get_by_test_id("stPopoverButton").press("Enter")
    out = visitor.page.get_by_role("dialog")
    out.wait_for()
    for each in late:
        each.continue_()
    expect(out).to_be_focused()


@pytest.mark.parametrize("key", ["Escape", "Shift+Tab"])
def test_the_way_back_from_what_is_folded_out_leads_to_its_button(visit: Visit, key: str) -> None:
    visitor = visit("method", signed_in=True)
    menu = visitor.page.get_by_test_id("stPopoverButton")
    menu.press("Enter")
    expect(visitor.page.get_by_role("dialog")).to_be_focused()
    visitor.page.keyboard.press(key)
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    expect(menu).to_be_focused()


def test_a_page_that_was_gone_to_by_keyboard_begins_at_its_heading(visit: Visit) -> None:
    visitor = visit("method", signed_in=True)
    visitor.page.get_by_test_id("stMain").get_by_role("link", name="Barrierefreiheit").press("Enter")
    visitor.settle()
    expect(visitor.page.get_by_role("heading", level=1)).to_be_focused()


def test_what_was_pressed_and_is_gone_leaves_the_keyboard_close_by(visit: Visit) -> None:
    visitor = visit("administration", signed_in=True)
    visitor.unfold("Personen einladen")
    visitor.press("Link erstellen")
    visitor.named("Erledigt").press("Enter")
    expect(visitor.named("Erledigt")).to_have_count(0)
    visitor.settle()
    main = visitor.page.get_by_test_id("stMain")
    expect(main.locator(":focus")).to_have_count(1)


def test_a_button_that_fetches_a_file_keeps_the_keyboard(visit: Visit) -> None:
    visitor = visit()
    button = visitor.named("Basissatz auf Papier (PDF)")
    with visitor.page.expect_download():
        button.press("Enter")
    expect(button).to_be_focused()


def test_controls_are_called_in_the_language_of_the_page(visit: Visit) -> None:
    visitor = visit("administration", signed_in=True)
    visitor.unfold("Personen einladen")
    visitor.page.get_by_role("button", name="Eins mehr").first.wait_for()
    expect(visitor.page.get_by_test_id("stSkipToContent")).to_have_text("Zum Inhalt springen")
    said = set(visitor.page.evaluate(_SAID))
    assert said & set(names(words("en"))) == set()
    assert [each for each in said if "\\" in each or "**" in each] == []


def test_the_way_around_ends_where_the_account_begins_and_folds_away_the_rest(visit: Visit) -> None:
    visitor = visit("method", signed_in=True, viewport={"width": 960, "height": 700})
    visitor.page.add_style_tag(content=_WIDE)
    rest = visitor.page.get_by_test_id("stTopNavSection").filter(visible=True)
    expect(rest).to_have_text(re.compile("weitere"))
    around = rest.bounding_box()
    account = visitor.page.get_by_test_id("stPopoverButton").bounding_box()
    assert around is not None
    assert account is not None
    assert around["x"] + around["width"] <= account["x"]
    rest.press("Enter")
    expect(visitor.page.get_by_role("menuitem", name="Personen")).to_be_visible()


def test_in_colours_of_ones_own_what_is_chosen_and_where_the_keyboard_is_are_seen(visit: Visit) -> None:
    visitor = visit("administration", signed_in=True)
    visitor.page.emulate_media(forced_colors="active")
    ground = "each => getComputedStyle(each).backgroundColor"
    chosen, other = (visitor.page.get_by_role("radio", name=name) for name in ("Deutsch", "English"))
    assert chosen.evaluate(ground) != other.evaluate(ground)
    visitor.page.keyboard.press("Tab")
    fold = visitor.page.locator("summary").first
    fold.focus()
    assert visitor.page.evaluate(_HERE)[2]


def test_at_400_percent_with_wide_text_no_page_moves_sideways(visit: Visit) -> None:
    visitor = visit("administration", signed_in=True, viewport={"width": 320, "height": 640})
    for path in ("", "assessments", "administration", "people", "method", "edit-texts"):
        visitor.go(path)
        visitor.page.add_style_tag(content=_WIDE)
        visitor.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        main = visitor.page.get_by_test_id("stMain")
        assert main.evaluate("each => each.scrollWidth <= each.clientWidth"), path


def test_the_clock_of_a_live_room_is_heard_at_its_last_minute_and_its_end_alone(browser: Browser) -> None:
    page = browser.new_page()
    page.clock.install()
    page.set_content(
        '<body data-minute="Noch eine Minute." data-up="Die Zeit ist um.">'
        '<p class="timer" role="timer" data-left="90">1:30</p><p class="heard" role="status"></p></body>'
    )
    page.evaluate(
        """() => { window.heard = []
          new MutationObserver(() => heard.push(document.querySelector(".heard").textContent))
            .observe(document.querySelector(".heard"), { childList: true }) }"""
    )
    page.add_script_tag(path=ROOT / "static" / "room.js")
    page.clock.run_for(120_000)
    expect(page.get_by_role("timer")).to_have_text("0:00")
    assert page.evaluate("heard") == ["Noch eine Minute.", "Die Zeit ist um."]
    page.close()
