"""Spaces of word processors are named where they make YAML stumble, and left in peace in sentences."""

from __future__ import annotations

import pytest

from tests.loading.texts import codes_of, problems_of, small


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("    journalist: hang", "\u00a0   journalist: hang"), (31, 1)),
        (("    journalist: hang", "   \u3000journalist: hang"), (31, 4)),
        (("    journalist: hang", "    journalist:\u00a0hang"), (31, 16)),
        (("      - id: waits", "      -\u00a0id: waits"), (41, 8)),
        (("text: Who has no water?", "text: >-\n\u00a0     Who has no water?"), (33, 1)),
    ],
)
def test_it_is_named_at_its_place(change: tuple[str, str], place: tuple[int, int]) -> None:
    (problem,) = problems_of(small(change))
    assert (problem.code, problem.line, problem.column) == ("P003", *place)
    assert str(problem.params["character"]).startswith("U+")


def test_all_of_them_are_told() -> None:
    text = small(("    journalist: hang", "\u00a0   journalist: hang"), ("    then: the_end", "   \u00a0then: the_end"))
    assert codes_of(text) == ["P003", "P003"]


def test_in_a_sentence_it_does_no_harm() -> None:
    assert codes_of(small(("Who has no water?", "Who has no\u00a0water, 10\u00a0%?"))) == []
    assert codes_of(small(("text: Who has no water?", "text: >-\n      title:\u00a0Who has no water?"))) == []


def test_it_is_named_in_a_word_that_it_spoils() -> None:
    (problem,) = problems_of(small(("journalist: hang", "journalist: hang\u00a0")))
    assert (problem.code, problem.params["character"]) == ("P108", "U+00A0")
    assert "{character}" in problem.hint


def test_another_mistake_far_below_is_not_blamed_on_it() -> None:
    text = small(
        ("context: A pipe has burst.", "context: >-\n    title:\u00a0A pipe"), ("lesson: Say what", "lesson: Say: what")
    )
    assert codes_of(text) == ["P005"]
