"""A room as everybody in it may see it: nothing in here is about the answers of a single city."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.benchmark.calibration import QUESTIONS
from assessment.benchmark.clinics import clinics, scores
from assessment.desk.room_figures import Figuring
from assessment.desk.room_ports import RoomStore, SeatStore
from models.room import Room, RoomCity, RoomView


@dataclass(frozen=True)
class RoomViews:
    """Puts a room together."""

    rooms: RoomStore
    seats: SeatStore
    figuring: Figuring

    def worked_out(self, room: Room) -> RoomView:
        """The room as it is now, with what was revealed, even if nobody has worked it out yet."""
        self.figuring.publish(room)
        return self.view(room)

    def view(self, room: Room) -> RoomView:
        """The room as it is now."""
        cities = self.rooms.cities(room.id)
        names = {each.id: each.name for each in cities}
        items, dimensions = self.seats.items(list(names)), list(self.figuring.layout(room).parts)
        return RoomView(
            room=room,
            cities=cities,
            editions=self.rooms.editions(room.id),
            clinics=clinics(items, names, dimensions),
            scores=scores(items, names, dimensions),
            rated=sum(0 in each.finished for each in cities),
            levels=self._levels(cities) if room.solved else {},
        )

    def _levels(self, cities: Sequence[RoomCity]) -> Mapping[str, Mapping[str, int]]:
        """How many cities chose each level of the calibration case: it is about an invented city."""
        answers = self.seats.answers([each.id for each in cities])
        rated = [ratings[0] for ratings in answers.values() if 0 in ratings]
        return {
            each.process: Counter(said[each.process].value for said in rated if each.process in said)
            for each in QUESTIONS
        }
