"""What it takes to bring one process to a capability level: the cheapest raise of each attribute that falls short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from assessment.path.raising import Raise, cheapest
from assessment.scoring.readings import Reading, read
from assessment.scoring.settings import Yardstick
from models.answers import Answers
from models.message import Message, say
from models.path import Improvement
from models.questionnaire import CapabilityModel


@dataclass(frozen=True)
class Ground:
    """One process as it stands: its ratings, attribute by attribute, as they count at the low end."""

    process: str
    model: CapabilityModel
    answers: Answers
    stick: Yardstick

    @cached_property
    def readings(self) -> dict[str, tuple[Reading, ...]]:
        """What can be rated of each attribute; what is not applicable is left out."""
        used = {attribute.id: list[Reading]() for attribute in self.stick.attributes}
        for indicator in self.model.indicators(self.process, self.stick.framework):
            if indicator.attribute in used:
                reading = read(indicator, self.answers.ratings.get(indicator.id), self.stick)
                used[indicator.attribute] += [reading] if reading.low is not None else []
        return {attribute: tuple(readings) for attribute, readings in used.items()}

    def hindrance(self, level: int) -> Message | None:
        """Why no rating brings the process to a level; None where one does."""
        if level > self.stick.ladder.top:
            return say(
                "Level {level} is above what this assessment looks at (up to level {top}).",
                level=level,
                top=self.stick.ladder.top,
            )
        empty = [attribute for attribute, _ in self._asked(level) if not self.readings[attribute]]
        if empty:
            names = ", ".join(attribute.removeprefix("PA") for attribute in empty)
            return say(
                "Nothing of attribute {names} can be rated here, so level {level} cannot be reached.",
                names=names,
                level=level,
            )
        return None

    def price(self, level: int) -> tuple[int, int]:
        """What a level costs, and how many ratings it changes. Only where there is no hindrance."""
        ways = [self.ways(attribute, goal)[0] for attribute, goal in self._asked(level)]
        return sum(way.cost for way in ways), sum(way.count for way in ways)

    def steps(self, level: int, most: int = 1) -> Iterator[tuple[Improvement, ...]]:
        """The cheapest ways to bring the process to a level, up to `most`, those of fewer steps first.

        Each of them goes from the lowest attribute upwards.
        """
        found: list[tuple[Improvement, ...]] = [()]
        for attribute, goal in self._asked(level):
            told = [tuple(self.told(attribute, way)) for way in self.ways(attribute, goal, most)]
            found = nsmallest(most, ((*before, *steps) for before in found for steps in told), key=len)
        yield from found

    def choices(self, level: int, most: int) -> Iterator[tuple[str, tuple[tuple[Improvement, ...], ...]]]:
        """The attributes that can be raised in several ways which cost the same, each with up to `most` of them."""
        for attribute, goal in self._asked(level):
            ways = self.ways(attribute, goal, most)
            if len(ways) > 1:
                yield attribute, tuple(tuple(self.told(attribute, way)) for way in ways)

    def ways(self, attribute: str, goal: int, most: int = 1) -> Sequence[Raise]:
        """The best ways to bring an attribute to a letter."""
        readings = self.readings[attribute]
        begins = [self._place(reading) for reading in readings]
        weights = [reading.indicator.weight for reading in readings]
        return cheapest(self.stick.settings.method, self.stick.ruler, begins, weights, goal, most=most)

    def told(self, attribute: str, way: Raise) -> Iterator[Improvement]:
        """A way as improvements of single ratings."""
        letters = self.stick.letters.scale.letters
        for place in way.raised:
            reading = self.readings[attribute][place]
            begins, ends = self._place(reading), way.ends[place]
            yield Improvement(
                indicator=reading.indicator.id,
                process=self.process,
                attribute=attribute,
                begins=letters[begins],
                ends=letters[ends],
                cost=ends - begins,
                proof=self.stick.without_evidence[letters[ends]] != letters[ends],
            )

    def _asked(self, level: int) -> Iterator[tuple[str, int]]:
        """Every attribute that a level rests on, with the place of the letter that it must have at least."""
        ladder = self.stick.ladder
        for rung, attributes in ladder.rungs:
            if rung <= level:
                goal = self._letter_at(ladder.own if rung == level else ladder.below)
                yield from ((attribute, goal) for attribute in attributes)

    def _letter_at(self, step: int) -> int:
        letters = self.stick.letters
        return next(place for place, letter in enumerate(letters.scale.letters) if letters.steps[letter] >= step)

    def _place(self, reading: Reading) -> int:
        return self.stick.letters.scale.letters.index(reading.low or self.stick.letters.worst)
