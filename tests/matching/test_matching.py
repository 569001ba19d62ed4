"""Strengths against needs: reasons that both sides see alike, nothing that nobody ticked, an order that stays."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.matching import Narrowing, lowest_levels, matches, suggested, told
from assessment.matching.finding import can_help
from assessment.scoring import profile
from locales.words import words
from models.answers import Answers
from models.matching import TOPICS, Candidate, Match, Offer

ORDER = ("GOV.1", "GOV.2", "PAR.1", "PEA.1", "PEA.2", "CAP.2")
SENSITIVE = ("PEA.1", "PEA.2")
_some = lambda kinds: st.lists(st.sampled_from(kinds), unique=True, max_size=4).map(tuple)  # noqa: E731
_levels = st.dictionaries(st.sampled_from(ORDER), st.integers(0, 5))

offers = st.builds(
    Offer,
    strong=_some(ORDER),
    wanted=_some(ORDER),
    sensitive=st.booleans(),
    languages=_some(("de", "en", "fr")),
    topics=_some(TOPICS[:4]),
)
candidates = st.builds(
    Candidate,
    id=st.sampled_from("abcdefgh"),
    offer=offers,
    levels=_levels,
    targets=_levels,
    size_class=st.none() | st.integers(0, 6),
)
cities = st.lists(candidates, min_size=2, max_size=6, unique_by=lambda each: each.id)

A = Candidate("a", Offer(strong=("PEA.1",), wanted=("GOV.1", "CAP.2")), {"GOV.1": 1, "CAP.2": 0, "PEA.1": 3}, {})
B = Candidate("b", Offer(strong=("GOV.1", "CAP.2"), wanted=("PEA.1",)), {"GOV.1": 2, "CAP.2": 3, "PEA.1": 1}, {})


def _found(city: Candidate, *others: Candidate) -> list[Match]:
    return list(matches(city, others, ORDER, SENSITIVE))


@given(cities)
def test_both_cities_see_the_same_reasons_from_their_side(some: list[Candidate]) -> None:
    for city in some:
        for found in _found(city, *some):
            other = next(each for each in some if each.id == found.city)
            (back,) = [each for each in _found(other, *some) if each.city == city.id]
            assert (back.theirs, back.ours) == (found.ours, found.theirs)
            assert replace(back, city=found.city, theirs=found.theirs, ours=found.ours) == found


@given(cities)
def test_nobody_is_named_for_what_they_did_not_tick(some: list[Candidate]) -> None:
    ticked = {each.id: each.offer for each in some}
    for found in _found(some[0], *some):
        own, other = some[0].offer, ticked[found.city]
        assert set(found.theirs) <= set(other.strong) & set(own.wanted)
        assert set(found.ours) <= set(own.strong) & set(other.wanted)
        if not (own.sensitive and other.sensitive):
            assert not set(SENSITIVE) & {*found.theirs, *found.ours}


@given(cities)
def test_whoever_withdraws_is_gone_and_changes_nothing_for_the_others(some: list[Candidate]) -> None:
    before = _found(some[0], *some)
    after = _found(some[0], *(each for each in some if each.id != some[-1].id))
    assert after == [each for each in before if each.city != some[-1].id]


@given(cities, st.randoms())
def test_the_order_does_not_depend_on_the_order_in_which_cities_came(some: list[Candidate], random: object) -> None:
    mixed = list(some)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert _found(some[0], *mixed) == _found(some[0], *some)


@given(cities)
def test_a_strong_city_is_at_least_where_the_other_wants_to_be_and_a_level_above_it(some: list[Candidate]) -> None:
    giver, taker = some[:2]
    for process in can_help(giver, taker, ORDER):
        assert giver.levels[process] >= taker.levels[process] + 1
        assert giver.levels[process] >= taker.targets.get(process, 0)


def test_without_a_target_the_next_level_is_what_a_city_needs() -> None:
    assert can_help(B, A, ORDER) == ("GOV.1", "CAP.2")


def test_a_target_that_nobody_reaches_leaves_nobody_to_ask() -> None:
    assert can_help(B, replace(A, targets={"GOV.1": 3, "CAP.2": 3}), ORDER) == ("CAP.2",)


def test_a_target_that_is_reached_is_no_need() -> None:
    assert can_help(B, replace(A, targets={"GOV.1": 1, "CAP.2": 3}), ORDER) == ("CAP.2",)


def test_sensitive_processes_need_the_tick_of_both() -> None:
    both = [replace(each, offer=each.offer.model_copy(update={"sensitive": True})) for each in (A, B)]
    assert _found(A, B)[0].ours == ()
    assert _found(both[0], B)[0].ours == ()
    assert _found(*both)[0].ours == ("PEA.1",)


def test_help_in_both_ways_a_language_topics_and_size_speak_for_a_city() -> None:
    plain = _found(A, B)[0].weight
    about = {"languages": ("de", "en"), "topics": ("climate", "water"), "sensitive": True}
    near = [replace(each, offer=each.offer.model_copy(update=about), size_class=3) for each in (A, B)]
    (found,) = _found(*near)
    assert (found.languages, found.topics, found.size) == (("de", "en"), ("climate", "water"), "same")
    assert plain == 2 * 3
    assert found.weight == 3 * (2 + 1 + 1) + 2 + 2 + 2
    assert _found(near[0], replace(near[1], size_class=4))[0].size == "next"
    assert _found(near[0], replace(near[1], size_class=6))[0].size is None


def test_a_match_is_told_in_one_sentence() -> None:
    (found,) = _found(A, B)
    assert str(told(found)) == "Strong in GOV.1 and CAP.2, where you want to grow."
    both = replace(found, theirs=("REP.1", "GOV.1", "CAP.2"), ours=("PEA.3",))
    assert str(told(both)) == "Strong in REP.1, GOV.1 and CAP.2, where you want to grow; you in PEA.3, where they do."
    assert str(told(replace(found, theirs=(), ours=("PEA.3",)))) == "You are strong in PEA.3, where they want to grow."


def test_what_is_suggested_follows_from_the_levels_and_is_never_sensitive() -> None:
    model = load_library(QUESTIONNAIRES).models[0]
    levels = {"GOV.1": 3, "GOV.2": 0, "PEA.1": 3, "PEA.2": 0, "CAP.2": 1}
    found = suggested(model, levels, {"CAP.2": 3})
    assert (found.strong, found.wanted, found.sensitive) == (("GOV.1",), ("GOV.2", "CAP.2"), False)


def test_open_answers_count_as_the_worst_ones() -> None:
    model = load_library(QUESTIONNAIRES).models[0]
    nothing = Answers(model.id, model.version, "Offenstadt", scope=("GOV.1", "GOV.2"))
    assert lowest_levels(profile(model, nothing)) == {"GOV.1": 0, "GOV.2": 0}


@given(cities)
def test_narrowing_keeps_the_matches_that_have_all_of_it(some: list[Candidate]) -> None:
    by = Narrowing(process="GOV.1", language="de", topic=TOPICS[0], similar=True, help="both")
    for each in _found(some[0], *some):
        has = [
            "GOV.1" in (*each.theirs, *each.ours),
            "de" in each.languages,
            TOPICS[0] in each.topics,
            each.size is not None,
            bool(each.theirs and each.ours),
            bool(each.theirs),
            bool(each.ours),
        ]
        assert by.lets(each) is all(has)
        alone = [
            Narrowing(process="GOV.1"),
            Narrowing(language="de"),
            Narrowing(topic=TOPICS[0]),
            Narrowing(similar=True),
            Narrowing(help="both"),
            Narrowing(help="theirs"),
            Narrowing(help="ours"),
        ]
        assert [one.lets(each) for one in alone] == has
        assert Narrowing().lets(each)


def test_a_long_list_of_processes_is_counted_after_the_first_ones() -> None:
    many = Match("b", ("GOV.1", "GOV.2", "PAR.1", "PAR.2"), ("CAP.2",), (), (), None, 15)
    assert words("en").say(told(many, 2)).startswith("Strong in GOV.1, GOV.2 and 2 more, where")
    assert words("en").say(told(many, 3)).startswith("Strong in GOV.1, GOV.2, PAR.1 and PAR.2, where")
