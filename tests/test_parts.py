"""A missing part is said in one line, and never hides a check where skips are forbidden."""

import pytest

from tests import parts


def test_a_missing_part_skips_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANSE_NO_SKIPS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="java is missing: install a Java"):
        parts.missing("java", "install a Java")


def test_a_missing_part_fails_where_skips_are_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANSE_NO_SKIPS", "1")
    with pytest.raises(pytest.fail.Exception, match="java is missing"):
        parts.missing("java", "install a Java")
