"""The parts that a report has, worked out from the report itself."""

from assessment import wiring
from models.problem import InputRefused
from reports.choosing import Part
from reports.order import parts_ordered
from reports.wish import Makings, Wish, order_of


def parts_of(makings: Makings, wish: Wish) -> tuple[Part, ...]:
    """All parts of the report that is wished for, in order; none where it cannot be made."""
    order = order_of(wish, makings, wiring.now().date().isoformat())
    try:
        return parts_ordered(order, wiring.library())
    except InputRefused:
        return ()
