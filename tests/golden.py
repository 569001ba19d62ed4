"""Golden files: what a thing looked like when a person last looked at it. `pytest --update-golden` writes them anew."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares a text with its golden file, or writes the file where `update` is set."""

    update: bool

    def check(self, path: Path, text: str) -> None:
        """Fails unless the file at `path` says exactly `text`."""
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is not there yet; look at what it would hold, then run with --update-golden"
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; if that is meant, run with --update-golden"
