"""What fault tests counted: printed at the end of `make soak`, and kept with day, machine and load."""

import datetime
import os
import platform
from collections.abc import Callable, Sequence
from pathlib import Path

from store.sqlite import MODULE
from tests.parts import rounds

Note = Callable[[str], None]
"""Keeps one sentence with figures for the end."""

FIGURE = "figure"
KEPT = Path(__file__).parents[1] / "docs" / "operations" / "soak.txt"


def wanted() -> bool:
    """Whether this is `make soak`: small counts are worth no line."""
    return bool(rounds(usual=0, soak=1))


def keep(figures: Sequence[str], failed: int) -> None:
    """Appends the figures of one run to those that were kept before."""
    now = datetime.datetime.now(datetime.UTC)  # noqa: TID251 - the day of a measurement
    load = "/".join(f"{each:.0f}" for each in os.getloadavg())
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {load}, Linux {platform.release()}"
    programs = f"Python {platform.python_version()}, SQLite {MODULE.sqlite_version}"
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(f"{now:%Y-%m-%d %H:%M} UTC; {machine}; {programs}; {failed} tests failed\n")
        file.writelines(f"  {figure}\n" for figure in figures)
