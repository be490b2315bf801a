"""The meaning checks, in the order in which they are run.

One file is one check: a CODE, a docstring that `podium explain` shows, and `check(subject)`, which yields flaws.
"""

from __future__ import annotations

from simulator.loading.checks.subject import Subject
from simulator.loading.places import Places
from simulator.loading.report import Report


def run_checks(subject: Subject, places: Places, report: Report) -> None:
    """Run all checks and note what they find."""
