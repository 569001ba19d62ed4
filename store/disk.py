"""The disk under the data folder: how much is free, and where files must stop so that answers can go on."""

import shutil
from pathlib import Path

LOW_DISK_BYTES = 200_000_000
"""Below this much free space the installation should be looked at."""

FILES_END_BYTES = 500_000_000
"""So much stays free whatever people attach: a file passes through SQLite's log before it is in the database, and
files alone must never bring an installation below `LOW_DISK_BYTES`."""


def free(folder: Path) -> int:
    """The bytes that are free."""
    return shutil.disk_usage(folder).free


def takes_files(folder: Path, size: int) -> bool:
    """Whether a file of this size leaves enough for everything else."""
    return free(folder) - size >= FILES_END_BYTES
