"""Benchmarks of groups of cities that give no single city away. The rules: docs/method/benchmark.md."""

from assessment.benchmark.gathering import Given, gather
from assessment.benchmark.publishing import RULES, Register, Wish, publish

__all__ = ["RULES", "Given", "Register", "Wish", "gather", "publish"]
