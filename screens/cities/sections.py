"""The city profile as a form: sections in the order in which people know the answers.

Fields that belong together stand side by side, and one after the other for the keyboard and on a phone.
"""

import streamlit as st

from models.city_profile import ASSESSMENT_KINDS, KINDS, RANKS, SPECIAL_ROLES, STRATEGY_STATES, UNITS
from screens.cities.form import Form


def draw(form: Form) -> None:
    """All sections."""
    words = form.words
    for title, section in (
        (words("The city"), _about_the_city),
        (words("Who does the work"), _who_does_it),
        (words("Money"), _money),
        (words("Connections and activities"), _connections),
        (words("Strategy and goals"), _strategy),
        (words("How important is each dimension to you?"), _importance),
        (words("Kind of assessment"), _kind),
    ):
        st.header(title, anchor=False)
        section(form)


def _about_the_city(form: Form) -> None:
    words = form.words
    with form.side_by_side() as cells:
        with cells.cell():
            form.country(words("Country"), words("Groups of similar cities are made within a country first."))
        with cells.cell():
            form.text(
                "region",
                words("State or region"),
                words("The code of ISO 3166-2: the country, a hyphen and its letters."),
                "DE-NW",
            )
        with cells.cell():
            form.number("population", words("Inhabitants"), words("The size class follows from it."))
        with cells.cell():
            form.number(
                "population_year",
                words("Year of this number"),
                words("The year that the number of inhabitants is from."),
            )
        with cells.cell():
            form.choice(
                "kind", words("Kind of local authority"), KINDS, words("As your law calls it, or the nearest to it.")
            )
        with cells.cell():
            form.several(
                "special_roles",
                words("Special roles"),
                SPECIAL_ROLES,
                words("What sets your city apart from others of its size."),
            )
        with cells.cell():
            form.number(
                "foreign_share",
                words("Residents with foreign nationality, in percent"),
                words("From your statistics office."),
                decimals=True,
            )
        with cells.cell():
            form.number("foreign_share_year", words("Year of this share"), words("The year that the share is from."))


def _who_does_it(form: Form) -> None:
    words = form.words
    with form.side_by_side() as cells:
        with cells.cell():
            form.choice(
                "unit",
                words("Where international work sits"),
                UNITS,
                words("The unit that is asked first, even where others work on it too."),
            )
        with cells.cell():
            form.choice(
                "lead_rank",
                words("Rank of the person who leads it"),
                RANKS,
                words("The level in the administration, not the person."),
            )
        with cells.cell():
            form.number(
                "staff",
                words("Posts for international, European and development work"),
                words("In full-time posts; a half post is 0.5."),
                decimals=True,
            )
        with cells.cell():
            form.number("staff_temporary", words("of these temporary"), words("Posts with an end date."), decimals=True)
        with cells.cell():
            form.number(
                "staff_third_party",
                words("of these paid by others"),
                words("Paid by funding programmes or partners."),
                decimals=True,
            )


def _money(form: Form) -> None:
    words = form.words
    form.money(
        "own_budget",
        words("Own money a year, without staff"),
        words("From the city's own budget: travel, events, grants, memberships."),
    )
    form.money(
        "third_party_budget",
        words("Money from others a year"),
        words("From programmes of the EU, the state, foundations."),
    )


def _connections(form: Form) -> None:
    words = form.words
    with form.side_by_side() as cells:
        with cells.cell():
            form.number("partnerships", words("Partnerships"), words("Agreed in writing, without an end date."))
        with cells.cell():
            form.number("friendships", words("Friendships"), words("Agreed, but less firmly than a partnership."))
        with cells.cell():
            form.number(
                "project_partnerships", words("Project partnerships"), words("For one task and a limited time.")
            )
        with cells.cell():
            form.number("contacts", words("Contacts"), words("Regular exchange without an agreement."))
        with cells.cell():
            form.number(
                "active",
                words("of all connections active in the last 24 months"),
                words("At least one joint activity."),
            )
        with cells.cell():
            form.number(
                "networks",
                words("City networks with active participation"),
                words("Memberships in which somebody really takes part."),
            )
        with cells.cell():
            form.number(
                "projects",
                words("International projects running"),
                words("With a partner abroad, a plan and money of their own."),
            )
        with cells.cell():
            form.number("consulates", words("Consular missions"), words("In the city or responsible for it."))
        with cells.cell():
            form.number("trips_out", words("Delegations sent a year"), words("Official trips abroad."))
        with cells.cell():
            form.number("visits_in", words("Delegations received a year"), words("Official visits from abroad."))
    form.yes(
        "high_risk_partners",
        words("Partners in a high-risk context?"),
        words(
            "For instance in a war, under sanctions, where human rights are gravely violated, or where security "
            "authorities advise care. Your results then say what to look after first."
        ),
    )
    form.names(
        "network_names",
        words("Names of these networks, one a line"),
        words("For your own report; never part of a comparison."),
    )


def _strategy(form: Form) -> None:
    words = form.words
    with form.side_by_side() as cells:
        with cells.cell():
            form.choice(
                "strategy",
                words("Strategy for international work"),
                STRATEGY_STATES,
                words("A document that the council knows."),
            )
        with cells.cell():
            form.number("strategy_year", words("Year of the strategy"), words("The year in which it was adopted."))
        with cells.cell():
            form.yes(
                "agenda_resolution",
                words("Has the council adopted the 2030 Agenda?"),
                words("A resolution on the sustainable development goals."),
            )
        with cells.cell():
            form.yes(
                "agenda_monitoring",
                words("Are the goals monitored with figures?"),
                words("A report or dashboard on the goals."),
            )
        with cells.cell():
            form.years(
                "agenda_reviews", words("Voluntary local reviews"), words("Years of the reviews that were published.")
            )


def _importance(form: Form) -> None:
    words = form.words
    st.markdown(
        words(
            "1 is of little importance, 5 is of the greatest. It weighs nothing in your levels; it helps to choose "
            "targets."
        )
    )
    form.importance()


def _kind(form: Form) -> None:
    words = form.words
    form.choice(
        "assessment_kind",
        words("How your assessments are usually made"),
        ASSESSMENT_KINDS,
        words("Results of different kinds are never mixed in a comparison."),
    )
