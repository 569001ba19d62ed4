"""How many cities a first figure needs, from the setting of whoever runs the installation: more, never fewer."""

from collections.abc import Mapping

from assessment.benchmark.publishing import ALL, Rules

LEAST = "HANSE_GROUP_LEAST"


def read_rules(given: Mapping[str, str]) -> Rules | None:
    """The rules of grouped figures; None where the setting makes no sense, and then nothing is shown or published."""
    written = given.get(LEAST, "").strip()
    if not written:
        return ALL
    if not (written.isascii() and written.isdecimal()) or len(written) > 6:
        return None
    rules = Rules(least=int(written))
    return rules if rules.sensible else None
