"""What a figure or a mark on a screen leads to is a page that there is."""

import pytest

from reports.content.planned import MEASURE
from screens.frame.ways import ADDRESSES
from screens.show.leading import reasons_of


@pytest.mark.parametrize("subject", ["GOV.1", f"{MEASURE}m1"])
def test_a_figure_and_a_mark_lead_to_pages_that_there_are(subject: str) -> None:
    address = reasons_of("a1")(subject)
    assert address is not None
    assert address.partition("?")[0] in ADDRESSES
