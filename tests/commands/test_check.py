"""`podium check`: what its last lines say, and that a terminal's edge breaks no word."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.errors import ExitCode
from tests.loading.texts import small

ROOT = Path(__file__).parents[2]
PLAYED = ROOT / "scenarios" / "lu-quet-na-lai"
Captured = pytest.CaptureFixture[str]

UNTESTED = "Play-throughs are not rehearsed here: `podium test` does that, and tells what comes otherwise.\n"
MORE = "More may come once the errors are mended: what hangs on them could not be looked at, and warnings wait, too.\n"


def _last_lines(*paths: Path, capsys: Captured, language: str = "en") -> str:
    main(["--language", language, "check", *map(str, paths)])
    return capsys.readouterr().err


def _written(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(small(*changes), encoding="utf-8")
    return path


def test_one_is_told_as_one(capsys: Captured, tmp_path: Path) -> None:
    wrong = _written(tmp_path, "wrong", ("then: the_end", "then: the_edn"))
    assert _last_lines(wrong, capsys=capsys) == f"One scenario checked: one error.\n{MORE}"
    twice = _written(tmp_path, "twice", ("then: the_end", "then: the_edn"), ("hang\n    text", "hnag\n    text"))
    assert _last_lines(wrong, twice, capsys=capsys).startswith("2 scenarios checked: 3 errors.\n")


def test_warnings_and_notes_are_counted_apart(capsys: Captured, tmp_path: Path) -> None:
    told = _last_lines(_written(tmp_path, "small"), capsys=capsys)
    assert told.startswith("One scenario checked: ")
    assert "warning" in told
    assert "error" not in told


def test_playthroughs_are_counted_as_such_and_the_test_is_named_once(capsys: Captured) -> None:
    count = len(list((PLAYED / "playthroughs").glob("*.yaml")))
    told = _last_lines(PLAYED / "playthroughs", capsys=capsys)
    assert told == f"{count} play-throughs checked: no problems.\n{UNTESTED}"
    assert "kịch bản" not in _last_lines(PLAYED / "playthroughs", capsys=capsys, language="vi").partition("\n")[0]
    assert _last_lines(PLAYED, capsys=capsys) == f"One scenario checked: no problems.\n{UNTESTED}"


def test_a_translation_is_counted_as_one(capsys: Captured) -> None:
    translation = next(PLAYED.glob("*.po"))
    assert _last_lines(translation, capsys=capsys).startswith("One translation checked: ")


def test_at_a_terminal_hints_end_between_words(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = _written(tmp_path, "wrong", ("levels: {accuracy: 1}", "levels: {acuracy: 1}"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "24")
    assert main(["--language", "en", "check", str(wrong)]) == ExitCode.AUTHOR
    lines = capsys.readouterr().out.split("\n")
    assert [line for line in lines if len(line) > 59 and " " in line.strip()] == []
    assert any(line.startswith("    ") and "timeliness" not in line and "respect" in line for line in lines)


def test_the_help_says_that_playthroughs_are_not_rehearsed(capsys: Captured) -> None:
    main(["--language", "en", "check", "--help"])
    assert "`podium test` does that." in " ".join(capsys.readouterr().out.split())


def test_what_an_import_leaves_to_be_written_is_told_one_by_one(capsys: Captured, tmp_path: Path) -> None:
    story = tmp_path / "story.twee"
    story.write_text(":: Start\nHello. [[Go->Next]] [[Stay->Start]]\n\n:: Next\nBye.\n", encoding="utf-8")
    out = tmp_path / "imported"
    assert main(["--language", "en", "import", str(story), "--out", str(out), "--language", "vi"]) == ExitCode.OK
    capsys.readouterr()
    assert main(["--language", "en", "check", str(out)]) == ExitCode.OK
    told = capsys.readouterr().out
    written = (out / "scenario.yaml").read_text(encoding="utf-8")
    texts = [line for line in written.splitlines() if "TODO" in line.partition("#")[0]]
    assert told.count("P723 warning: this text is still to be written") == len(texts) > 5
    assert main(["--language", "en", "check", "--strict", str(out)]) == ExitCode.AUTHOR
