"""A small model of town twinning in two versions, and the mapping between them."""

from functools import cache
from pathlib import Path

from assessment.loading import load_library
from models.questionnaire import CapabilityModel, Library

PAIR = Path(__file__).parent / "pair"
FORMER = PAIR / "earlier" / "1.0.0"


@cache
def former_library() -> Library:
    """The library as it was when version 1.0.0 was in use."""
    return load_library(FORMER)


@cache
def library_now() -> Library:
    """The library with version 2.0.0 in use and 1.0.0 beside it."""
    return load_library(PAIR)


def former() -> CapabilityModel:
    """Version 1.0.0."""
    return former_library().models[0]


def now() -> CapabilityModel:
    """Version 2.0.0."""
    return library_now().models[0]
