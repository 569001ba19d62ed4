"""Answers as they would be with some improvements made; nothing is stored."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from models.answers import Answer, Answers
from models.path import Improvement


def improved(answers: Answers, steps: Iterable[Improvement], proof: str) -> Answers:
    """The answers after these steps.

    Args:
        answers: as they are.
        steps: what becomes better.
        proof: what stands as evidence where a letter counts only with some and none is there yet.
    """
    ratings = dict(answers.ratings)
    for step in steps:
        before = ratings.get(step.indicator, Answer("rated"))
        evidence = before.evidence or ((proof,) if step.proof else ())
        ratings[step.indicator] = replace(before, state="rated", rating=step.ends, reason=None, evidence=evidence)
    return replace(answers, ratings=MappingProxyType(ratings))
