"""How the figures of a group come about, in words: the trace of a published figure, which no single city stands in."""

from assessment.benchmark.figures import FOR_BANDS, FOR_MEAN, FOR_MEDIAN, IN_A_CLASS, SHARE, mean_step
from models.benchmark import Figures
from reports.content.group import GroupCase
from reports.document import Items, line


def how_it_comes_about(case: GroupCase) -> Items:
    """The rules by which every figure of an edition was worked out, as far as it shows one of their kind."""
    words, shown = case.words, tuple(case.figures.values())
    told = [
        words(
            "Every figure comes from the signed results of the cities that count, as they stood on {day}; only what "
            "they answered for certain counts, and every city counts once.",
            day=words.date(case.kept.at.date()),
        ),
        words("The value of a dimension is, city by city, the mean of the levels of its processes."),
        *(_mean(case, shown)),
    ]
    if any(each.median is not None for each in shown):
        told.append(
            words(
                "Median: the middle value, with an even number of cities the mean of the two middle ones; from {count} "
                "cities on, rounded to {step}.",
                count=FOR_MEDIAN,
                step=words.number(0.1),
            )
        )
    if any(each.quartiles is not None for each in shown):
        told.append(
            words(
                "Middle half: from the value that a quarter of the cities reach at most to the one that three quarters "
                "reach at most; from {count} cities on.",
                count=FOR_BANDS,
            )
        )
    if any(each.shares is not None for each in shown):
        told.append(
            words(
                "Shares: the cities in a class among all of them, to {step} %; from {count} cities on, and {least} in "
                "each class.",
                step=SHARE,
                count=FOR_BANDS,
                least=IN_A_CLASS,
            )
        )
    told.append(
        words(
            "The way down to single cities ends here: what they answered is theirs. Your own figures lead to your own "
            "answers."
        )
    )
    return Items(tuple(line(each) for each in told))


def _mean(case: GroupCase, shown: tuple[Figures, ...]) -> tuple[str, ...]:
    words = case.words
    steps = sorted({mean_step(each.count) for each in shown})
    return tuple(
        words(
            "Mean: all values added up, by the number of cities; from {count} cities on, rounded to {step} with "
            "{cities} cities and more.",
            count=FOR_MEAN,
            step=words.number(step),
            cities=min(each.count for each in shown if mean_step(each.count) == step),
        )
        for step in steps
    )
