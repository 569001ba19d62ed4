"""What invented cities offer each other, what they meet for, and what they tell the library. All of it is made up."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from assessment.invented.answers import share
from assessment.invented.cast import MADE_UP, Character
from assessment.invented.meetings import MEETINGS, PRACTICES, RESOURCES_PER_POST, TOPICS_OF, Told
from models.assessment import City
from models.authored import Language
from models.cohort import Cohort
from models.contribution import Contribution, KeptContribution
from models.invented import MARK
from models.matching import KeptOffer, Offer, Request
from models.programme import Event, KeptEvent
from models.questionnaire import CapabilityModel
from models.resources import KeptResources, Outlay, Resources

Cast = Sequence[tuple[City, Character]]

_SURE = 2.0
_AWAY = ("Wiesenborn", "Königsau", "Millbrook Ferry")
"""Cities that do not take part in the finder, so that one sees what that looks like."""

_OFFICES: Mapping[Language, str] = {
    "de": "Büro für Internationales, Marktplatz 1 (erfunden)",
    "en": "International Office, 1 Market Square (invented)",
}
_ASKED: Mapping[Language, str] = {
    "de": "Guten Tag, wie haltet ihr eure Partnerschaften lebendig? Wir würden gern zuhören. (erfunden)",
    "en": "Hello, how do you keep partnerships alive? We would like to listen. (invented)",
}
_HOURS_A_POST = 1_600
EURO: Mapping[str, float] = {"EUR": 1.0, "GBP": 1.17, "USD": 0.92, "CAD": 0.68}


def offers(model: CapabilityModel, cast: Cast, now: datetime.datetime) -> Iterator[KeptOffer]:
    """What the cities let others know that take part."""
    at = now - datetime.timedelta(days=20)
    for city, of in cast:
        if of.name in _AWAY:
            continue
        open_ones = [each for each in model.processes if not each.sensitive]
        weak = {each.id for each in open_ones if each.dimension in of.weak}
        sure = [each.id for each in open_ones if of.strength >= _SURE or each.dimension in of.strong]
        yield KeptOffer(
            city,
            Offer(
                strong=tuple(each for each in sure if each not in weak),
                wanted=tuple(each.id for each in open_ones if each.id in weak or of.strength < _SURE),
                languages=("de", "en") if of.language == "de" else ("en",),
                topics=TOPICS_OF[of.roles[0]] if of.roles else ("youth", "culture"),
                office=f"{of.name}, {_OFFICES[of.language]}",
            ),
            1,
            at,
        )


def requests(cast: Cast, now: datetime.datetime) -> Iterator[Request]:
    """One request that waits and one that was agreed to."""
    cities = {of.name: (city, of) for city, of in cast}
    for number, (asking, asked, agreed) in enumerate(
        (("Kirschtal", "Hafenstein", True), ("Port Merrin", "Northmoor", False))
    ):
        (first, of), (second, _) = cities[asking], cities[asked]
        at = now - datetime.timedelta(days=12 - number)
        state, version = ("accepted", 2) if agreed else ("asked", 1)
        yield Request(f"{MARK}request-{number + 1}", first, second, _ASKED[of.language], state, at, version)  # type: ignore[arg-type]


def events(cohorts: Mapping[int, Cohort], now: datetime.datetime) -> Iterator[KeptEvent]:
    """What the cohorts met for, and what is to come; one event is for everybody."""
    for number, meeting in enumerate(MEETINGS, 1):
        first = (now + datetime.timedelta(days=meeting.days)).date()
        event = Event(
            title=meeting.title,
            kind=meeting.kind,
            first_day=first,
            last_day=first + datetime.timedelta(days=meeting.lasts - 1),
            begins=meeting.begins,
            ends=meeting.ends,
            place=meeting.place,
            about=meeting.about,
            result=meeting.result,
        )
        of = None if meeting.cohort is None else cohorts[meeting.cohort]
        yield KeptEvent(f"{MARK}event-{number}", of, event)


def contributions(cast: Cast, now: datetime.datetime) -> Iterator[KeptContribution]:
    """Good practices: most are published, one waits for the editor."""
    cities = {of.name: (city, of) for city, of in cast}
    for number, told in enumerate(PRACTICES, 1):
        city, of = cities[told.city]
        day = (now - datetime.timedelta(days=told.days)).date()
        yield KeptContribution(
            f"{MARK}practice-{number}",
            city,
            _said(told, of.language, day),
            "published" if told.published else "submitted",
            "",
            (now - datetime.timedelta(days=5)).date() if told.published else None,
            2,
        )


def _said(told: Told, language: Language, day: datetime.date) -> Contribution:
    return Contribution(
        what=f"{told.what} ({MADE_UP[language]})",
        language=language,
        processes=told.processes,
        from_level=told.step[0],
        to_level=told.step[1],
        source=told.source,
        source_day=day,
        named=told.named,
    )


def resources(model: CapabilityModel, cast: Cast, now: datetime.datetime) -> Iterator[tuple[City, KeptResources]]:
    """What the work costs: staff and money of the profile, spread over the processes that a city assesses."""
    for city, of in cast:
        outlays = {}
        weights = {each.id: 0.3 + share("costs", of.name, each.id) for each in model.processes if not each.sensitive}
        whole = sum(weights.values())
        for key, weight in weights.items():
            part = weight / whole
            own = round(of.budget * EURO[of.currency] * part, -2)
            third = round(own * RESOURCES_PER_POST * share("third", of.name, key), -2)
            hours = round(float(of.staff) * _HOURS_A_POST * part)
            outlays[key] = Outlay(hours=hours, own_funds=int(own), third_party_funds=int(third))
        yield city, KeptResources(Resources(year=now.year - 1, outlays=outlays), 1, now - datetime.timedelta(days=15))
