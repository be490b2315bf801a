"""The page of a graph, in a real browser: it moves, finds, tells, and nothing that an author wrote can run in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.graph.drawing import drawing
from simulator.authoring.graph.page import page
from simulator.authoring.graph.played import read_played
from simulator.authoring.playtest.as_json import as_json
from simulator.authoring.playtest.playtest import playtest
from simulator.language.catalogue import Catalogue
from simulator.loading.loader import load_scenario
from simulator.scenario.model import Scenario
from tests.authoring.browser import PROGRAM, WHY_NOT, Page, browser
from tests.builders import ending, inject, line, question, scenario

pytestmark = pytest.mark.skipif(PROGRAM is None, reason=WHY_NOT)

FLOOD = Path(__file__).parents[2] / "scenarios" / "lu-quet-na-lai"
HOSTILE = (
    "<script>document.title='run'</script>",
    "</script><script>document.title='run'</script>",
    '"><img src=x onerror="document.title=\'run\'">',
    "{{script}} <!-- &lt;b&gt; ]]> \u2028 ${document.title='run'}",
)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def flood(window: Page, tmp_path: Path) -> Page:
    """The page of the flood scenario, in Vietnamese."""
    return shown(window, load_scenario(FLOOD), tmp_path)


def shown(window: Page, told: Scenario, folder: Path) -> Page:
    file = folder / "graph.html"
    file.write_text(page(drawing(told), Catalogue("vi")), encoding="utf-8")
    window.requested.clear()
    window.open(file)
    return window


def box(window: Page) -> list[float]:
    return [float(part) for part in window.run("document.querySelector('#picture').getAttribute('viewBox')").split()]


def names(window: Page, selector: str) -> Any:  # noqa: ANN401
    return window.run(f"[...document.querySelectorAll({selector!r})].map(one => one.textContent)")


def test_it_shows_every_scene_and_asks_for_nothing_else(flood: Page) -> None:
    scenes = len(load_scenario(FLOOD).scenes) + len(load_scenario(FLOOD).pools) + 1
    assert len(names(flood, "g.node")) == scenes
    assert len(names(flood, "nav button")) == scenes
    assert [url for url in flood.requested if not url.startswith(("file:", "about:"))] == []
    assert len(flood.requested) == 1


def test_the_wheel_zooms_dragging_moves_and_a_key_shows_all(flood: Page) -> None:
    flood.press("0")
    whole = box(flood)
    flood.mouse("mouseWheel", 700, 400, deltaX=0, deltaY=-120)
    nearer = box(flood)
    assert nearer[2] < whole[2]
    flood.mouse("mousePressed", 700, 400, button="left", clickCount=1)
    flood.mouse("mouseMoved", 760, 450, button="left", buttons=1)
    flood.mouse("mouseReleased", 760, 450, button="left", clickCount=1)
    moved = box(flood)
    assert moved[0] < nearer[0]
    assert moved[1] < nearer[1]
    flood.press("0")
    assert box(flood) == whole


def test_search_finds_without_diacritics_and_enter_chooses(flood: Page) -> None:
    flood.press("/")
    flood.type("tram hua lim")
    left = flood.run("[...document.querySelectorAll('nav li:not([hidden]) small')].map(one => one.textContent)")
    assert any(line.endswith("gauge") for line in left)
    assert len(left) < 10
    flood.press("Enter")
    assert names(flood, ".node.chosen")
    assert flood.run("document.querySelector('#about').hidden") is False


def test_choosing_from_the_list_tells_of_the_scene_and_what_it_leads_to(flood: Page) -> None:
    flood.run("[...document.querySelectorAll('nav button')].find(one => one.textContent.includes('opening')).click()")
    assert names(flood, "#about h2") == ["Bao nhiêu người, lỗi của ai?"]
    flood.run("document.querySelector('#about li button').click()")
    assert names(flood, "#about h2") != ["Bao nhiêu người, lỗi của ai?"]


def test_it_is_light_or_dark_as_the_system_is_and_by_the_button(flood: Page) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light = flood.run(colour)
    flood.in_the_dark()
    dark = flood.run(colour)
    assert light != dark
    flood.run("document.querySelector('#theme').click()")
    assert flood.run(colour) == light


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_writes_never_runs(window: Page, tmp_path: Path, text: str) -> None:
    hostile = scenario(
        inject("begin", title=text, text=text, then="ask"),
        question("ask", title=text, text=text),
        ending("end", headline=text, text=text),
        title=text,
    )
    shown(window, hostile, tmp_path)
    window.run("document.querySelector('nav button').click()")
    assert window.run("document.title") != "run"
    assert window.run("document.querySelectorAll('script').length") == 2
    assert window.run("document.querySelectorAll('img').length") == 0
    assert names(window, "#about h2") == [text]
    assert names(window, "#about p") == [text]


def test_the_policy_stops_what_would_slip_through(window: Page, tmp_path: Path) -> None:
    shown(window, scenario(question("ask")), tmp_path)
    window.run(
        "(() => { const made = document.createElement('script'); made.textContent = 'window.slipped = 1';"
        " document.body.append(made); })()"
    )
    assert window.run("window.slipped") is None


def test_a_thousand_scenes_are_drawn(window: Page, tmp_path: Path) -> None:
    scenes = [
        question(
            f"q{number}", then=({"when": "trust < 30", "go": f"q{min(number + 7, 999)}"}, {"go": f"q{number + 1}"})
        )
        for number in range(999)
    ]
    shown(window, scenario(*scenes, question("q999")), tmp_path)
    assert window.run("document.querySelectorAll('g.node').length") == 1001
    first = box(window)
    window.press("+")
    assert box(window)[2] < first[2]


@pytest.fixture
def tested(window: Page, tmp_path: Path) -> Page:
    """The page of a small scenario with a playtest over it, in which one line and one scene never came up."""
    told = scenario(
        question("ask", line("fine", levels={"accuracy": 4}), line("shut", levels={"accuracy": 0}, when="trust > 99")),
        inject("lost", title="</script><b>lost</b>"),
        ending("end"),
    )
    report = as_json(playtest(told, 70), (), Catalogue("vi"))
    file = tmp_path / "graph.html"
    file.write_text(page(drawing(told), Catalogue("vi"), read_played(report, "x", "tiny")), encoding="utf-8")
    window.open(file)
    return window


def test_a_playtest_is_laid_over_it(tested: Page) -> None:
    assert names(tested, ".node .hits") == ["×70 · 100", "✗ chưa lần nào", "×70"]
    assert tested.run("document.querySelectorAll('.node .grade').length") == 1
    assert tested.run("document.querySelectorAll('.node.never .cross').length") == 1
    assert names(tested, "#played") == ["chạy thử: 70 lượt từ hạt giống 0, bao phủ 60 %"]
    tested.run("document.querySelector('nav button').click()")
    assert names(tested, "#about .choices li") == ["fine: ×70 · 100", "shut: ✗ chưa lần nào"]
    assert tested.run("document.querySelectorAll('b').length") == 3


def test_what_never_came_up_is_found_by_its_words(tested: Page) -> None:
    tested.press("/")
    tested.type("chua lan nao")
    left = tested.run("[...document.querySelectorAll('nav li:not([hidden]) small')].map(one => one.textContent)")
    assert len(left) == 2
    assert any("lost" in one for one in left)


def test_the_bar_of_a_grade_stays_under_its_node(tested: Page) -> None:
    widths = "[...document.querySelectorAll('.node')].map(n => [n, n.querySelector('.grade')]).filter(p => p[1])"
    assert tested.run(
        f"{widths}.every(([n, g]) => g.width.baseVal.value <= n.querySelector('rect').width.baseVal.value)"
    )


def test_without_a_playtest_nothing_of_it_is_there(flood: Page) -> None:
    assert names(flood, ".hits") == []
    assert names(flood, "#played") == []


def test_the_condition_of_a_way_is_told_in_the_list_and_where_one_points_at_it(window: Page, tmp_path: Path) -> None:
    told = scenario(
        question("first", then=[{"when": "trust < 45 and heat > 60", "go": "lost"}, {"go": "end"}]),
        ending("end"),
        ending("lost", headline="A headline of two lines that is as long as headlines are"),
    )
    shown(window, told, tmp_path)
    condition = "trust < 45 and heat > 60"
    assert any(condition in entry for entry in names(window, "nav small"))
    assert any(condition in title for title in names(window, "g.edge title"))
    hovered = "[...document.styleSheets[0].cssRules].some(rule => rule.selectorText?.includes('.edge:hover text'))"
    assert window.run(hovered) is True
    sticks_out = """[...document.querySelectorAll("g.node")].some(node => {
        const inner = node.querySelector("text").getBBox(), outer = node.querySelector("rect, path").getBBox();
        return inner.x + inner.width > outer.x + outer.width || inner.y + inner.height > outer.y + outer.height;
    })"""
    assert window.run(sticks_out) is False


def test_the_figures_of_a_playtest_have_a_legend(tmp_path: Path) -> None:
    told = scenario(question("first", then="end"), ending("end"))
    report = as_json(playtest(told, 7), (), Catalogue("en"))
    html = page(drawing(told), Catalogue("en"), read_played(report, "report.json", told.id))
    assert "×120 · 64 above a scene: the runs came to it 120 times" in html
    assert "above a scene" not in page(drawing(told), Catalogue("en"))
