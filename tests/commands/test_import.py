"""`podium import`, as an author meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli import main
from simulator.errors import ExitCode
from tests.commands.test_cli import Captured

TWEE = ":: Start\n<<set $x to 1>>Who pays?\n[[We do->a]]\n[[Nobody->b]]\n\n:: a\nGood.\n\n:: b\nBad.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "Who pays.twee"
    file.write_text(TWEE, encoding="utf-8")
    return file


def test_it_writes_what_checks_without_an_error_and_tells_what_is_lost(
    capsys: Captured, tmp_path: Path, story: Path
) -> None:
    out = tmp_path / "who-pays"
    assert main(["import", str(story), "--out", str(out)]) == ExitCode.OK
    captured = capsys.readouterr()
    assert f"{story}:2: not carried over: a macro  <<set $x to 1>>" in captured.err
    assert "3 scenes; not carried over: 1" in captured.out
    assert main(["check", str(out)]) == ExitCode.OK
    assert "TODO" in capsys.readouterr().out, "what is still to be written is told"
    assert main(["playtest", str(out), "--runs", "14", "--min-coverage", "100"]) == ExitCode.OK


def test_it_speaks_the_scenarios_language(capsys: Captured, tmp_path: Path, story: Path) -> None:
    assert main(["import", str(story), "--out", str(tmp_path / "x"), "--language", "vi"]) == ExitCode.OK
    text = (tmp_path / "x" / "scenario.yaml").read_text(encoding="utf-8")
    assert "language: vi" in text
    assert "chưa lấy sang được" in text


@pytest.mark.parametrize(
    ("name", "told"), [("Who Pays", "for example `who-pays`"), ("taken", "is there already"), ("9", "cannot be an id")]
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    capsys: Captured, tmp_path: Path, story: Path, name: str, told: str
) -> None:
    (tmp_path / "taken").mkdir()
    assert main(["import", str(story), "--out", str(tmp_path / name)]) == ExitCode.USAGE
    assert told in capsys.readouterr().err
    assert not (tmp_path / name / "scenario.yaml").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("build.sh", b"#!/bin/bash\n# build\nset -e\nfor f in *; do echo $f; done\n"),
        ("build.ink", b"#!/bin/bash\n* build\n"),
        ("notes.md", b"# Notes\n* one\n* two -> three\n"),
        ("code.py", b"def f() -> int:\n    return 1\n"),
        ("prose.ink", b"Nothing but a sentence.\n"),
        ("none.ink", b""),
        ("none", b""),
        ("bytes.ink", b"\xff\x00"),
        ("bytes", b":: Start\n\x00"),
    ],
)
def test_a_file_that_is_neither_twee_nor_ink_is_refused(
    capsys: Captured, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["import", str(tmp_path / name), "--out", str(tmp_path / "x")]) == ExitCode.USAGE
    assert "is neither Twee nor ink\n  Twee begins its passages with `::`" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_twee_file_without_a_passage_is_told(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "none.twee").write_bytes(b"words alone\n")
    assert main(["import", str(tmp_path / "none.twee"), "--out", str(tmp_path / "x")]) == ExitCode.USAGE
    assert "no story in" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["story.txt", "story.ink"])
def test_ink_is_known_by_its_ways(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Who pays?\n* We do -> good\n* Nobody -> END\n== good\nWell.\n-> END\n")
    assert main(["import", str(tmp_path / name), "--out", str(tmp_path / "x")]) == ExitCode.OK


def test_it_is_in_the_form_of_the_guide_and_says_what_is_next_in_the_readers_language(
    capsys: Captured, tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for tongue, told in (("vi", "cho biết còn phải viết những gì"), ("en", "tells what is still to be written")):
        out = f"tale-{tongue}"
        assert main(["--language", tongue, "import", str(story), "--out", out]) == ExitCode.OK
        assert f"podium check {out}    # {told}\n" in capsys.readouterr().out
        assert main(["fmt", "--check", out]) == ExitCode.OK
