"""Parts that a bare machine may lack. A test that needs one skips with one line saying what to install.

Under `HANSE_NO_SKIPS=1` (continuous integration sets it) a missing part is a failure, so that no check disappears
unseen. Under `HANSE_SOAK=1` (`make soak` sets it) fault tests run with their full counts.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

_EXECUTABLES = {
    "postgresql": ("initdb",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice": ("soffice", "libreoffice"),
    "java": ("java",),
    "jdk": ("javac",),
}
_HINTS = {
    "postgresql": "install Debian's package postgresql (only its programs are used, no server has to run)",
    "chromium": "install Debian's package chromium",
    "libreoffice": "install Debian's package libreoffice-calc",
    "java": "install Debian's package default-jre-headless",
    "jdk": "install Debian's package default-jdk-headless",
}


def needs(part: str, hint: str | None = None) -> Path:
    """The program of a part, found on this machine; otherwise the running test is skipped, or fails where it must not.

    Args:
        part: postgresql, chromium, libreoffice, java or jdk.
        hint: what to install, where the usual sentence does not fit.
    """
    found = next(filter(None, (_find(part, name) for name in _EXECUTABLES[part])), None)
    if found is None:
        missing(part, hint or _HINTS[part])
    return found


def missing(part: str, hint: str) -> NoReturn:
    """Ends the running test because a part is missing: a skip, or a failure where skips are not allowed."""
    reason = f"{part} is missing: {hint}"
    if os.environ.get("HANSE_NO_SKIPS") == "1":  # noqa: TID251 - a switch of the tests, not of the product
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def rounds(usual: int, soak: int) -> int:
    """How often a fault test tries: a few times each day, many times in `make soak`."""
    return soak if os.environ.get("HANSE_SOAK") == "1" else usual  # noqa: TID251 - a switch of the tests


def _find(part: str, name: str) -> Path | None:
    # Debian keeps PostgreSQL's server programs off the search path, one folder a version; the newest one serves.
    folders = Path("/usr/lib/postgresql").glob("*/bin") if part == "postgresql" else ()
    beside_path = sorted((folder / name for folder in folders), key=lambda path: int(path.parts[4]), reverse=True)
    on_path = shutil.which(name)
    return next((path for path in beside_path if path.exists()), Path(on_path) if on_path else None)
