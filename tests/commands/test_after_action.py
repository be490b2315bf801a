"""`podium after-action`, `podium rate` and `podium msel`: what they write, and one line for what cannot be."""

from __future__ import annotations

import csv
import json
import sys
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from tests.commands.test_cli import Captured, played

EN = ("--language", "en")


def test_ratings_are_given_listed_and_taken_back(capsys: Captured) -> None:
    session = played().session_id
    rate = [*EN, "rate", session, "--objective", "1", "--by", "Hoa"]
    assert main([*rate, "s", "--note", "Calm.", "--answer", "1"]) == ExitCode.OK
    assert "S  Performed with some challenges  (Hoa)" in capsys.readouterr().out
    assert main([*EN, "rate", session, "--format", "json"]) == ExitCode.OK
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["objective"], row["rating"], row["by"], row["answers"]) == (1, "S", "Hoa", [1])
    assert main([*rate, "--withdraw"]) == ExitCode.OK
    assert "Performed" not in capsys.readouterr().out
    assert main([*rate, "--withdraw"]) == ExitCode.USAGE
    assert "Hoa has given no rating on objective 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["P", "--by", "Hoa"], "--objective 1 to"),
        (["P", "--objective", "9", "--by", "Hoa"], "--objective 1 to"),
        (["P", "--objective", "-1", "--by", "Hoa"], "--objective 1 to"),
        (["P", "--objective", "1"], "--by NAME"),
        (["P", "--objective", "1", "--by", "x" * 101], "--by NAME"),
        (["P", "--objective", "1", "--by", "Hoa", "--note", "x" * 2001], "longer than 2000"),
        (["P", "--objective", "1", "--by", "Hoa", "--answer", "2"], "there is no answer 2"),
        (["Q", "--objective", "1", "--by", "Hoa"], "one of: P, S, M, U"),
        (["--objective", "1", "--by", "Hoa"], "one of: P, S, M, U"),
        (["P", "--objective", "one"], "--objective"),
    ],
)
def test_a_rating_that_cannot_be_is_one_line(capsys: Captured, given: list[str], told: str) -> None:
    session = played().session_id
    assert main([*EN, "rate", session, *given]) == ExitCode.USAGE
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error
    assert main([*EN, "rate", session, "--format", "json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == [], "nothing was kept"


def test_an_observers_words_do_not_reach_the_terminal_as_codes(capsys: Captured) -> None:
    session = played().session_id
    said = "\x1b]0;x\x07\u202eHoa"
    assert main([*EN, "rate", session, "P", "--objective", "1", "--by", said, "--note", said]) == ExitCode.OK
    assert not {"\x1b", "\x07", "\u202e"} & set(capsys.readouterr().out)


def test_a_report_is_written_by_the_files_name(capsys: Captured, tmp_path: Path) -> None:
    session = played().session_id
    for name in ("report.html", "report.docx", "report.md"):
        assert main([*EN, "after-action", session, "--out", str(tmp_path / name)]) == ExitCode.OK
        assert name in capsys.readouterr().err
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert docx.Document(str(tmp_path / "report.docx")).tables
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# After-action report")


def test_several_sessions_and_both_editions(capsys: Captured, tmp_path: Path) -> None:
    ids = [played().session_id, played().session_id]
    out = tmp_path / "all.md"
    assert main([*EN, "after-action", *ids, ids[0], "--edition", "facilitator", "--out", str(out)]) == ExitCode.OK
    assert "2 sessions, 2 answers" in out.read_text(encoding="utf-8"), "a session that is named twice counts once"
    assert "Endings not reached" in out.read_text(encoding="utf-8")
    assert main([*EN, "after-action", *ids, "--out", str(out)]) == ExitCode.OK
    assert "Endings not reached" not in out.read_text(encoding="utf-8")


def test_the_latest_session_by_default(capsys: Captured) -> None:
    assert main([*EN, "after-action"]) == ExitCode.USAGE
    played()
    capsys.readouterr()
    assert main([*EN, "after-action"]) == ExitCode.OK
    assert "</html>" in capsys.readouterr().out


@pytest.mark.parametrize("verb", [["after-action"], ["msel", "chemical-spill-nam-ta", "--format", "csv", "--session"]])
def test_an_exam_that_goes_on_is_told_at_its_end(capsys: Captured, verb: list[str]) -> None:
    exercise = LocalHouse(seed=1, mode="exam").begin("chemical-spill-nam-ta")
    exercise.choose_line("plain_acid")
    assert main([*EN, *verb, exercise.session_id]) == ExitCode.USAGE
    assert "it is told at its end" in capsys.readouterr().err


def test_a_rating_during_an_exam_tells_no_grade(capsys: Captured) -> None:
    exercise = LocalHouse(seed=1, mode="exam").begin("chemical-spill-nam-ta")
    worst = min(exercise.question.lines, key=lambda line: sum(line.levels.values()))
    exercise.choose_line(worst.id)
    given = ["rate", exercise.session_id, "P", "--objective", "1", "--by", "Hoa"]
    assert main([*EN, *given]) == ExitCode.OK
    assert "counts as" not in capsys.readouterr().out


def test_the_events_list_of_a_scenario_and_of_a_session(capsys: Captured, tmp_path: Path) -> None:
    session = played().session_id
    out = tmp_path / "list.xlsx"
    assert main([*EN, "msel", "chemical-spill-nam-ta", "--out", str(out)]) == ExitCode.OK
    assert openpyxl.load_workbook(BytesIO(out.read_bytes())).sheetnames == ["MSEL", "Key"]
    capsys.readouterr()
    told = tmp_path / "list.csv"
    assert main([*EN, "msel", "chemical-spill-nam-ta", "--session", session, "--out", str(told)]) == ExitCode.OK
    with told.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["status"] for row in rows} == {"Complete", "Released", "Draft"}
    assert rows[0]["fired_at"][10] == "T"


def test_a_session_of_another_scenario(capsys: Captured) -> None:
    session = played().session_id
    assert main([*EN, "msel", "lu-quet-na-lai", "--session", session, "--format", "csv"]) == ExitCode.USAGE
    assert "is of another scenario" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["after-action", "--format", "docx"], ["msel", "chemical-spill-nam-ta"]])
def test_an_office_file_is_not_poured_into_a_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    played()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main([*EN, *verb]) == ExitCode.USAGE
    assert "--out FILE" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [["after-action", "nobody"], ["rate", "nobody"], ["msel", "nothing"]])
def test_what_is_not_there_is_one_line(capsys: Captured, verb: list[str]) -> None:
    assert main([*EN, *verb]) != ExitCode.OK
    assert "Traceback" not in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(capsys: Captured) -> None:
    session = played().session_id
    assert main([*EN, "after-action", session, "--out", "/no/such/folder/x.html"]) == ExitCode.ENVIRONMENT
    assert "/no/such/folder/x.html cannot be written" in capsys.readouterr().err


def test_a_file_whose_name_asks_for_another_format_is_not_written(capsys: Captured, tmp_path: Path) -> None:
    session = played().session_id
    for verb in (["after-action", session], ["msel", "chemical-spill-nam-ta"]):
        out = tmp_path / "report.pdf"
        assert main([*EN, *verb, "--out", str(out)]) == ExitCode.USAGE
        assert "ends in .pdf" in capsys.readouterr().err
        assert not out.exists()
