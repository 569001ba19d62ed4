"""The demonstration network: twelve invented cities, three cohorts, two years of answers, made from the questionnaire.

Nothing here is random: the same questionnaire and the same day give the same network. No city, person or fact is real.
"""

from assessment.invented.measures import measures
from assessment.invented.network import make_network

__all__ = ["make_network", "measures"]
