"""The authoring guide keeps to the format it describes: each example is loaded, with a small scenario around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.loading.codes import CODES
from simulator.loading.course import examine_course
from simulator.loading.loader import read_bytes
from simulator.loading.playthrough import examine_playthrough_bytes
from simulator.loading.source import read_source
from tests.loading.texts import SMALL

GUIDE = Path(__file__).parent.parent.parent / "scenarios" / "README.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)

OF_ITS_OWN_SCENARIO = re.compile(r"P109|P2|P302|P4|P5|P6|P7|P8")
"""What an example cannot help: it names scenes, people and variables that stand elsewhere, or nowhere."""

_PART = re.compile(r"^(?=\w+:)", re.MULTILINE)


def parts(text: str) -> dict[str, str]:
    """A mapping's text, cut at its keys."""
    return {part.partition(":")[0]: part for part in _PART.split(text) if part.strip() and part[0] not in "#\n"}


def around(example: str) -> str:
    """A scenario with the example where it belongs: keys of the head, scenes, lines or ways."""
    whole = parts(SMALL)
    if example.lstrip().startswith("- "):
        scene = example if re.search(r"^  kind:", example, re.MULTILINE) else _question("lines", example)
        return "".join({**whole, "scenes": whole["scenes"] + _indented(scene)}.values())
    own = parts(example)
    if own.keys() <= {"then", "text"}:
        return "".join({**whole, "scenes": whole["scenes"] + _indented(_question("", example))}.values())
    return "".join({**whole, **own}.values())


def _question(key: str, example: str) -> str:
    """A question of two lines, of which the example may be one, or one of the question's own keys."""
    head = "- id: asked\n  kind: question\n  journalist: hang\n  skills: [accuracy, accountability]\n"
    line = "  - {id: other_line, text: Nothing., levels: {accuracy: 1, accountability: 1}}\n"
    text = "" if example.startswith("text:") else "  text: Who?\n"
    if key == "lines":
        return f"{head}{text}  lines:\n{_indented(_indented(example))}  {line}"
    return f"{head}{text}{_indented(example)}  lines:\n  {line}  {line.replace('other', 'another')}"


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_read(example: str) -> None:
    source, report = read_source(example.encode(), "README.md")
    assert source is not None
    assert report.problems() == ()


@pytest.mark.parametrize("example", [example for example in EXAMPLES if "days" in parts(example)])
def test_every_course_could_be_put_on_the_shelf(example: str, tmp_path: Path) -> None:
    file = tmp_path / f"{parts(example)['id'].partition(':')[2].strip()}.yaml"
    file.write_text(example, "utf-8")
    assert examine_course(file).problems == ()


def test_the_guide_knows_the_codes_of_courses() -> None:
    rows = [f"| {code} | {entry.title} |\n" for code, entry in CODES.items() if code >= "P9"]
    assert "| code | what it tells |\n|---|---|\n" + "".join(rows) in GUIDE.read_text("utf-8")


@pytest.mark.parametrize("example", [example for example in EXAMPLES if "days" not in parts(example)])
def test_every_example_keeps_to_the_format(example: str) -> None:
    if "steps" in parts(example):
        scenario, _ = read_bytes(SMALL.encode(), Path("README.md"))
        assert scenario
        problems = examine_playthrough_bytes(example.encode(), Path("README.md"), scenario).problems
    else:
        problems = read_bytes(around(example).encode(), Path("README.md"))[1]
    assert [
        f"{problem.code} {problem.line} {problem.message} {problem.params}"
        for problem in problems
        if not OF_ITS_OWN_SCENARIO.match(problem.code)
    ] == []


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 5
