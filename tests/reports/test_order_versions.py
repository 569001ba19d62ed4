"""A report on answers to an earlier version is printed though the printing process has only the newer one."""

from assessment.loading import dump_answers
from assessment.loading.keeping import dump_questionnaire
from models.answers import Answer, Answers
from models.questionnaire import Library
from reports.order import Order, as_text, read_order, subject_of
from tests.moving.versions import former, now

ANSWERS = Answers("twinning", "1.0.0", "Musterstadt", {"GOV.1.O1": Answer("rated", "F")})


def test_an_earlier_version_travels_with_the_order() -> None:
    order = Order(dump_answers(ANSWERS), kept=dump_questionnaire(former()))
    subject = subject_of(read_order(as_text(order)), Library((now(),), ()))
    assert (subject.profile.version, subject.profile.digest) == ("1.0.0", former().digest)
