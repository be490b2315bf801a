"""`podium fmt`: the meaning and every comment stay, whatever the file looked like; a second time changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from simulator.authoring.fmt.form import Formed, formed
from simulator.authoring.fmt.order import ORDERS
from simulator.authoring.fmt.scalars import WIDTH
from simulator.cli import main
from simulator.errors import ExitCode
from simulator.loading.fields import _models_in
from simulator.loading.loader import read_bytes
from simulator.scenario.model import Scenario
from tests.loading.texts import SMALL, small

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*/scenario.yaml"))
FILE = Path("small.yaml")


def form(text: str) -> Formed:
    return formed(text.encode(), FILE)


def text_in_form(text: str) -> str:
    made = form(text)
    assert made.text is not None, (made.is_left, made.problems)
    return made.text


def must_be_the_same(text: str) -> str:
    """The text in form, after everything that must hold of it."""
    before, _ = read_bytes(text.encode(), FILE)
    assert before is not None
    new = text_in_form(text)
    after, _ = read_bytes(new.encode(), FILE)
    assert after == before
    assert text_in_form(new) == new
    return new


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.parent.name)
def test_shipped_scenarios_keep_their_meaning_and_their_comments(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    made = formed(text.encode(), file)
    assert made.text is not None
    assert read_bytes(made.text.encode(), file)[0] == read_bytes(text.encode(), file)[0]
    assert formed(made.text.encode(), file).text == made.text
    assert sorted(re.findall(r"^ *# .*$", made.text, re.M)) == sorted(re.findall(r"^ *# .*$", text, re.M))


STYLES = st.sampled_from([None, "'", '"', "|", ">"])
WORDS = st.sampled_from(
    ["Ngập", "đường", "nghị", "đã\u00a0chặn", "#1", "a: b", "- x", '"Không"', "'no'", "{x}", "[y]", "&z", "no"],
) | st.sampled_from(["12:30", "…", "ừ", "%", "trưởng bản", "x  y", "?", "> 3", "| z", "@k", "`q`", "100"])
TEXTS = st.lists(WORDS, min_size=1, max_size=45).map(" ".join)
PARAGRAPHS = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join) | st.lists(TEXTS, min_size=2, max_size=3).map(
    "\n\n".join
)


@st.composite
def written_prose(draw: st.DrawFn) -> str:
    """A prose field as somebody might write it, at the indentation of a scene's key."""
    made = yaml.dump(
        {"text": draw(PARAGRAPHS)},
        default_style=draw(STYLES),
        allow_unicode=True,
        width=draw(st.sampled_from([30, 80, 1_000])),
    )
    return "\n    ".join(re.sub(r"^['\"]?text['\"]?:", "text:", made).rstrip("\n").split("\n"))


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, int]:
    """The small scenario with another text, comments put in, and keys in another order; and how many comments."""
    lines = SMALL.replace("text: The pipe was mended by night.", draw(written_prose())).split("\n")
    marks = 0
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        indent = " " * draw(st.integers(0, 10))
        lines.insert(at, f"{indent}# mark{marks} 'x' \"y\" [z" if draw(st.booleans()) else "")
        marks += 1
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at] += f"  # mark{marks}"
        marks += 1
    if draw(st.booleans()):
        lines[2:4] = reversed(lines[2:4])
    return "\n".join(lines), marks


