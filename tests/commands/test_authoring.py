"""`podium new`, `podium schema` and `podium graph`, as an author at a terminal and a script meet them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from simulator.authoring.schema.build import PUBLISHED
from simulator.cli import main
from simulator.commands.new import DEFAULT_MODULE, MODULES, _choice, told_step, wrapped
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue, Tongue
from simulator.language.words import MODULE_NAMES
from simulator.loading.loader import load_scenario
from simulator.scenario.scenes import Question

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]


def new(tmp_path: Path, *words: str) -> int:
    return main(["new", *words, "--no-input", "--into", str(tmp_path)])


def test_the_schema_is_printed_as_it_is_published(capsys: Captured) -> None:
    assert main(["schema"]) == ExitCode.OK
    assert capsys.readouterr().out == PUBLISHED.read_text(encoding="utf-8")


def test_the_schema_speaks_the_language_asked_for(capsys: Captured) -> None:
    assert main(["--language", "vi", "schema"]) == ExitCode.OK
    told = json.loads(capsys.readouterr().out)
    assert "kịch bản" in told["description"].lower()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_scenario_checks_clean_and_says_what_is_next(capsys: Captured, tmp_path: Path, language: str) -> None:
    assert new(tmp_path, "cho-phien", "--language", language, "--module", "cohesion", "--title", "Phiên chợ: #1") == 0
    told = capsys.readouterr().out
    assert str(tmp_path / "cho-phien") in told
    assert "podium check" in told
    assert main(["check", str(tmp_path / "cho-phien")]) == ExitCode.OK
    assert "no problems" in capsys.readouterr().err
    text = (tmp_path / "cho-phien" / "scenario.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=scenario.schema.json\n")
    assert f"language: {language}\n" in text
    assert "module: cohesion\n" in text
    assert (tmp_path / "cho-phien" / "scenario.schema.json").exists()


def test_it_comes_with_samples_on_each_of_its_main_questions(tmp_path: Path) -> None:
    new(tmp_path, "cho-phien", "--language", "vi")
    questions = [scene for scene in load_scenario(tmp_path / "cho-phien").scenes if isinstance(scene, Question)]
    counts = {question.id: len(question.samples) for question in questions}
    assert counts == {"opening": 3, "asked_back": 0, "rumour": 3}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Cháy chợ"], "chay-cho"),
        ([""], "an id is needed"),
        (["lu-quet-na-lai"], "on the shelf already"),
        (["fine", "--title", "two\nlines"], "one line"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    capsys: Captured, tmp_path: Path, words: list[str], told: str
) -> None:
    assert new(tmp_path, *words) == ExitCode.USAGE
    assert told in capsys.readouterr().err
    assert list(tmp_path.glob("*/scenario.yaml")) == []


def test_it_overwrites_nothing(capsys: Captured, tmp_path: Path) -> None:
    assert new(tmp_path, "mine") == ExitCode.OK
    (tmp_path / "mine" / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    assert new(tmp_path, "mine") == ExitCode.USAGE
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "mine" / "scenario.yaml").read_text(encoding="utf-8") == "format: 1\n"


def test_a_folder_that_cannot_be_written_is_told(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert new(tmp_path / "file", "mine") == ExitCode.ENVIRONMENT
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a Unix terminal")
def test_at_a_terminal_it_asks_and_tells_why_an_answer_cannot_be(tmp_path: Path) -> None:
    import pexpect

    command = ["-m", "simulator", "new", "--into", str(tmp_path)]
    with pexpect.spawn(sys.executable, command, cwd=str(ROOT), encoding="utf-8", timeout=30) as asked:
        for question, answer in (
            ("Its id", "Cháy chợ"),
            ("[chay-cho]", ""),
            ("Language of the scenario", "fr"),
            ("please type one of: vi (Tiếng Việt), en (English)", "tiếng"),
            ("Module of the course", "con"),
            ("please type one of: sovereignty (Sovereignty and borders),", "Gan ket"),
            ("Title", "Cháy chợ Bản Pản"),
            ("Author", ""),
        ):
            asked.expect_exact(question)
            asked.sendline(answer)
        asked.expect_exact("Written:")
        asked.expect(pexpect.EOF)
    text = (tmp_path / "chay-cho" / "scenario.yaml").read_text(encoding="utf-8")
    assert "  Cháy chợ Bản Pản\n" in text
    assert "language: vi\n" in text
    assert "module: cohesion\n" in text
    assert main(["check", str(tmp_path / "chay-cho")]) == ExitCode.OK


@pytest.mark.parametrize("tongue", ["vi", "en"])
@pytest.mark.parametrize(
    ("typed", "module"),
    [("Gắn kết", "cohesion"), ("gan  KET cong dong", "cohesion"), ("human", "rights"), ("p", "press"), ("", "press")],
)
def test_a_module_is_chosen_by_its_id_or_either_of_its_names(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured, tongue: Tongue, typed: str, module: str
) -> None:
    monkeypatch.setattr("click.prompt", lambda question, default, type: typed or default)
    names = MODULE_NAMES
    assert _choice(Catalogue(tongue), "Module of the course", MODULES, names, DEFAULT_MODULE) == module
    assert Catalogue(tongue).say(names["cohesion"]) in capsys.readouterr().out


def test_what_is_told_is_broken_between_words() -> None:
    long = "a scenario called so is on the shelf already, " * 4
    assert all(len(line) <= 80 for line in wrapped(long))
    assert " ".join(wrapped(long)).split() == long.split()
    assert told_step("podium x", "does") == ["  podium x    # does"]
    assert told_step("podium x", "does " * 20)[-1] == "  podium x"


@pytest.mark.parametrize(
    ("format_", "begins"), [("mermaid", "flowchart TD"), ("dot", "digraph scenario"), ("html", "<!doctype html>")]
)
def test_a_graph_is_printed_or_written(capsys: Captured, tmp_path: Path, format_: str, begins: str) -> None:
    assert main(["graph", "lu-quet-na-lai", "--format", format_]) == ExitCode.OK
    printed = capsys.readouterr().out
    assert printed.startswith(begins)
    assert "Nhật ký trực ban" in printed
    assert main(["graph", "lu-quet-na-lai", "--format", format_, "--out", str(tmp_path / "graph")]) == ExitCode.OK
    assert (tmp_path / "graph").read_text(encoding="utf-8") == printed


def test_what_cannot_be_drawn_is_told(capsys: Captured, tmp_path: Path) -> None:
    assert main(["graph", "no-such-scenario"]) == ExitCode.USAGE
    bad = tmp_path / "scenario.yaml"
    bad.write_text("format: 1\n", encoding="utf-8")
    assert main(["graph", str(bad)]) == ExitCode.AUTHOR
    assert main(["graph", "lu-quet-na-lai", "--out", str(tmp_path / "no" / "where")]) == ExitCode.ENVIRONMENT
    assert "podium: " in capsys.readouterr().err
