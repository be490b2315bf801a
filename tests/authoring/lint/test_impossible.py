"""What is impossible is told from what is only rare, which playing at random cannot do; and which part decides."""

from __future__ import annotations

import json
from datetime import date

from simulator.authoring.lint.lint import lint
from simulator.authoring.lint.reach.found import Found
from simulator.authoring.playtest.bots import Bot
from simulator.authoring.playtest.run import Runner
from simulator.language.catalogue import Catalogue
from simulator.loading.problems import Problem
from simulator.loading.render import problem_text
from simulator.scenario.graph import Graph
from simulator.scenario.model import Scenario
from simulator.session.compiled import compiled
from tests.builders import (
    Written,
    decision,
    ending,
    inject,
    line,
    option,
    pool,
    question,
    scenario,
    silence,
    variable,
    written,
)

RUNS = 2_000
QUESTIONS = 9

# One line in five counts one up, nine times: no two thousand runs come to nine, and none could come to ten.
PATIENT = tuple(
    question(
        f"q{number}",
        line("presses", effects=["pressure += 1"]),
        *(line(f"other{other}") for other in range(4)),
        then=f"q{number + 1}"
        if number < QUESTIONS - 1
        else [
            {"when": "pressure >= 9", "go": "rare"},
            {"when": "pressure >= 10", "go": "never"},
            {"go": "end"},
        ],
    )
    for number in range(QUESTIONS)
)
ENDINGS = (ending("rare"), ending("never"), ending("end"))
PRESSURE = [variable("pressure", range=(0, 20))]


def test_two_thousand_runs_meet_neither_and_only_the_impossible_one_is_told() -> None:
    told = scenario(*PATIENT, *ENDINGS, variables=PRESSURE)
    runner, hits = Runner(told, "random", Bot(compiled(told))), set()
    for seed in range(RUNS):
        hits.add(runner.run(seed).state.scene)
    assert hits == {"end"}
    found = {verdict.asked.text: verdict.found for verdict in Found(told, Graph(told)).verdicts}
    assert found == {"pressure >= 9": 3, "pressure >= 10": 2}
    assert [(one.code, one.params.get("part", one.params.get("scene"))) for one in of(*PATIENT, *ENDINGS)] == [
        ("P701", "pressure >= 10"),
        ("P704", "never"),
    ]


def test_the_part_that_decides_is_told_with_its_values() -> None:
    closed = line("b", when='trust < 90 and (pressure >= 8 or host == "town")')
    asked = question("q", line("a", effects=["pressure += 5"]), line("c"), then="r")
    problems = of(asked, question("r", line("a"), closed), variables=[*PRESSURE, HOST])
    told = [problem_text(one, Catalogue("en")).splitlines()[0] for one in problems if one.code == "P701"]
    said = '`pressure >= 8 or host == "town"` is never true here: pressure = 0…5, host = village'
    assert told[0].partition("warning: ")[2] == said


def test_own_words_silence_and_presses_may_do_what_no_line_does() -> None:
    asked = question("q", line("a", levels={"accuracy": 2}), then="r")
    after = question("r", line("a"), line("b", when="level(accuracy) == 0 or flag(blame)"))
    assert codes(asked, after) == []
    closed = question("q", line("a", levels={"accuracy": 2}, then="r"), line("c", then="r"))
    del closed["then"]
    # Without own words a press may still come between.
    assert codes(closed, after) == []


def test_a_quiet_trainee_cannot_be_quiet_without_a_time_limit() -> None:
    way = [{"when": "chosen(q, silence)", "go": "rare"}, {"go": "end"}]
    quiet = silence(effects=["pressure = 7"])
    limited = question("q", line("a"), time_limit=60, silence=quiet, then=way)
    assert codes(limited, *ENDINGS[::2]) == []


def test_a_call_leaves_alone_what_it_does_not_change() -> None:
    """What happened before another caller is not taken to have happened before this one."""
    again = question("again", line("a"), then="return")
    first = question("first", line("a", follow_ups=[{"ask": "again"}]), then="second")
    second = question("second", line("a", effects=["pressure = 9"]), line("b", when="pressure > 0"), then="third")
    third = question("third", line("a", follow_ups=[{"ask": "again"}]), line("c", when="pressure > 0"))
    assert [one.line for one in of(first, second, third, again) if one.code == "P701"] == [1]
    assert [one.params["part"] for one in of(first, second, third, again) if one.code == "P701"] == ["pressure > 0"]


def test_a_loop_that_counts_up_comes_to_its_end() -> None:
    way = [{"when": "pressure >= 7", "go": "rare"}, {"when": "minutes > 500", "go": "end"}, {"go": "q"}]
    loop = question("q", line("a", effects=["pressure += 1"]), then=way)
    assert codes(loop, *ENDINGS[::2]) == []


def test_a_pool_and_an_interruption_are_walked() -> None:
    cuts_in = inject("cut", interrupts="pressure >= 2", effects=["heat = 0"], then="return")
    asked = question("p", line("a", effects=["pressure += 2"]), line("b", when="visits(cut) > 0"), then="return")
    start = question("q", line("a"), line("b", when="visits(cut) > 0"), then="floor")
    found = [one.path for one in of(start, asked, cuts_in, pools=[pool("floor", "p", "q2", draws=2)], more=True)]
    assert found == ["scenes.0.lines.1.when"]


def test_what_was_decided_is_known_afterwards() -> None:
    choose = decision("d", option("do", effects=["pressure = 3"]), option("wait"), then="after")
    way = [{"when": "pressure == 0", "go": "calm"}, {"go": "tense"}]
    after = inject("after", then=way)
    calm = question("calm", line("a"), line("b", when="chosen(d, do)"))
    tense = question("tense", line("a"), line("b", when="pressure >= 1"))
    assert [(one.code, one.path) for one in of(choose, after, calm, tense)] == [("P702", "scenes.3.lines.1.when")]


HOST = variable("host", "village", values=("village", "town"))


def of(*scenes: Written, more: bool = False, **changes: object) -> tuple[Problem, ...]:
    """What lint finds of conditions in a scenario."""
    if more:
        scenes = (*scenes, question("q2", line("a"), then="return"))
    changes.setdefault("variables", PRESSURE)
    whole = json.dumps(written(*scenes, **changes)).encode()
    told = Scenario.model_validate(written(*scenes, **changes))
    return tuple(one for one in lint(told, whole, "small.yaml", date(2026, 11, 26)) if "P701" <= one.code <= "P704")


def codes(*scenes: Written, **changes: object) -> list[str]:
    """The codes of the same."""
    return [one.code for one in of(*scenes, **changes)]  # type: ignore[arg-type]
