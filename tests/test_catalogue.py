"""Every sentence that the code may show is collected for translation, wherever it stands."""

from pathlib import Path

import pytest

from locales import catalogue
from locales.catalogue import entries_in
from locales.words import translations, words
from models.message import say_many


@pytest.mark.parametrize(
    "code",
    [
        'words("Hello")',
        'case.words("Hello", name="x")',
        'say("Hel" "lo")',
        "title = f\"{count} · {words('Hello')}\"",
    ],
)
def test_a_sentence_is_collected_wherever_it_stands(tmp_path: Path, code: str) -> None:
    (tmp_path / "page.py").write_text(code)
    assert list(entries_in(tmp_path)) == [("Hello",)]


@pytest.mark.parametrize(
    "code", ['words("de")', "words(sentence)", 'other("Hello")', "words.many(count, one, several)"]
)
def test_what_is_no_sentence_is_not_collected(tmp_path: Path, code: str) -> None:
    (tmp_path / "page.py").write_text(code)
    assert list(entries_in(tmp_path)) == []


@pytest.mark.parametrize("call", ["words.many", "say_many", "case.words.many"])
def test_the_sentences_for_one_and_for_several_are_one_entry(tmp_path: Path, call: str) -> None:
    (tmp_path / "page.py").write_text(f'{call}(len(found), "1 city", "{{count}} cities", name="x")')
    assert list(entries_in(tmp_path)) == [("1 city", "{count} cities")]


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue over code of its own."""
    (tmp_path / "page.py").write_text('words("Hello")\nwords.many(2, "1 city", "{count} cities")')
    monkeypatch.setattr(catalogue, "_ROOMS", ("",))
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    monkeypatch.setattr(catalogue, "GERMAN", tmp_path / "hanse.po")
    return tmp_path


def test_the_catalogue_keeps_the_plural_as_gettext_does_and_what_was_translated_of_it(
    invented: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"Hello": "Hallo", "1 city": "1 Stadt", "{count} cities": "{count} Städte"}
    monkeypatch.setattr(catalogue, "read", lambda: told)
    catalogue.update()
    assert 'msgid "1 city"\nmsgid_plural "{count} cities"\nmsgstr[0] "1 Stadt"\n' in (invented / "hanse.po").read_text()
    assert translations(invented / "hanse.po", "de") == told
    assert catalogue.problems() == []


def test_a_plural_that_is_not_translated_is_told(invented: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "read", lambda: {"Hello": "Hallo", "1 city": "1 Stadt"})
    assert catalogue.problems() == ["not translated: {count} cities"]


def test_a_sentence_that_stands_alone_and_in_a_pair_is_told(invented: Path) -> None:
    (invented / "page.py").write_text('words("1 city")\nwords.many(2, "1 city", "{count} cities")')
    assert "in two entries: 1 city" in catalogue.problems()


@pytest.mark.parametrize(
    ("count", "german", "english"), [(0, "0 Prozesse", "0 processes"), (1, "1 Prozess", "1 process")]
)
def test_one_is_spoken_of_as_one_and_everything_else_as_several(count: int, german: str, english: str) -> None:
    told = say_many(count, "1 process", "{count} processes")
    assert (words("de").say(told), words("en").say(told)) == (german, english)
    assert words("de").many(count, "1 process", "{count} processes") == german
