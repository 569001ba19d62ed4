"""The gaps of a city: from today to a target, and its ambition as a radar against today."""

from dataclasses import replace

from reports.content.aims import gap_section
from reports.content.beside import profile_radar
from reports.content.case import Aim, Case
from screens.show.blocks import draw_section
from screens.show.charts import chart
from screens.show.leading import Leading


def draw_gaps(case: Case, aim: Aim, lead: Leading) -> None:
    """Draws them for this target, whether it is kept or only looked at."""
    aimed = replace(case, context=replace(case.context, aim=aim))
    section = gap_section(aimed)
    if section is not None:
        draw_section(section, case.words, lead)
    chart(profile_radar(aimed), case.words, lead)
