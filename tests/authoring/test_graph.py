"""What a drawing of a scenario holds, where it stands, and how Mermaid and DOT write it down."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from simulator.authoring.graph.dot import dot
from simulator.authoring.graph.drawing import ANYWHERE, Edge, drawing
from simulator.authoring.graph.layout import BAND_MIN, GAP_X, HEIGHT, WIDTH, layout
from simulator.authoring.graph.mermaid import mermaid
from simulator.language.catalogue import Catalogue
from simulator.scenario.model import Scenario
from tests.builders import decision, ending, inject, line, option, pool, question, scenario, silence

ENGLISH = Catalogue("en")
HOSTILE = 'a "b" \\ <script>alert(1)</script> & #35; ; `c` {d} [e] | -->\nend \\N'


def everything() -> Scenario:
    """One of each: a follow-up, a pool, a decision, an interruption, silence, and two endings."""
    return scenario(
        question(
            "first",
            line("owns", levels={"accuracy": 4}, then="choose"),
            line("blames", levels={"accuracy": 0}, follow_ups=[{"ask": "again", "when": "level(accuracy) <= 1"}]),
            time_limit=30,
            silence=silence(),
            then=[{"when": "trust < 30", "go": "lost"}, {"go": "floor"}],
        ),
        question("again", then="return"),
        question("floor_one", then="return"),
        decision("choose", option("do", then="lost"), option("wait", then="end")),
        inject("cuts", interrupts="minutes >= 9", then="return"),
        ending("end", outcome="good"),
        ending("lost", outcome="poor"),
        pools=[pool("floor", "floor_one")],
    )


def test_it_holds_what_leads_asks_draws_and_cuts_in() -> None:
    edges = drawing(everything()).edges
    assert set(edges) == {
        Edge("first", "choose", "way", ("owns",)),
        Edge("first", "lost", "way", ("trust < 30",)),
        Edge("first", "floor", "way"),
        Edge("first", "again", "ask", ("blames: level(accuracy) <= 1",)),
        Edge("choose", "lost", "way", ("do",)),
        Edge("choose", "end", "way", ("wait",)),
        Edge("floor", "floor_one", "draw"),
        Edge("floor", "end", "way"),
        Edge(ANYWHERE, "cuts", "interrupt", ("minutes >= 9",)),
    }


def test_its_nodes_say_what_is_to_be_said_of_them() -> None:
    nodes = {node.id: node for node in drawing(everything()).nodes}
    assert nodes["first"].start
    assert nodes["first"].seconds == 30
    assert nodes["again"].returns
    assert nodes["end"].outcome == "good"
    assert nodes["floor"].kind == "pool"
    assert all(node.reached for node in nodes.values())
    assert not drawing(scenario(question("q"), inject("lonely"))).nodes[1].reached


def test_nodes_stand_below_what_leads_to_them_and_never_over_one_another() -> None:
    drawn = drawing(everything())
    at = layout(drawn)
    assert at["first"][1] < at["again"][1] < at["floor"][1] < at["floor_one"][1] < at["end"][1]
    points = list(at.values())
    for number, (x, y) in enumerate(points):
        for other_x, other_y in points[number + 1 :]:
            assert abs(x - other_x) >= WIDTH + GAP_X - 1 or abs(y - other_y) >= HEIGHT


def test_a_story_that_goes_round_is_laid_out_too() -> None:
    round_ = scenario(question("a", then="b"), question("b", then=[{"when": "trust < 9", "go": "a"}, {"go": "end"}]))
    at = layout(drawing(round_))
    assert at["a"][1] < at["b"][1] < at["end"][1]


def test_a_long_story_is_cut_into_bands() -> None:
    length = 3_000
    scenes = [question(f"q{number}", then=f"q{number + 1}") for number in range(length)]
    at = layout(drawing(scenario(*scenes, question(f"q{length}"))))
    assert len(set(at.values())) == length + 2
    assert len({y for _, y in at.values()}) < 2 * BAND_MIN


def test_layout_is_the_same_every_time() -> None:
    assert layout(drawing(everything())) == layout(drawing(everything()))


def test_mermaid_names_shapes_and_arrows() -> None:
    written = mermaid(drawing(everything()), ENGLISH)
    assert written.startswith("flowchart TD\n")
    assert 's_choose{{"decision · choose' in written
    assert '  s_first -->|"owns"| s_choose\n' in written
    assert "anywhere ==>" in written
    assert "class s_end good" in written


def test_what_an_author_writes_is_data_in_mermaid() -> None:
    written = mermaid(drawing(hostile()), ENGLISH)
    for number, row in enumerate(written.splitlines()):
        assert "script>" not in row
        assert row.count('"') in (0, 2), (number, row)
        label = row.partition('"')[2].partition('"')[0].replace("<br/>", "")
        assert not set(label) & set('<>"`{}[]|\\&')


def test_what_an_author_writes_is_data_in_dot() -> None:
    written = dot(drawing(hostile()), ENGLISH)
    assert r"a \"b\" \\ <script>" in written
    assert "&amp;" in written
    assert r"end \\N" in written
    assert all(row.replace("\\\\", "").replace('\\"', "").count('"') % 2 == 0 for row in written.splitlines())


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_it() -> None:
    written = dot(drawing(hostile()), ENGLISH)
    done = subprocess.run(["dot", "-Tsvg"], input=written, capture_output=True, text=True, check=True)
    assert "&lt;script&gt;" in done.stdout


def hostile() -> Scenario:
    one_line = HOSTILE.replace("\n", " ")
    return scenario(inject("begin", text=HOSTILE, then="ask"), question("ask", title=one_line), title=one_line)
