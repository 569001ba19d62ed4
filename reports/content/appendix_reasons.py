"""The appendix with the reasons: for the city, its dimensions and every process the same tree that the screen draws."""

from collections.abc import Iterator

from assessment.scoring.maturity import SUBJECT as MATURITY
from reports.content.case import Case
from reports.content.why import Reasons, told, tree
from reports.document import Block, Heading, Paragraph, Picture, Section, line


def reasons(case: Case) -> Section | None:
    """The trees; None in a public version, whose hidden processes they would show."""
    if case.public or not case.assessed:
        return None
    words, found, said = case.words, Reasons(case.model, case.profile, case.words), set[str]()
    dimensions = [each.id for each in case.model.head.dimensions if case.profile.dimensions[each.id].low is not None]
    subjects = [MATURITY, *dimensions, *(result.process for result, _ in case.assessed)]
    blocks: tuple[Block, ...] = (
        Heading(1, words("Appendix: why every figure is what it is"), "reasons", in_contents=True),
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
    return Section("reasons", blocks, new_page=False)


def _tree(found: Reasons, subject: str, said: set[str]) -> Iterator[Block]:
    drawn = tree(found.of(subject, 2), found.words)
    if drawn is not None:
        yield told(found.of(subject, 0), said)
        yield Picture(drawn)
