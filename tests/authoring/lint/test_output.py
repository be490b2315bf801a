"""Severities as a scenario wishes, SARIF as its specification wants it, and exit codes."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.lint.as_sarif import as_sarif
from simulator.authoring.lint.lint import lint
from simulator.authoring.lint.severities import as_wished
from simulator.cli import main
from simulator.errors import ExitCode
from simulator.language.catalogue import Catalogue
from simulator.loading.codes import CODES
from simulator.loading.loader import read_bytes
from simulator.loading.problems import Problem

BAD = Path(__file__).parents[2] / "bad_scenarios"
TODAY = date(2026, 11, 26)
UNREAD = (BAD / "P705-variable-that-nothing-asks-for.yaml").read_text(encoding="utf-8")

Captured = pytest.CaptureFixture[str]


def wishing(checks: str) -> tuple[Problem, ...]:
    """What is told of a scenario with a variable that is never read, by its own wishes."""
    data = UNREAD.replace("licence: CC BY 4.0\n", f"licence: CC BY 4.0\nchecks: {checks}\n").encode()
    scenario, problems = read_bytes(data, Path("small.yaml"))
    assert scenario is not None
    return (*as_wished(problems, scenario.checks), *lint(scenario, data, "small.yaml", TODAY))


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ("{}", [("P705", "warning")]),
        ("{P705: error}", [("P705", "error")]),
        ("{P705: info, P701: error}", [("P705", "info")]),
        ("{P705: ignore}", []),
        ("{P204: ignore}", [("P218", "warning"), ("P705", "warning")]),
        ("{P204: ignore, P218: ignore}", [("P705", "warning")]),
    ],
)
def test_a_scenario_sets_severities_by_code(checks: str, told: list[tuple[str, str]]) -> None:
    assert [(problem.code, problem.severity) for problem in wishing(checks)] == told


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    assert next(problem.nearest for problem in wishing("{P7055: ignore}")) == "P705"


def test_sarif_has_what_the_specification_wants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a b#.yaml"
    problems = [
        Problem("P705", "info", str(file), 3, 7, "nothing ever reads `{name}`", "", {"name": "x\u202e"}, "a: b"),
        Problem("P204", "error", "/elsewhere/scenario.yaml", 1, 1, "nothing", "a hint"),
        Problem("P705", "warning", str(file), 9, 1, "nothing"),
    ]
    told = as_sarif(problems, Catalogue("en"))
    assert "\u202e" not in told
    _check_log(json.loads(told))
    run = json.loads(told)["runs"][0]
    assert [result["level"] for result in run["results"]] == ["note", "error", "warning"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert uris == ["a%20b%23.yaml", "file:///elsewhere/scenario.yaml", "a%20b%23.yaml"]


def _check_log(log: dict[str, Any]) -> None:
    """The rules of SARIF 2.1.0 for the properties that are used here (sections 3.13 to 3.54), each by its number."""
    assert set(log) == {"$schema", "version", "runs"}  # 3.13
    assert log["version"] == "2.1.0"  # 3.13.2
    for run in log["runs"]:
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")  # 3.14.17
        driver = run["tool"]["driver"]  # 3.18.2
        assert driver["name"]  # 3.19.8
        rules = driver["rules"]
        ids = [rule["id"] for rule in rules]
        assert len(set(ids)) == len(ids)  # 3.49.3
        for rule in rules:
            assert rule["shortDescription"]["text"]  # 3.49.9, 3.12.3
            assert rule["fullDescription"]["text"].endswith((".", ":"))
            assert len(rule["help"]["text"].splitlines()) > 2  # 3.49.13
            assert rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")  # 3.50.3
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.5, 3.27.6
            assert result["level"] in ("none", "note", "warning", "error")  # 3.27.10
            assert result["message"]["text"]  # 3.27.11
            place = result["locations"][0]["physicalLocation"]  # 3.27.12, 3.28.3
            assert re.fullmatch(r"[\w./%:~-]+", place["artifactLocation"]["uri"])  # 3.4.3, RFC 3986
            region = place["region"]
            assert region["startLine"] >= 1  # 3.30.5
            assert region["startColumn"] >= 1  # 3.30.6


def test_every_code_can_be_a_rule() -> None:
    problems = [Problem(code, entry.severity, "x.yaml", 1, 1, "x") for code, entry in CODES.items()]
    _check_log(json.loads(as_sarif(problems, Catalogue("vi"))))


@pytest.mark.parametrize(
    ("flags", "code"), [([], ExitCode.OK), (["--strict"], ExitCode.AUTHOR), (["--format", "sarif"], ExitCode.OK)]
)
def test_warnings_fail_only_where_they_are_asked_to(
    flags: list[str], code: ExitCode, capsys: Captured, tmp_path: Path
) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(UNREAD, encoding="utf-8")
    assert main(["--language", "en", "check", *flags, str(folder)]) == code
    assert "nothing ever reads `calls`" in capsys.readouterr().out
