"""The tables as they are now. How an older database gets there stands in `migrations/`."""

from store.tables.aims import target
from store.tables.assessments import (
    answer,
    answer_event,
    assessment,
    assessment_record,
    assignment,
    closing,
    evidence_file,
    same_as,
    unchecked,
)
from store.tables.assessors import frozen_judgement, judgement, judgement_event, shown_view
from store.tables.cities import city, city_profile, cohort, cohort_city
from store.tables.editions import edition, edition_city
from store.tables.exchange import (
    city_resources,
    contribution,
    exchange_offer,
    exchange_request,
    programme_event,
    programme_file,
)
from store.tables.house import audit_anchor, audit_entry, page
from store.tables.kinds import Day, Moment, metadata
from store.tables.measures import measure
from store.tables.people import account, identity, one_time_code, person, role_grant, sign_in_attempt, web_session
from store.tables.questionnaires import kept_questionnaire
from store.tables.raters import agreement, finished_rating, opened_spread, private_rating
from store.tables.reports import branding, report_choice, report_comment, report_step
from store.tables.rooms import room, room_answer, room_city, room_edition, room_item, room_leader, room_phone

__all__ = [
    "Day",
    "Moment",
    "account",
    "agreement",
    "answer",
    "answer_event",
    "assessment",
    "assessment_record",
    "assignment",
    "audit_anchor",
    "audit_entry",
    "branding",
    "city",
    "city_profile",
    "city_resources",
    "closing",
    "cohort",
    "cohort_city",
    "contribution",
    "edition",
    "edition_city",
    "evidence_file",
    "exchange_offer",
    "exchange_request",
    "finished_rating",
    "frozen_judgement",
    "identity",
    "judgement",
    "judgement_event",
    "kept_questionnaire",
    "measure",
    "metadata",
    "one_time_code",
    "opened_spread",
    "page",
    "person",
    "private_rating",
    "programme_event",
    "programme_file",
    "report_choice",
    "report_comment",
    "report_step",
    "role_grant",
    "room",
    "room_answer",
    "room_city",
    "room_edition",
    "room_item",
    "room_leader",
    "room_phone",
    "same_as",
    "shown_view",
    "sign_in_attempt",
    "target",
    "unchecked",
    "web_session",
]
