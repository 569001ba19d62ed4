"""Same inputs, same bytes: every kind in each of its forms, here and in another process that hashes otherwise."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from reports import kinds
from reports.forms import write
from reports.kinds import KINDS
from tests.reports.kinds import subjects

_ROOT = Path(__file__).parent.parent.parent.parent
_EVERY = [f"{kind} {form}" for kind in KINDS for form in KINDS[kind].forms]


@pytest.fixture(scope="module")
def elsewhere() -> Mapping[str, str]:
    """The digests of all of them, from a process with another hash seed, time zone and language."""
    otherwise = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run(
        (sys.executable, "-m", __name__), cwd=_ROOT, env=otherwise, capture_output=True, text=True, check=True
    )
    told: Mapping[str, str] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("name", _EVERY)
def test_the_same_inputs_give_the_same_bytes(name: str, elsewhere: Mapping[str, str]) -> None:
    assert _digest(name) == elsewhere[name]


def _digest(name: str) -> str:
    """The digest of a report that is built and written anew."""
    kind, form = name.split()
    written = next(each for each in KINDS[kind].forms if each == form)
    return hashlib.sha256(write(kinds.report(KINDS[kind], subjects.subject(kind, "de")), written)).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(json.dumps({name: _digest(name) for name in reversed(_EVERY)}))
