"""What cities do together, without a browser: the finder, the library, what the work costs."""

import datetime
from functools import cache

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from assessment import wiring
from assessment.desk import Desk
from assessment.loading import QUESTIONNAIRES, load_library
from locales.words import words
from models.assessment import Assessment
from models.contribution import Contribution, Published
from models.matching import Offer
from models.programme import Event
from models.questionnaire import CapabilityModel
from models.resources import Outlay
from screens.library.finding import Holdings, Wanted, look_up
from tests.house import me, somebody
from tests.screens.conftest import Open
from tests.screens.test_pages import everything_said

DAY = datetime.date(2026, 1, 2)
SAID = Contribution(what="Ein Jahresblatt je Partnerschaft", language="de", processes=("PAR.2",), source="Vorlage 117")
OFFER = Offer(strong=("GOV.1",), office="Rathaus")


@cache
def _model() -> CapabilityModel:
    return load_library(QUESTIONNAIRES).models[0]


def _found(text: str = "", *processes: str, told: tuple[Published, ...] = ()) -> Holdings:
    return look_up(_model(), told, Wanted(text, frozenset(processes) or None), words("de"))


def test_without_a_wish_the_library_shows_everything() -> None:
    model, found = _model(), _found()
    assert (found.practices, found.terms) == (model.shelf.practices, model.shelf.terms)
    assert (found.recommendations, found.sources) == (model.recommendations, model.sources)


def test_a_word_finds_in_both_languages_and_without_umlauts() -> None:
    wanted = [each.id for each in _found("Städtepartnerschaft").terms]
    assert wanted
    assert [each.id for each in _found("staedtepartnerschaft").terms] == wanted
    assert set(wanted) & {each.id for each in _found("twinning").terms}


def test_a_process_finds_its_practices_recommendations_and_literature() -> None:
    found = _found("", "PAR.2")
    assert {"PAR.2" in each.processes for each in found.practices} == {True}
    assert [each.process for each in found.recommendations] == ["PAR.2"]
    assert 0 < len(found.sources) < len(_model().sources)


def test_what_nobody_wrote_is_not_found() -> None:
    found = _found("xyzzy")
    assert not any((found.practices, found.recommendations, found.terms, found.sources, found.figures))


def test_a_contribution_is_found_by_its_city_only_where_that_is_named() -> None:
    named, unnamed = (Published(SAID, DAY, city, invented=False) for city in ("Auenfelde", None))
    assert _found("auenfelde", told=(named, unnamed)).told == (named,)
    assert _found("jahresblatt", "PAR.2", told=(named, unnamed)).told == (named, unnamed)
    assert _found("jahresblatt", "GOV.1", told=(named, unnamed)).told == ()


def _shelf(app: AppTest) -> ButtonGroup[int]:
    """The choice of the shelf."""
    return next(each for each in app.segmented_control if str(each.key).startswith("shelf-"))


def test_the_shelf_stays_chosen_when_a_search_changes_how_much_stands_on_it(page: Open) -> None:
    app = page("knowledge")
    _shelf(app).set_value(2).run()
    app.text_input(key="library-search").set_value("Städtepartnerschaft").run()
    assert not app.exception
    assert _shelf(app).value == 2


def test_a_contribution_goes_from_the_city_over_the_editor_to_everybody(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    said = SAID.model_copy(update={"source_day": DAY})
    key = desk.contributing.write(me(desk), assessment.city.id, said)
    desk.contributing.submit(me(desk), assessment.city.id, key, seen=1)
    reader = somebody(desk, "rita", "contributor", assessment.city.id)
    assert "Jahresblatt" not in everything_said(page("knowledge", who=reader))
    app = page("knowledge")
    _shelf(app).set_value(6).run()
    app.button(key=f"publish-{key}").click().run()
    assert not app.exception
    assert "Jahresblatt" in everything_said(page("knowledge", who=reader))


def test_the_address_of_a_process_opens_the_library_there(page: Open) -> None:
    app = page("knowledge", process="PAR.2")
    assert app.selectbox[0].value == "PAR.2"


def test_among_the_agreements_of_a_cohort_stands_whether_the_city_is_in_the_finder(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    city = assessment.city.id
    tom = somebody(desk, "tom", "trainer")
    cohort = desk.cohorts.found(tom.actor, "Hafenstädte")
    desk.cohorts.join(me(desk), city, desk.cohorts.invite(tom.actor, cohort.id).code, ())
    assert "nimmt an der Suche nach Städten, von denen sich lernen lässt, nicht teil" in everything_said(
        page("assessments")
    )
    desk.matching.offer(me(desk), city, OFFER, seen=0)
    app = page("assessments")
    assert "in allen Gruppen und darüber hinaus; Stand" in everything_said(app)
    app.button(key=f"withdraw-here-{city}").click().run()
    assert not app.exception
    assert desk.matching.my_offer(me(desk), city) is None


def test_whoever_leads_a_cohort_sees_its_events_beside_its_cities(page: Open, desk: Desk) -> None:
    tom = somebody(desk, "tom", "trainer")
    cohort = desk.cohorts.found(tom.actor, "Hafenstädte")
    assert "Für diese Gruppe ist keine Veranstaltung angekündigt" in everything_said(page("cohorts", who=tom))
    event = Event(title="Werkstatt", kind="training", first_day=DAY, last_day=DAY)
    desk.programme.announce(tom.actor, cohort.id, event)
    assert "Schulung · Werkstatt · 2\\. Januar 2026" in everything_said(page("cohorts", who=tom))


def test_what_is_typed_for_one_dimension_stays_while_another_one_is_looked_at(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    city = assessment.city.id
    app = page("costs")
    app.number_input(key=f"hours-GOV.1-{city}-0-de").set_value(40).run()
    app.selectbox(key="costs-dimension-de").set_value("PAR").run()
    app.number_input(key=f"own_funds-PAR.2-{city}-0-de").set_value(900).run()
    app.button(key="keep-costs-0").click().run()
    assert not app.exception
    kept = desk.resourcing.of_city(me(desk), city)
    assert kept is not None
    assert kept.resources.outlays == {"GOV.1": Outlay(hours=40), "PAR.2": Outlay(own_funds=900)}


def test_the_first_page_tells_of_a_practice_sent_back_and_the_next_event(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    assert "Aus dem Netzwerk" not in everything_said(page("assessments"))
    today = wiring.now().date()
    desk.programme.announce(
        me(desk), None, Event(title="Netzwerktreffen", kind="other", first_day=today, last_day=today)
    )
    key = desk.contributing.write(me(desk), assessment.city.id, SAID.model_copy(update={"source_day": DAY}))
    desk.contributing.submit(me(desk), assessment.city.id, key, seen=1)
    desk.contributing.decline(me(desk), key, "Die Vorlage sagt das nicht.", seen=2)
    app = page("assessments")
    assert "Aus dem Netzwerk" in everything_said(app)
    assert "Redaktion der Bibliothek" in everything_said(app)
    assert "Netzwerktreffen" in everything_said(app)
