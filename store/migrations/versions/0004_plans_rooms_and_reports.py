"""From profile to plan, groups of cities, and what reports need.

Revision: 0004, after 0003. What is there stays as it is; everything here is new beside it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _targets()
    _measures()
    _assessors()
    _editions()
    _rooms()
    _exchange()
    _reports()


def _targets() -> None:
    """Targets of a city's own."""
    op.create_table(
        "target",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("named", sa.Text()),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_target_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_target_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_target_person_id"),
        sa.PrimaryKeyConstraint("city_id", "questionnaire", name="pk_target"),
        sqlite_strict=True,
    )


def _measures() -> None:
    """Measures of a city."""
    op.create_table(
        "measure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("origin_id", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("process", sa.Text()),
        sa.Column("indicators", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("begins", sa.Text()),
        sa.Column("due", sa.Text()),
        sa.Column("days", sa.Text()),
        sa.Column("euros_once", sa.Integer()),
        sa.Column("euros_yearly", sa.Integer()),
        sa.Column("posts", sa.Text()),
        sa.Column("own_funds", sa.Integer()),
        sa.Column("third_party_funds", sa.Integer()),
        sa.Column("funding_source", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decision_reference", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("done", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('proposed', 'decided', 'under way', 'done', 'dropped')", name="ck_measure_state"
        ),
        sa.CheckConstraint("version >= 1", name="ck_measure_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_measure_city_id"),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        sqlite_strict=True,
    )
    op.create_index("ix_measure_city_id", "measure", ["city_id"])


def _assessors() -> None:
    """Ratings of an assessor beside the city's own, and questionnaires as they were when they were answered."""
    op.create_table(
        "kept_questionnaire",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_kept_questionnaire"),
        sqlite_strict=True,
    )
    op.create_table(
        "judgement",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_judgement_version"),
        sa.CheckConstraint("length(op) BETWEEN 1 AND 64", name="ck_judgement_op"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_judgement_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_judgement_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "person_id", "indicator", name="pk_judgement"),
        sqlite_strict=True,
    )
    op.create_index("ix_judgement_person_id", "judgement", ["person_id"])
    op.create_table(
        "judgement_event",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_judgement_event_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_judgement_event_person_id"),
        sa.UniqueConstraint(
            "assessment_id",
            "person_id",
            "indicator",
            "version",
            name="uq_judgement_event_assessment_id_person_id_indicator_version",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_judgement_event"),
        sqlite_strict=True,
    )
    op.create_index("ix_judgement_event_person_id", "judgement_event", ["person_id"])
    op.create_table(
        "shown_view",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_shown_view_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_shown_view_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "person_id", name="pk_shown_view"),
        sqlite_strict=True,
    )
    op.create_index("ix_shown_view_person_id", "shown_view", ["person_id"])
    op.create_table(
        "frozen_judgement",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("rating", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_frozen_judgement_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_frozen_judgement_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "revision", "person_id", "indicator", name="pk_frozen_judgement"),
        sqlite_strict=True,
    )
    op.create_index("ix_frozen_judgement_person_id", "frozen_judgement", ["person_id"])


def _editions() -> None:
    """Published editions of cohorts."""
    op.create_table(
        "edition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("peers", sa.Text(), nullable=False),
        sa.Column("invented", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Text()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_edition_number"),
        sa.CheckConstraint("invented IN (0, 1)", name="ck_edition_invented"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_edition_cohort_id"),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
        sa.UniqueConstraint("key", "number", name="uq_edition_key_number"),
        sqlite_strict=True,
    )
    op.create_index("ix_edition_cohort_id", "edition", ["cohort_id"])
    op.create_table(
        "edition_city",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_edition_city_city_id"),
        sa.PrimaryKeyConstraint("key", "city_id", "digest", name="pk_edition_city"),
        sqlite_strict=True,
    )
    op.create_index("ix_edition_city_city_id", "edition_city", ["city_id"])


def _rooms() -> None:
    """Live rooms."""
    op.create_table(
        "room",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("title", "questionnaire", "questionnaire_version")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("questions", "code", "language", "created", "ends")),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text()),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text()),
        sa.Column("solved", sa.Integer(), nullable=False),
        sa.Column("timer", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_room"),
        sa.UniqueConstraint("code", name="uq_room_code"),
        sa.ForeignKeyConstraint(["opened_by"], ["person.id"], name="fk_room_opened_by"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_room_cohort_id"),
        sa.CheckConstraint("solved IN (0, 1)", name="ck_room_solved"),
        sa.CheckConstraint("version >= 1", name="ck_room_version"),
        sqlite_strict=True,
    )
    op.create_index("ix_room_cohort_id", "room", ["cohort_id"])
    op.create_table(
        "room_leader",
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "person_id", name="pk_room_leader"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name="fk_room_leader_room_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_room_leader_person_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_room_leader_person_id", "room_leader", ["person_id"])
    op.create_table(
        "room_city",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("id", "room_id", "name", "folded", "code")),
        sa.Column("joined", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_room_city"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name="fk_room_city_room_id"),
        sa.UniqueConstraint("claim", name="uq_room_city_claim"),
        sa.UniqueConstraint("room_id", "folded", name="uq_room_city_room_id_folded"),
        sa.UniqueConstraint("room_id", "code", name="uq_room_city_room_id_code"),
        sa.CheckConstraint("counted IN (0, 1)", name="ck_room_city_counted"),
        sqlite_strict=True,
    )
    op.create_table(
        "room_phone",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_room_phone"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name="fk_room_phone_room_id"),
        sa.ForeignKeyConstraint(["city_id"], ["room_city.id"], name="fk_room_phone_city_id"),
        sqlite_strict=True,
    )
    for column in ("room_id", "city_id"):
        op.create_index(f"ix_room_phone_{column}", "room_phone", [column])
    op.create_table(
        "room_answer",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("city_id", "rating", "question", name="pk_room_answer"),
        sa.ForeignKeyConstraint(["city_id"], ["room_city.id"], name="fk_room_answer_city_id"),
        sa.CheckConstraint("rating IN (0, 1, 2)", name="ck_room_answer_rating"),
        sa.CheckConstraint("version >= 1", name="ck_room_answer_version"),
        sa.CheckConstraint("length(op) BETWEEN 1 AND 64", name="ck_room_answer_op"),
        sqlite_strict=True,
    )
    op.create_table(
        "room_item",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("city_id", "kind", "place", "dimension")),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("city_id", "kind", "place", name="pk_room_item"),
        sa.ForeignKeyConstraint(["city_id"], ["room_city.id"], name="fk_room_item_city_id"),
        sa.CheckConstraint("kind IN ('offer', 'want', 'score')", name="ck_room_item_kind"),
        sa.CheckConstraint("shown IN (0, 1)", name="ck_room_item_shown"),
        sqlite_strict=True,
    )
    op.create_table(
        "room_edition",
        sa.Column("room_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "number", name="pk_room_edition"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name="fk_room_edition_room_id"),
        sa.CheckConstraint("number IN (1, 2)", name="ck_room_edition_number"),
        sqlite_strict=True,
    )


def _exchange() -> None:
    """Offers and wishes of cities, programme, contributions to the library, and what a city's work costs."""
    op.create_table(
        "exchange_offer",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_exchange_offer_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_exchange_offer_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_exchange_offer_person_id"),
        sa.PrimaryKeyConstraint("city_id", name="pk_exchange_offer"),
        sqlite_strict=True,
    )
    op.create_table(
        "exchange_request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("asked_id", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('asked', 'accepted', 'declined', 'ended')", name="ck_exchange_request_state"),
        sa.CheckConstraint("city_id != asked_id", name="ck_exchange_request_two_cities"),
        sa.CheckConstraint("version >= 1", name="ck_exchange_request_version"),
        sa.ForeignKeyConstraint(["asked_id"], ["city.id"], name="fk_exchange_request_asked_id"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_exchange_request_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_exchange_request_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_exchange_request"),
        sqlite_strict=True,
    )
    op.create_index("ix_exchange_request_city_id", "exchange_request", ["city_id"])
    op.create_index("ix_exchange_request_asked_id", "exchange_request", ["asked_id"])
    op.create_table(
        "programme_event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text()),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_programme_event_version"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name="fk_programme_event_cohort_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_programme_event_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_event"),
        sqlite_strict=True,
    )
    op.create_index("ix_programme_event_cohort_id", "programme_event", ["cohort_id"])
    op.create_table(
        "programme_file",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["programme_event.id"], name="fk_programme_file_event_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_programme_file_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_file"),
        sqlite_strict=True,
    )
    op.create_index("ix_programme_file_event_id", "programme_file", ["event_id"])
    op.create_table(
        "contribution",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("contribution", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("checked", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'submitted', 'published', 'declined')", name="ck_contribution_state"),
        sa.CheckConstraint("version >= 1", name="ck_contribution_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_contribution_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_contribution_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contribution"),
        sqlite_strict=True,
    )
    op.create_index("ix_contribution_city_id", "contribution", ["city_id"])
    op.create_table(
        "city_resources",
        sa.Column("city_id", sa.Text(), nullable=False),
        sa.Column("resources", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_city_resources_version"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_city_resources_city_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_city_resources_person_id"),
        sa.PrimaryKeyConstraint("city_id", name="pk_city_resources"),
        sqlite_strict=True,
    )


def _reports() -> None:
    """Branding, comments and states of reports."""
    op.create_table(
        "branding",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("owner_kind IN ('city', 'person')", name="ck_branding_owner_kind"),
        sa.CheckConstraint("version >= 1", name="ck_branding_version"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_branding_person_id"),
        sa.PrimaryKeyConstraint("owner_kind", "owner_id", name="pk_branding"),
        sqlite_strict=True,
    )
    op.create_table(
        "report_comment",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_report_comment_version"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_report_comment_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_comment_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "section", name="pk_report_comment"),
        sqlite_strict=True,
    )
    op.create_table(
        "report_step",
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("made_from", sa.Text()),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'fact check', 'confirmed', 'released')", name="ck_report_step_state"
        ),
        sa.CheckConstraint("number >= 1", name="ck_report_step_number"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_report_step_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_step_person_id"),
        sa.PrimaryKeyConstraint("assessment_id", "number", name="pk_report_step"),
        sqlite_strict=True,
    )
    op.create_table(
        "report_choice",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_report_choice_person_id"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_report_choice_assessment_id"),
        sa.PrimaryKeyConstraint("person_id", "assessment_id", name="pk_report_choice"),
        sqlite_strict=True,
    )
