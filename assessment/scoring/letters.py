"""The letters of the scale in use: how a written letter is read, and which letter is at least as good as another.

No letter is named here. Which ones exist, and which four-point letter a refined one counts as, says the framework.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models.framework import Framework, Points, Scale


@dataclass(frozen=True)
class Letters:
    """The scale in use, the letter of it that each written letter is read as, and the step each one stands on.

    `steps` counts on the letters that the refined ones count as, from 0 for the worst, so it is the same for P- and P+.
    """

    scale: Scale
    reading: Mapping[str, str]
    steps: Mapping[str, int]

    @cached_property
    def worst(self) -> str:
        """What an open answer may turn out to be at worst."""
        return self.scale.letters[0]

    @cached_property
    def best(self) -> str:
        """What an open answer may turn out to be at best."""
        return self.scale.letters[-1]

    def step(self, letter: str | None) -> int:
        """The step of a letter, from 0; below every letter where there is none."""
        return -1 if letter is None else self.steps[letter]

    def best_within(self, cap: str) -> str:
        """The best letter of the scale in use that is no better than `cap`, a letter of any of the scales."""
        if cap in self.scale.letters:
            return cap
        return next(letter for letter in reversed(self.scale.letters) if self.steps[letter] <= self.steps[cap])

    def capped(self, cap: str | None) -> Mapping[str, str]:
        """What each letter of the scale in use counts as where none counts for more than `cap`; None caps nothing."""
        order = self.scale.letters
        best = order.index(self.best if cap is None else self.best_within(cap))
        return {letter: order[min(place, best)] for place, letter in enumerate(order)}


def letters(framework: Framework, points: Points) -> Letters:
    """The letters of the framework's scale with so many points.

    A refined letter is read as the one it counts as where the scale in use has only that; the other way round nothing
    can be read, because nobody knows which half was meant (docs/method/scoring.md).
    """
    scale = framework.scale(points)
    order = tuple(dict.fromkeys(rating.counts_as for rating in scale.ratings))
    every = tuple(rating for each in framework.scales for rating in each.ratings)
    reading = {rating.letter: rating.counts_as for rating in every if rating.counts_as in scale.letters}
    reading |= {letter: letter for letter in scale.letters}
    return Letters(scale, reading, {rating.letter: order.index(rating.counts_as) for rating in every})
