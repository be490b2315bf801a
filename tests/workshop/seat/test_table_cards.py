"""Role cards and suggestions: who reads what at a table of any size, and what is taken over into the answer. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.role_cards import Role
from simulator.session.advance import before_start
from simulator.workshop.room.state import ROLES
from simulator.workshop.seat.desk import Suggestion
from simulator.workshop.seat.role_card import card_of, desk_for, dossier_for, holds_of, only, own_items
from simulator.workshop.seat.suggestions import joint, next_to_take, untaken, written
from tests.tui.story import landslide
from tests.workshop.seat.table_room import CARDS, carded

ITEMS = ("f1", "f2", "u1", "r1", "m1")
CARD_SETS = st.lists(
    st.tuples(st.sampled_from(ROLES), st.lists(st.sampled_from(ITEMS), unique=True)),
    max_size=4,
    unique_by=lambda c: c[0],
)
TABLES = st.lists(st.sampled_from(ROLES), unique=True, min_size=1)
TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
SUGGESTIONS = st.lists(
    st.builds(Suggestion, st.sampled_from(["s1", "s2", "s3", "s4"]), st.just("An"), st.sampled_from(ROLES), TEXTS),
    max_size=4,
    unique_by=lambda one: one.seat,
)


def dealt(cards: Sequence[tuple[Role, list[str]]]) -> object:
    return landslide(role_cards=tuple({"role": role, "brief": "x", "holds": tuple(holds)} for role, holds in cards))


@given(CARD_SETS, TABLES)
def test_a_table_of_any_size_loses_nothing(cards: list[tuple[Role, list[str]]], present: list[Role]) -> None:
    story = dealt(cards)
    hidden = [holds_of(story, role, present) for role in present]  # type: ignore[arg-type]
    assert not frozenset.intersection(*hidden), "every item is read by somebody"


@given(CARD_SETS, TABLES)
def test_a_role_is_never_kept_from_its_own_card(cards: list[tuple[Role, list[str]]], present: list[Role]) -> None:
    story = dealt(cards)
    for role, holds in cards:
        if role in present:
            assert not holds_of(story, role, present) & set(holds)  # type: ignore[arg-type]
            assert own_items(story, role, present) >= set(holds)  # type: ignore[arg-type]


def test_a_full_table_reads_each_its_own() -> None:
    story = carded()
    assert {role: holds_of(story, role, ROLES) for role in ROLES} == {
        card["role"]: frozenset(ITEMS) - set(card["holds"]) for card in CARDS
    }


def test_whoever_speaks_reads_the_cards_of_those_who_are_not_there() -> None:
    story = carded()
    present: tuple[Role, ...] = ("spokesperson", "fact_checker")
    assert holds_of(story, "spokesperson", present) == {"f1"}
    assert holds_of(story, "fact_checker", present) == {"u1", "m1", "f2", "r1"}
    card = card_of(story, "spokesperson", present)
    assert card is not None
    assert [one.role for one in card.also] == ["social_listener", "duty_officer"]
    assert card.holds == {"u1", "m1", "f2", "r1"}


def test_without_cards_nothing_is_hidden() -> None:
    story = landslide()
    assert holds_of(story, "fact_checker", ROLES) == frozenset()
    assert card_of(story, "fact_checker", ROLES) is None


def test_a_dossier_without_what_is_hidden_keeps_the_rest_as_it_is() -> None:
    story = carded()
    mine = dossier_for(story.dossier, holds_of(story, "fact_checker", ROLES))
    assert [one.id for one in (*mine.facts, *mine.unknowns, *mine.restricted, *mine.rumours)] == ["f1"]
    assert (mine.context, mine.key_messages) == (story.dossier.context, story.dossier.key_messages)


def test_whoever_does_not_read_the_newer_figure_still_has_the_old_one() -> None:
    story = carded()
    state = before_start(story)._replace(scene="log")
    whole = desk_for(story, state, frozenset())
    assert [fact.id for fact in whole.facts] == ["f2"]
    assert [fact.id for fact in desk_for(story, state, {"f2"}).facts] == ["f1"]
    assert [fact.id for fact in only(whole, {"f2"}).facts] == ["f2"]


def test_suggestions_stand_in_the_order_of_the_roles() -> None:
    late = Suggestion("s2", "B", "duty_officer", "x")
    early = Suggestion("s4", "D", "fact_checker", "y")
    empty = Suggestion("s3", "C", "social_listener", " \n")
    assert written([late, empty, early]) == (early, late)


def test_each_press_takes_the_next_and_none_twice() -> None:
    some = [Suggestion("s2", "B", "fact_checker", "Một."), Suggestion("s3", "C", "social_listener", "Hai.")]
    first = next_to_take(some, "")
    assert first is some[0]
    second = next_to_take(some, "Một.", "s2")
    assert second is some[1]
    assert next_to_take(some, "MỘT.  Hai.", "s3") is None
    assert next_to_take(some, "Hai.", "s3") is some[0], "it turns round to what was left out"


@given(SUGGESTIONS, TEXTS, st.sampled_from(["", "s1", "s2", "s9"]))
def test_what_is_taken_next_is_never_in_the_text(some: list[Suggestion], text: str, last: str) -> None:
    found = next_to_take(some, text, last)
    left = untaken(some, text)
    assert (found is None) == (not left)
    assert found is None or found in left


@given(TEXTS, TEXTS, TEXTS)
def test_a_joint_is_composed_and_runs_no_words_together(before: str, taken: str, after: str) -> None:
    put = joint(before, taken, after)
    assert unicodedata.is_normalized("NFC", put.strip())
    assert not before or before[-1].isspace() or put[0] == " "
    assert not after or after[0].isspace() or put[-1] == " "
