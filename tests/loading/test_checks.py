"""The meaning checks, where a bad scenario alone would not tell whether they say too much."""

from __future__ import annotations

import pytest

from simulator.loading import checks
from simulator.loading.codes import CODES
from tests.loading.texts import codes_of, problems_of, small

THEN = "    then: the_end\n  - id: the_end\n"


def scene(id: str, then: str) -> str:
    """A question that is valid by all checks."""
    return (
        f"  - id: {id}\n    kind: question\n    journalist: hang\n    text: And then?\n"
        "    skills: [accuracy]\n    lines:\n"
        "      - {id: one, text: Later., levels: {accuracy: 2}, findings: [{skill: accuracy, because: Vague.}]}\n"
        "      - {id: two, text: Now., levels: {accuracy: 3}, findings: [{skill: accuracy, because: Plain.}]}\n"
        f"    then: {then}\n"
    )


def with_scene(id: str, then: str, calls: str = "") -> tuple[str, str]:
    """A change that puts a scene between the opening and the end."""
    return THEN, f"{calls}    then: the_end\n{scene(id, then)}  - id: the_end\n"


def test_the_small_scenario_has_no_problem() -> None:
    assert codes_of(small()) == []


def test_each_check_has_the_severity_of_its_code() -> None:
    for check in (*checks.CHECKS, *checks.GRAPH_CHECKS):
        assert CODES[check.CODE].severity == check.SEVERITY
        assert CODES[check.CODE].page == f"checks.{check.__name__.rpartition('.')[2]}"


def test_all_checks_are_listed() -> None:
    listed = {check.CODE for check in (*checks.CHECKS, *checks.GRAPH_CHECKS)}
    assert listed == {code for code, entry in CODES.items() if entry.page.startswith("checks.")}


def test_a_follow_up_may_be_a_question_or_an_inject_and_return() -> None:
    assert codes_of(small(with_scene("more", "return", "    follow_ups:\n      - ask: more\n"))) == []


def test_a_scene_that_is_called_and_led_to_cannot_return() -> None:
    calls = "    follow_ups:\n      - {ask: more, when: promised}\n"
    text = small(with_scene("more", "return", calls)).replace(
        "    then: the_end\n  - id: more", "    then: more\n  - id: more"
    )
    problem = next(problem for problem in problems_of(text) if problem.code == "P407")
    assert problem.params == {"road": "opening → more"}


def test_silence_may_return_where_the_question_is_called_only() -> None:
    silence = "    time_limit: 60\n    silence: {text: A cough., levels: {accuracy: 1}, then: return}\n"
    assert codes_of(small((THEN, silence + THEN))) == ["P407"]


def test_a_mistyped_target_does_not_make_scenes_unreachable() -> None:
    assert codes_of(
        small(with_scene("more", "the_end"), ("    then: the_end\n  - id: more", "    then: mroe\n  - id: more"))
    ) == ["P204"]


def test_silence_needs_no_findings() -> None:
    silence = "    time_limit: 60\n    silence: {text: A cough., levels: {accuracy: 1}, flags: [no_comment]}\n"
    assert codes_of(small((THEN, silence + THEN))) == []


def test_words_are_found_in_folded_text() -> None:
    folded = "text: >-\n          Ten\n          houses, since three o'clock."
    assert codes_of(small(("text: Ten houses, since three o'clock.", folded))) == []


@pytest.mark.parametrize(
    ("effect", "codes"),
    [
        ("calls = 5", []),
        ("calls = 6", ["P308"]),
        ("calls = -1", ["P308"]),
        ("calls += 9", []),
        ("heat = 101", ["P308"]),
        ("trust = 0", []),
    ],
)
def test_the_range_of_an_assignment(effect: str, codes: list[str]) -> None:
    assert codes_of(small(("effects: [promised = true]", f"effects: [{effect}]"))) == codes


def test_dossier_items_share_their_ids() -> None:
    assert codes_of(small(("cast:\n", "  unknowns:\n    - {id: f1, text: Why., when_known: Soon.}\ncast:\n"))) == [
        "P201"
    ]


def test_lines_of_different_questions_may_have_one_id() -> None:
    text = small(
        (THEN, "    then: more\n" + scene("more", "the_end").replace("id: one", "id: owns_it") + "  - id: the_end\n")
    )
    assert codes_of(text) == []
