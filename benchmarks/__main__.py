"""Run every benchmark, or those named: `python -m benchmarks [scoring loading ...]`."""

import importlib
import pkgutil
import platform
import sys
from pathlib import Path


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")


def machine() -> str:
    """The machine the figures were taken on, in one line."""
    cores = len(Path("/proc/cpuinfo").read_text().split("processor\t")) - 1 if Path("/proc/cpuinfo").exists() else "?"
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def main(chosen: list[str]) -> None:
    """Print the figures of the chosen benchmarks, or of all."""
    print(machine())
    for name in chosen or names():
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
