"""The two ways of `podium grade`, told apart by its options before anything heavy is imported."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue, template

if TYPE_CHECKING:
    from simulator.scoring.judge.settings import JudgeSettings

OF_FILES = ("situations", "answers", "out")
OF_ONE = ("scenario", "question")


def run(catalogue: Catalogue, options: Mapping[str, Any]) -> ExitCode:
    """Grade a file or one answer. Raises UsageError for options that belong to neither or to both."""
    files, one = _given(options, OF_FILES), _given(options, OF_ONE)
    if len(files) == len(OF_FILES) and not one and options["text"] is None:
        from simulator.commands.grade import run as grade

        situations, answers, out = (options[name] for name in OF_FILES)
        return grade(catalogue, situations, answers, out, options["jobs"], judge_of(options))
    if len(one) == len(OF_ONE) and not files:
        from simulator.commands.grade_one import run as grade_one

        scenario, question = (options[name] for name in OF_ONE)
        return grade_one(catalogue, scenario, question, options["text"], options["format_"], judge_of(options))
    raise UsageError(
        template("name a scenario and its question, or --situations, --answers and --out"),
        template("`podium grade --help` shows both ways"),
    )


def _given(options: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    return [name for name in names if options[name]]


def judge_of(options: Mapping[str, Any]) -> JudgeSettings | None:
    """The judge's settings from the environment, if it is asked for. Raises UsageError where they will not do."""
    if not options["judge"]:
        return None
    from simulator.scoring.judge.settings import settings_from

    return settings_from(os.environ)
