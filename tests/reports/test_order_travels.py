"""An order reaches the process that prints it as it was made, with everything that can be in it."""

import datetime
from dataclasses import replace

from models.answers import Answer
from models.benchmark import Hidden
from models.branding import Branding
from models.message import say
from models.record import Record
from reports.company import Before, Company
from reports.content.case import Outside
from reports.logos import read_logo
from reports.order import Order, as_text, read_order
from reports.provenance.inputs import memberless
from tests.reports.test_branding import picture
from tests.reports.test_provenance import EDITION, MEASURE

DAY = datetime.date(2026, 1, 1)


def test_an_order_with_everything_in_it_comes_back_as_it_was() -> None:
    why = say("Fewer than {number} cities: {other}", number=5, other=say("Too few cities answered this."))
    company = Company(
        aim_name="Ziel",
        aim={"GOV.1": 3},
        before=Before("Vorher", "city: x", comparable=False, kept="k", day="2024-05-01"),
        row=(Before("Vorher", "city: x", day="2024-05-01", revision=2),),
        outside=(Outside("Olga", {"GOV.1.O1": Answer("rated", "F", note="n", evidence=("e",))}),),
        edition=memberless(replace(EDITION, hidden=(Hidden("GOV.1", why),))),
        group="Nord",
        published=DAY,
        measures=(MEASURE,),
        importance={"GOV": 5},
        comments={"summary": "„Ja“"},
        authors={"summary": "Carla"},
    )
    look = Branding("Büro", read_logo(picture(), "l"), "#7A1F3D", "#9A4A00", "Fuß", "vertraulich")
    record = Record(sponsor="Rat", thoroughness="2", independence="C", first_day=DAY, last_day=DAY)
    order = Order("a: b", "mayor", "docx", "en", sections=("summary",), company=company, branding=look, record=record)
    text = as_text(order)
    assert "\n" not in text
    assert read_order(text) == order
