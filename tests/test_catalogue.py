"""Every sentence that the code may show is collected for translation, wherever it stands."""

from pathlib import Path

import pytest

from locales.catalogue import sentences_in


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
    assert list(sentences_in(tmp_path)) == ["Hello"]


@pytest.mark.parametrize("code", ['words("de")', "words(sentence)", 'other("Hello")'])
def test_what_is_no_sentence_is_not_collected(tmp_path: Path, code: str) -> None:
    (tmp_path / "page.py").write_text(code)
    assert list(sentences_in(tmp_path)) == []
