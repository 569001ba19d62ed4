"""The appendix with the trees: for the city, its dimensions and every process the same one that the screen draws."""

from collections.abc import Iterator

from assessment.scoring.maturity import SUBJECT as MATURITY
from reports.content.case import Case
from reports.content.why import Reasons, told, tree
from reports.document import Block, Heading, Paragraph, Picture, Section, Together, line


def trees(case: Case) -> tuple[Section, ...]:
    """The part with the trees, for those who ask for it; `reports.content.appendix_reasons` says the same in short."""
    if not case.assessed:
        return ()
    words, found, said = case.words, Reasons(case.model, case.profile, case.words), set[str]()
    dimensions = [each.id for each in case.model.head.dimensions if case.profile.dimensions[each.id].low is not None]
    city = () if case.hidden else (MATURITY,)
    subjects = [*city, *dimensions, *(result.process for result, _ in case.assessed)]
    blocks: tuple[Block, ...] = (
        Heading(1, words("Appendix: every figure as a tree"), "trees", in_contents=True),
        Paragraph(
            line(
                words(
                    "Each tree leads from a figure down to what it rests on; what holds it down is marked, and opened "
                    "down to the answers. Their notes and evidence stand in the list of all answers."
                )
            )
        ),
        *(block for subject in subjects for block in _tree(found, subject, said)),
    )
    return (Section("trees", blocks, usual=False),)


def _tree(found: Reasons, subject: str, said: set[str]) -> Iterator[Block]:
    drawn = tree(found.of(subject, 2), found.words)
    if drawn is not None:
        yield Together((told(found.of(subject, 0), said), Picture(drawn)))
