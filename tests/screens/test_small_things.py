"""Small promises: text stays text, colours come from one place."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.palette import DARK, PAPER, Theme
from screens.show.ahead import chart_program
from screens.show.plain import JOINER, plain
from screens.show.ready import draw_once
from screens.show.told_apart import told_apart

ROOT = Path(__file__).parents[2]
_ACTIVE = set("\\`*_{}[]()<>#+-.!|~$:&@^=")


@given(st.text())
def test_no_sign_that_markdown_reads_is_left_active(text: str) -> None:
    shown = plain(text)
    active = [
        at for at, sign in enumerate(shown) if sign in _ACTIVE and sign != "\\" and (at == 0 or shown[at - 1] != "\\")
    ]
    assert active == []


@pytest.mark.parametrize("read", ["http://a.example", ":material/home:", ":smile:", "a@b.example", "www.a.example"])
def test_what_is_read_after_markdown_is_kept_apart(read: str) -> None:
    assert JOINER in plain(read)


@given(st.text(alphabet=st.characters(exclude_characters="\n")))
def test_escaping_takes_nothing_away(text: str) -> None:
    shown, back = plain(text), ""
    while shown:
        step = 2 if shown[0] == "\\" else 1
        back, shown = back + shown[step - 1 : step], shown[step:]
    assert back.replace(JOINER, "") == text.replace(JOINER, "")


@pytest.mark.parametrize(("section", "theme"), [("light", PAPER), ("dark", DARK)])
def test_the_screen_wears_the_colours_of_the_palette(section: str, theme: Theme) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][section]
    assert config["primaryColor"] == theme.accent
    assert config["backgroundColor"] == theme.ground
    assert config["secondaryBackgroundColor"] == theme.soft
    assert config["textColor"] == theme.ink
    assert config["borderColor"] == theme.line


def test_every_font_of_the_theme_is_in_the_house() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    files = [ROOT / face["url"].replace("assets/", "static/") for face in config["fontFaces"]]
    assert files
    assert all(path.exists() for path in files)


@given(st.lists(st.sampled_from(["Nord", "Nord (2)", "Süd"]), max_size=8))
def test_entries_of_a_list_never_read_alike_and_the_first_keeps_its_name(names: list[str]) -> None:
    told = told_apart(dict(enumerate(names)))
    assert len(set(told.values())) == len(names)
    assert not names or told[0] == names[0]


def test_streamlit_has_one_program_that_draws_charts() -> None:
    assert str(chart_program()).endswith(".js")


def test_charts_and_tables_can_be_drawn_for_nobody() -> None:
    draw_once()
