"""The invented network as it stands on the day on which tests begin: made once a process, for it takes seconds."""

import datetime
from functools import cache

from assessment.desk.demonstration import signed_network
from assessment.loading import QUESTIONNAIRES, load_library
from assessment.loading.frozen import FrozenAnswers
from models.invented import Network

START = datetime.datetime(2026, 3, 1, 14, 0, tzinfo=datetime.UTC)


@cache
def invented_network() -> Network:
    """All of it, with everything that is signed and published in it."""
    library = load_library(QUESTIONNAIRES)
    return signed_network(library, FrozenAnswers(library), START)