@settings(max_examples=150, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(mutated())
def test_whatever_it_looked_like_it_means_the_same(made: tuple[str, int]) -> None:
    text, _ = made
    if read_bytes(text.encode(), FILE)[0] is None:
        return
    new = must_be_the_same(text)
    assert sorted(re.findall(r"# mark\d+", new)) == sorted(re.findall(r"# mark\d+", text))


@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(st.randoms(use_true_random=False), st.sampled_from(SHIPPED))
def test_a_shipped_scenario_with_comments_and_blank_lines_anywhere(random: object, file: Path) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for number in range(20):
        at = random.randrange(len(lines))  # type: ignore[attr-defined]
        lines.insert(at, ["", f"#mark{number}", f"          #mark{number}"][number % 3])
    text = "\n".join(lines)
    before, _ = read_bytes(text.encode(), FILE)
    if before is None:
        return
    made = form(text)
    assert made.text is not None
    assert read_bytes(made.text.encode(), FILE)[0] == before
    assert form(made.text).text == made.text
    assert sorted(re.findall(r"#mark\d+", made.text)) == sorted(re.findall(r"#mark\d+", text))


LONG = "Nước đã ngập đến mái, và bà con ở bản trên vẫn chưa ai báo cho biết phải đi đâu. " * 4


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_long_prose_becomes_a_block_of_the_right_width(quote: str) -> None:
    new = must_be_the_same(small(("text: Who has no water?", f"text: {quote}{LONG.strip()}{quote}")))
    block = new.partition("text: >-\n")[2].partition("\n    skills:")[0].split("\n")
    assert len(block) > 2
    assert all(len(line) <= WIDTH for line in block)
    assert " ".join(line.strip() for line in block) == LONG.strip()


def test_a_text_of_several_lines_keeps_them() -> None:
    new = must_be_the_same(small(("text: Who has no water?", 'text: "Who has no water?\\nAnd since when?"')))
    assert "text: |-\n      Who has no water?\n      And since when?\n" in new


def test_quotes_stay_only_where_yaml_needs_them() -> None:
    new = must_be_the_same(
        small(("title: The burst pipe", 'title: "The burst pipe"'), ("author: Podium", 'author: "Podium: us"'))
    )
    assert "title: The burst pipe\n" in new
    assert 'author: "Podium: us"\n' in new


def test_keys_stand_in_the_order_of_the_guide_and_take_their_comments_along() -> None:
    new = must_be_the_same(
        small(
            ("format: 1\nid: small\n", "# who\nid: small  # small\n# which\nformat: 1\n"),
            ("    text: The pipe was mended by night.\n    lesson:", "    lesson:"),
            (
                "  - id: the_end\n",
                "  # the end\n  - text: The pipe was mended by night.\n    # its id\n    id: the_end\n",
            ),
        )
    )
    assert new.startswith("# which\nformat: 1\n# who\nid: small  # small\nlanguage: en\n")
    assert "  # its id\n  - id: the_end\n    kind: ending\n" in new
    assert "    # the end\n    text: The pipe was mended by night.\n" in new


def test_every_key_of_the_format_has_its_place() -> None:
    """A key that is not in the order would stand last, in whatever order it was written."""
    missing = [
        (part, key)
        for part, model in _parts(Scenario, "scenario")
        for key in model.model_fields
        if key not in ORDERS[part].split()
    ]
    assert missing == []


def _parts(model: type[BaseModel], part: str) -> Iterator[tuple[str, type[BaseModel]]]:
    yield part, model
    for name, field in model.model_fields.items():
        for inner in set(_models_in(field.annotation)):
            yield from _parts(inner, inner.__name__.lower() if name == "scenes" else name)


def test_missing_ids_are_made_from_titles_and_texts_and_others_stay() -> None:
    text = small(
        ("  - id: opening\n    kind: question\n", "  - kind: question\n    title: Ai chưa có nước?\n"),
        ("start: opening", "start: ai_chua_co_nuoc"),
        ("      - id: owns_it\n        text:", "      - text:"),
        ("    - {id: f1, text: Ten houses have no water., source: Waterworks, as_of: 15:00}", FACTS),
    )
    new = text_in_form(text)
    scenario, problems = read_bytes(new.encode(), FILE)
    assert scenario is not None
    assert not problems
    assert [scene.id for scene in scenario.scenes] == ["ai_chua_co_nuoc", "the_end"]
    assert [line.id for line in scenario.scenes[0].lines] == ["ten_houses_since_three_o", "waits"]  # type: ignore[union-attr]
    assert [fact.id for fact in scenario.dossier.facts] == ["f1", "f2"]
    assert text_in_form(new) == new


FACTS = """\
    - text: Ten houses have no water.
      source: Waterworks
      as_of: 15:00
    - {id: f1, text: Two houses have water., source: Waterworks, as_of: 15:00}""".replace("{id: f1", "{id: f2")


def test_two_entries_of_the_same_words_get_different_ids() -> None:
    new = text_in_form(
        small(
            ("      - id: owns_it\n        text: Ten houses, since three o'clock.", "      - text: Ten houses, then."),
            ("      - id: waits\n        text: We are looking into it.", "      - text: Ten houses then."),
        )
    )
    assert "- id: ten_houses_then\n" in new
    assert "- id: ten_houses_then_2\n" in new


def test_a_file_with_errors_is_left_and_its_problems_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PODIUM_LANGUAGE", "en")
    file = tmp_path / "x.yaml"
    text = small(("outcome: good", "outcome:    god"))
    file.write_text(text, encoding="utf-8")
    assert main(["fmt", str(file)]) == ExitCode.AUTHOR
    out = capsys.readouterr().out
    assert "P104" in out
    assert "left as it is" in out
    assert file.read_text(encoding="utf-8") == text


def test_check_writes_nothing_and_fails_where_a_file_would_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.yaml"
    text = small(("title: The burst pipe", 'title:    "The burst pipe"'))
    file.write_text(text, encoding="utf-8")
    assert main(["fmt", str(file), "--check"]) == ExitCode.AUTHOR
    assert file.read_text(encoding="utf-8") == text
    assert main(["fmt", str(file)]) == ExitCode.OK
    assert main(["fmt", str(tmp_path), "--check"]) == ExitCode.OK
    assert "title: The burst pipe\n" in file.read_text(encoding="utf-8")
    capsys.readouterr()


def test_a_reference_keeps_a_missing_id_from_being_made_up_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "mine", "--no-input", "--into", str(tmp_path), "--language", "en"]) == ExitCode.OK
    file = tmp_path / "mine" / "scenario.yaml"
    text = file.read_text(encoding="utf-8").replace("  - id: rumour\n    kind", "  - kind")
    file.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    refers, nameless = lines.index("    then: rumour") + 1, lines.index("  - kind: question") + 1
    capsys.readouterr()
    assert main(["--language", "en", "fmt", str(file)]) == ExitCode.AUTHOR
    told = capsys.readouterr().out
    assert f"line {refers} refers to `rumour`, which no scene is called: " in told
    assert f"no id is made up for the scene in line {nameless}" in told
    assert "write into it: `id: rumour`" in told
    assert file.read_text(encoding="utf-8") == text
    file.write_text(text.replace("  - id: asked_back\n    kind", "  - kind"), encoding="utf-8")
    assert main(["--language", "en", "fmt", str(file)]) == ExitCode.AUTHOR
    told = capsys.readouterr().out
    assert "refers to `asked_back`" in told
    assert "write into it" not in told
