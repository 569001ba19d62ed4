"""Times to keep things are read once, and a wrong one is refused with its name."""

import datetime

import pytest

from assessment.desk.retention_settings import read_retention
from models.problem import InputRefused
from models.retention import Retention


def test_without_settings_the_usual_times_hold() -> None:
    assert read_retention({"HANSE_KEEP_AUDIT_DAYS": " "}) == Retention()


def test_each_time_is_set_on_its_own() -> None:
    set_otherwise = read_retention({"HANSE_KEEP_AUDIT_DAYS": "90", "HANSE_KEEP_ADDRESSES_HOURS": "6"})
    assert set_otherwise.audit == datetime.timedelta(days=90)
    assert set_otherwise.addresses == datetime.timedelta(hours=6)
    assert set_otherwise.backups == Retention().backups


@pytest.mark.parametrize("written", ["0", "-1", "3651", "ein Jahr", "1.5", "²"])
def test_what_is_no_number_of_days_is_refused_by_name(written: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_retention({"HANSE_KEEP_BACKUPS_DAYS": written})
    assert str(refused.value.problems[0].place) == "HANSE_KEEP_BACKUPS_DAYS"
