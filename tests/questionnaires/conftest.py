import pytest

from tests.questionnaires.content import Content


@pytest.fixture(scope="session")
def content() -> Content:
    return Content()
