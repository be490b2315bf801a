"""An imported story always loads, whatever the story is, and can be played to an ending."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.authoring.importing.files import READ_MAX, Imported, imported, read_file, reader_of, write
from simulator.authoring.importing.ids import Ids
from simulator.authoring.importing.ink import read_ink
from simulator.authoring.importing.twee import read_twee
from simulator.authoring.playtest.playtest import playtest
from simulator.errors import MachineError, UsageError
from simulator.loading.loader import load_scenario, read_bytes
from simulator.scenario.graph import Graph
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Decision, Ending, Inject, Question


def made_of(text: str, source: str = "story.twee", language: str = "en") -> Imported:
    return imported(text.encode("utf-8", "replace"), source, "tale", language)  # type: ignore[arg-type]


def scenario_of(text: str, source: str = "story.twee", language: str = "en") -> Scenario:
    made = made_of(text, source, language)
    scenario, problems = read_bytes(made.text.encode(), Path("tale") / "scenario.yaml")
    assert scenario is not None
    assert all(problem.severity != "error" for problem in problems)
    return scenario


def test_kinds_of_scenes() -> None:
    told = scenario_of(
        ":: StoryTitle\nA: #1 'x'\n:: Go [decision]\n[[a]]\n[[b]]\n:: a\nOne. [[c]]\n"
        ":: b\nTwo?\n[[c]]\n[[Start->Go]]\n:: c\nEnd."
    )
    assert told.title == "A: #1 'x'"
    assert told.start == "go"
    kinds = {scene.id: type(scene) for scene in told.scenes}
    assert kinds == {"go": Decision, "a": Inject, "b": Question, "c": Ending}


def test_vietnamese_titles_give_ids_without_marks_and_none_twice() -> None:
    told = scenario_of(
        ":: Chợ phiên Đồng Văn\n[[Chợ phiên Đồng Văn!]]\n[[?]]\n:: Chợ phiên Đồng Văn!\n:: ?", language="vi"
    )
    assert [scene.id for scene in told.scenes] == ["cho_phien_dong_van", "cho_phien_dong_van_2", "scene"]


def test_ids_are_never_reserved() -> None:
    ids = Ids("scene")
    made = [ids.of(title) for title in ("return", "silence", "own words", "press 1", "return", "9", "x" * 99)]
    assert made == ["return_2", "silence_2", "own_words_2", "scene_press_1", "return_3", "scene", "x" * 40]


def test_a_dead_end_a_missing_passage_and_a_round_all_get_an_ending() -> None:
    told = scenario_of(":: a\n[[b]]\n[[gone]]\n:: b\n[[c]]\n:: c\n[[b]]")
    endings = [scene.id for scene in told.scenes if isinstance(scene, Ending)]
    assert endings == ["end_nowhere", "end_round"]
    test = playtest(told, 70)
    assert test.personas["random"].runs == 10
    assert set(test.personas["random"].endings) == set(endings)


def test_ten_choices_and_more_go_on_in_a_question_behind() -> None:
    told = scenario_of(":: a\n" + "\n".join(f"[[go {n}]]" for n in range(20)) + "\n:: go 1\nx")
    questions = [scene for scene in told.scenes if isinstance(scene, Question)]
    assert [len(question.lines) for question in questions] == [9, 9, 4]
    assert sum(line.id.startswith("go") for question in questions for line in question.lines) == 20


def test_a_long_text_goes_on_in_injects_and_loses_no_word() -> None:
    words = " ".join(f"word{n}" for n in range(3_000))
    told = scenario_of(f":: a\n{words}\n[[b]]\n[[c]]\n:: b\n:: c")
    texts = [scene.text for scene in told.scenes if isinstance(scene, Inject | Question)]
    assert len(texts) > 4
    assert " ".join(texts).split() == words.split()


def test_what_is_lost_stands_at_its_place_as_a_comment() -> None:
    made = made_of(":: a\n<<set $x to 1>>\n[[b]]\n:: b\nx")
    lines = made.text.split("\n")
    at = next(number for number, line in enumerate(lines) if "<<set $x to 1>>" in line)
    assert lines[at].startswith("  # story.twee, line 2: ")
    assert lines[at + 1] == "  - id: a"
    assert [one.line for one in made.lost] == [2]


def test_levels_are_to_do_and_nothing_else_is_wrong() -> None:
    made = made_of(":: a\n[[b]]\n[[c]]\n:: b\n:: c")
    assert "levels: {transparency: 2}  # TODO" in made.text
    assert {problem.code for problem in made.problems} <= {"P505"}


def test_ink_is_told_by_its_ending_or_its_lines() -> None:
    assert reader_of(b"* a", "x.ink") is read_ink
    assert reader_of(b"\n:: a", "x.txt") is read_twee
    assert reader_of(b"* a -> b\n= b", "x.txt") is read_ink
    for data, name in ((b"", "x.ink"), (b"* a", "x.txt"), (b"* a -> b", "x.txt")):
        with pytest.raises(UsageError, match="neither Twee nor ink"):
            reader_of(data, name)
    told = scenario_of("Hi.\n* a -> k\n* b\n== k\nEnd.", "x.ink")
    assert [scene.id for scene in told.scenes] == ["start", "a", "b", "k"]


@pytest.mark.parametrize("text", ["", "   \n", "no passage at all\n" * 3])
def test_no_story_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="no story in"):
        made_of(text)


def test_a_published_page_is_told() -> None:
    with pytest.raises(UsageError, match="a page"):
        made_of("<html><tw-storydata name='x'>")


def test_too_much_for_one_scenario_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="too large"):
        made_of("".join(f":: p{n}\n[[p{n + 1}]]\n[[p{n + 2}]]\n" for n in range(20_000)))
    (tmp_path / "big").write_bytes(b"x" * (READ_MAX + 1))
    with pytest.raises(UsageError, match="longer than"):
        read_file(str(tmp_path / "big"))
    with pytest.raises(MachineError):
        read_file(str(tmp_path / "nothing"))


@pytest.mark.parametrize(
    "text",
    [
        ":: a\n" + "[[" * 50_000,
        ":: a\n" + "<<" * 50_000,
        ":: a\n" + "<!--" * 50_000,
        ":: a\n" + "(a:" * 50_000,
        ":: a\n(a:" + "()" * 50_000,
        ":: " + "\\" * 50_000,
        ":: a" + " " * 50_000 + "[",
        ":: a\n" + "<b" * 50_000,
        ":: a\n" + "[" * 50_000 + "x" + "]" * 50_000,
        ":: a\n(a:)" + "[" * 50_000 + "x" + "]" * 50_000,
        *(f":: a\n{sign * 50_000}" for sign in (" ''a", " //a", " *a", "{{{a", "@@a;", "|a>", "$a.", "!", " `a")),
    ],
    ids=range(19),
)
def test_hostile_twee_takes_no_longer(text: str) -> None:
    assert scenario_of(text).scenes


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000 + "}" * 100_000,
        "x" + "{}" * 100_000,
        "/*" * 50_000 + "x",
        "*" * 50_000 + " x",
        "- " * 50_000 + "x",
        "== a" + " " * 50_000 + "!\nx",
        "-> " * 50_000,
        "x\n" + "* a\n" * 3_000,
        "x\n" + "".join("*" * n + " a\n" for n in range(1, 200)),
    ],
    ids=range(9),
)
def test_hostile_ink_takes_no_longer(text: str) -> None:
    try:
        assert scenario_of(f"{text}\n-> END", "x.ink").scenes
    except UsageError:
        assert not text.strip("{}-> ") or text.count("\n") > 2_000


NAMES = st.sampled_from(["a", "b", "Chợ", "return", "ô 1", "x: y", "# z", "…", "<i>", "'q'", "\u202e", "null", "a b"])
WORDS = st.sampled_from(
    [
        "Cầu nứt.",
        "- no",
        "#1",
        "a: b",
        "[[",
        "]]",
        "->",
        "{x}",
        "<<set>>",
        "(if: 1)",
        "\t",
        "\x07",
        "%",
        "&a",
        "*b",
        "---",
    ]
)
BITS = st.lists(WORDS | st.text(max_size=8), max_size=6).map(" ".join)
LINKS = st.lists(st.tuples(NAMES | BITS, NAMES), max_size=12)


@st.composite
def twee(draw: st.DrawFn) -> str:
    told = ""
    for name in draw(st.lists(NAMES, min_size=1, max_size=8)):
        links = "\n".join(f"[[{label}->{target}]]" for label, target in draw(LINKS))
        told += f":: {name}\n{draw(BITS)}\n{links}\n{draw(BITS)}\n"
    return told


INK_LINES = st.one_of(
    BITS,
    st.tuples(st.sampled_from(["*", "**", "+", "***", "-", "--"]), BITS).map(" ".join),
    st.tuples(st.sampled_from(["*", "+", "-"]), BITS, st.just("->"), NAMES).map(" ".join),
    NAMES.map(lambda name: f"-> {name}"),
    st.sampled_from(["== a ==", "=== b", "= c", "-> DONE", "-> END", "~ x = 1", "{", "}", "* ->", "* [x] y", "(a)"]),
)


@given(twee(), st.sampled_from(["vi", "en"]))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_story_in_twee_always_loads(text: str, language: str) -> None:
    told = scenario_of(text, language=language)
    assert any(isinstance(scene, Ending) for scene in told.scenes)
    assert Graph(told).stuck == frozenset()


@given(st.lists(INK_LINES, min_size=1, max_size=25).map("\n".join))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_story_in_ink_always_loads(text: str) -> None:
    try:
        told = scenario_of(text, "x.ink")
    except UsageError:
        return
    assert Graph(told).stuck == frozenset()


def test_the_folder_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    made = made_of(":: a\n[[b]]\n:: b\nx")
    write(made, tmp_path / "deep" / "tale", "en")
    assert load_scenario(tmp_path / "deep" / "tale").id == "tale"
    with pytest.raises(UsageError, match="is there already"):
        write(made, tmp_path / "deep" / "tale", "en")
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError):
        write(made, tmp_path / "file" / "tale", "en")
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == ["tale"]
