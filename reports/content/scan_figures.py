"""The charts of a quick scan: stages per dimension and per process. It never draws a level."""

from fractions import Fraction

from locales.words import Words
from models.profile import StageDimension, StageProfile, StageResult
from models.questionnaire import QuickScan
from reports.charts import Bar, Bars, Radar, Series
from reports.content.figures import dimension_figure
from reports.content.furthest import radar_title


def stage_radar(profile: StageProfile, scan: QuickScan, words: Words) -> Radar:
    """The mean stage per dimension; a dimension with too few answers stays open."""
    means = [(dimension, profile.dimensions[dimension.id].mean) for dimension in scan.dimensions]
    figures = (
        words("{name}: {figure}", name=dimension.name, figure=stage_figure(profile.dimensions[dimension.id], words))
        for dimension in scan.dimensions
    )
    # Not knowing is left out of a mean: as a figure, a mean has one end only.
    return Radar(
        title=radar_title([(dimension.name, mean, mean) for dimension, mean in means], words),
        alt=words("Radar, mean of the stages per dimension. {figures}.", figures="; ".join(figures)),
        axes=tuple(words.text(dimension.name) for dimension, _ in means),
        series=(Series(words("mean stage"), "city", tuple(None if m is None else float(m) for _, m in means)),),
        minimum=0,
        maximum=scan.framework.highest,
        ticks=stage_ticks(scan),
    )


def stage_ticks(scan: QuickScan) -> tuple[str, ...]:
    """The labels of the axis. It starts below the first stage, so that the first stage is seen as something."""
    return ("", *(str(stage) for stage in range(1, scan.framework.highest + 1)))


def mean_words(mean: Fraction | None, words: Words) -> str:
    """The mean stage of a dimension, or that there are too few answers for one."""
    return words("open") if mean is None else dimension_figure(mean, mean, words)


def range_words(result: StageDimension, words: Words) -> str:
    """Between which stages the mean lies, whatever the open questions turn out to be; a dash where none are open."""
    return "–" if result.low == result.high else dimension_figure(result.low, result.high, words)


def stage_figure(result: StageDimension, words: Words) -> str:
    """The mean stage of a dimension, and its range while answers are open."""
    mean = mean_words(result.mean, words)
    if result.low == result.high:
        return mean
    return words("{mean} ({range} with what is open)", mean=mean, range=range_words(result, words))


def stage_bars(profile: StageProfile, scan: QuickScan, words: Words) -> Bars:
    """The stage of each process that was asked about, grouped by dimension; an open one has no bar."""
    bars = tuple(
        _bar(profile.questions[question.id], scan, words)
        for dimension in scan.dimensions
        for question in scan.questions_of(dimension.id)
        if question.core or profile.questions[question.id].stage is not None
    )
    return Bars(
        title=_bars_title([bar.low for bar in bars if bar.low is not None], scan, words),
        alt=words("Stages per process. {figures}.", figures="; ".join(f"{bar.id} {bar.label}" for bar in bars)),
        bars=bars,
        minimum=0,
        maximum=scan.framework.highest,
        ticks=stage_ticks(scan),
        sure_name=words("stage chosen"),
        possible_name=words("open"),
    )


def _bar(result: StageResult, scan: QuickScan, words: Words) -> Bar:
    process = scan.model.process(result.process)
    return Bar(
        id=result.process,
        name=words.text(process.name),
        low=None if result.stage is None else float(result.stage),
        high=None if result.stage is None else float(result.stage),
        label=stage_words(result, words),
        group=words.text(scan.model.dimension_of(result.process).name),
        of=result.question,
    )


def stage_words(result: StageResult, words: Words) -> str:
    """The stage as a figure, or why there is none."""
    if result.stage is not None:
        return str(result.stage)
    return words("don't know") if result.dont_know else words("open")


def _bars_title(stages: list[float], scan: QuickScan, words: Words) -> str:
    if not stages:
        return words("No question is answered yet")
    middle = (scan.framework.lowest + scan.framework.highest) // 2
    count = sum(stage >= middle for stage in stages)
    name = next(stage.name for stage in scan.framework.stages if stage.stage == middle)
    if len(stages) == 1:
        return words("So far one question is answered with a stage")
    return words.many(
        count,
        "1 of {total} answers is at stage {stage} ({name}) or further",
        "{count} of {total} answers are at stage {stage} ({name}) or further",
        total=len(stages),
        stage=middle,
        name=name,
    )
