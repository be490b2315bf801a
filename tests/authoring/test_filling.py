"""A play-through written by hand is given its figures: at their places, with everything else as its author wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.playthroughs.filling import filled
from simulator.authoring.playthroughs.testing import put_to_test
from simulator.loading.playthrough_text import playthrough_text
from simulator.session.recording import record
from tests.authoring.test_playthroughs import CHOICES, STORY, file_of

BY_HAND = f"""\
# What the class should see.
format: 1
scenario: {STORY.id}
title: By hand   # a working title
steps:
  # first the fault
  - at: first
    choose: x   # the best
  - at: second
    choose: good
# the end
"""
FORMS = {
    "nothing expected": BY_HAND,
    "an empty expectation": BY_HAND.replace("# the best", "# the best\n    expect:"),
    "null": BY_HAND.replace("# the best", "# the best\n    expect: null  # later"),
    "braces": BY_HAND.replace("# the best", "# the best\n    expect: {trust: 1}"),
    "a part, and wrong": BY_HAND.replace("# the best", "# the best\n    expect:\n      # look\n      trust: 1  # low"),
    "levels in a block": BY_HAND.replace("# the best", "# best\n    expect:\n      levels:\n        accuracy: 1"),
    "steps in braces": BY_HAND.replace("at: first\n    choose: x   # the best", "{at: first, choose: x}"),
    "all steps in brackets": f"{BY_HAND.partition('steps:')[0]}steps: [{{at: first, choose: x}}]\n",
    "figures at the head": BY_HAND.replace("steps:", "score: 1  # of two\nending: lost\nsteps:"),
    "no line feed at the end": BY_HAND.removesuffix("\n# the end\n"),
    "Windows": BY_HAND.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_it_is_filled_and_agrees_then(form: str, tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_bytes(FORMS[form].encode())
    made = filled(path, STORY)
    assert made.text is not None
    path.write_bytes(made.text.encode())
    assert put_to_test(path, STORY).agrees
    assert made.text.count("levels: {") == 1 + ("all steps" not in form)
    assert filled(path, STORY).text == made.text, "filled once more it stays as it is"


@pytest.mark.parametrize("form", FORMS)
def test_every_comment_and_every_other_line_stays(form: str, tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_bytes(FORMS[form].encode())
    text = filled(path, STORY).text
    assert text is not None
    comments = [line.partition("#")[2].strip() for line in FORMS[form].splitlines() if "#" in line]
    assert [line.partition("#")[2].strip() for line in text.splitlines() if "#" in line] == comments
    if form == "nothing expected":
        kept = iter(text.splitlines())
        assert all(line in kept for line in BY_HAND.splitlines())


def test_what_was_recorded_is_filled_as_it_is_and_what_differed_is_told(tmp_path: Path) -> None:
    written = playthrough_text(record(STORY, "Well", 0, CHOICES))
    assert filled(file_of(tmp_path, written), STORY).text == written
    made = filled(file_of(tmp_path, written.replace("{accuracy: 3}", "{accuracy: 1}", 1)), STORY)
    assert made.text == written
    assert [(line, one.what) for line, one in made.differences] == [
        (written.splitlines().index("  - at: first") + 1, "accuracy")
    ]


def test_a_step_that_does_not_fit_is_refused_at_its_line(tmp_path: Path) -> None:
    begins_late = BY_HAND.replace("at: first\n    choose: x ", "at: second\n    choose: good ")
    made = filled(file_of(tmp_path, begins_late), STORY)
    assert made.text is None
    assert [(line, one.what) for line, one in made.differences] == [(7, "scene")]


def test_a_file_with_errors_is_refused(tmp_path: Path) -> None:
    made = filled(file_of(tmp_path, BY_HAND.replace("choose: x", "choose: nobody")), STORY)
    assert made.text is None
    assert {problem.code for problem in made.problems} == {"P603"}
