"""ink: choices, gathers and diverts become links between passages; logic is told and left out."""

from __future__ import annotations

import pytest

from simulator.authoring.importing.ink import read_ink
from simulator.authoring.importing.story import Story

STORY = """\
VAR trust = 50
The hall is full. // said to nobody
* [Ask] You ask aloud[.], and wait.
  ** Why?
     Because of rain. -> gate
  ** [Leave it]
  -- (mid) So it goes.
* Wait -> END
- (all) After that.
+ {trust > 1} Go <> on -> gate
+ [Stay] -> gate.inner
== gate ==
~ trust = 2
= outer
Here. # tag
-> DONE
= inner
Inner.
-> outer
=== function twice(x) ===
~ return x * 2
"""


def links(told: Story) -> dict[str, list[tuple[str, str]]]:
    return {one.key: [(link.label, link.target) for link in one.links] for one in told.passages}


def test_choices_within_choices_come_together_at_their_gather() -> None:
    told = links(read_ink(STORY))
    assert told[""] == [("Ask", "#1"), ("Wait", "#5")]
    assert told["#1"] == [("Why?", "#2"), ("Leave it", "#3")]
    assert told["#2"] == [("", "gate")]
    assert told["#3"] == [("", ".mid")]
    assert told[".mid"] == [("", ".all")]
    assert told[".all"] == [("Go on", "#7"), ("Stay", "#8")]


def test_a_divert_names_what_is_in_its_own_knot_first() -> None:
    told = links(read_ink(STORY))
    assert told["#8"] == [("", "gate.inner")]
    assert told["gate.inner"] == [("", "gate.outer")]


def test_a_knot_leads_to_its_first_stitch_and_end_and_done_end() -> None:
    told = links(read_ink(STORY))
    assert told["gate"] == [("", "gate.outer")]
    assert told["gate.outer"] == []
    assert told["#5"] == []


def test_brackets_part_what_is_shown_from_what_is_said() -> None:
    (first, after) = read_ink('* "No[."]," you say.\n').passages
    assert first.links[0].label == '"No."'
    assert after.text == ['"No," you say.']


def test_what_is_not_carried_over_is_told_with_its_line() -> None:
    told = [(one.line, one.shown) for one in read_ink(STORY).all_lost()]
    assert told == [
        (1, "VAR trust = 50"),
        (10, "{trust > 1}"),
        (10, "<>"),
        (13, "~ trust = 2"),
        (15, "# tag"),
        (20, "=== function twice(x) ==="),
    ]


def test_a_fallback_leads_on_without_being_a_choice_to_read() -> None:
    told = links(read_ink("* A\n* -> k\n== k\nEnd."))
    assert ("", "k") in told[""]


def test_a_block_of_logic_is_left_out_whole() -> None:
    told = read_ink("Before.\n{\n  - x: yes\n  - else: no\n}\nAfter.")
    assert told.passages[0].text == ["Before.", "After."]
    assert [one.line for one in told.all_lost()] == [2]


def test_a_brace_that_is_never_closed_ends_with_the_knot() -> None:
    told = read_ink("{ open\nlost\n== k ==\nFound.")
    assert [one.key for one in told.passages] == ["k"]


@pytest.mark.parametrize("text", ["", "\n\n", "// only this", "VAR x = 1"])
def test_nothing_is_no_story(text: str) -> None:
    assert read_ink(text).passages == []


def test_a_knot_alone_is_the_start() -> None:
    assert read_ink("=== k ===\nHi.").start == "k"
