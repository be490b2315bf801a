"""All checks over one scenario, each finding with its place in the file."""

from __future__ import annotations

from datetime import date

from simulator.authoring.lint.checks import CHECKS
from simulator.authoring.lint.severities import as_wished
from simulator.authoring.lint.subject import Linted
from simulator.loading.checks import run_check
from simulator.loading.collector import collector_off
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.source import read_again
from simulator.scenario.model import Scenario


def lint(scenario: Scenario, data: bytes, file: str, today: date) -> tuple[Problem, ...]:
    """What the checks find in a scenario without errors, read from `data`, in the order of the file.

    Severities are as the scenario wishes; what it ignores is left out. Laws are looked at as of `today`.
    """
    with collector_off():
        text, places = read_again(data)
        subject = Linted(scenario, text, today)
        report = Report(file, text)
        for check in CHECKS:
            if scenario.checks.get(check.CODE) != "ignore":
                run_check(check, subject, places, report)
        return as_wished(report.problems(), scenario.checks)
