"""The verbs of grading: one answer or a file of them, and the agreement with raters."""

from __future__ import annotations

import click

from simulator.commands.command_line import Existing
from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, scenario_names
from simulator.language.catalogue import template


def _grade(group: Verbs) -> None:
    @group.command(
        "grade",
        help=group.say(
            template(
                "Grade an answer to a scenario's question, from --text or standard input; or a file of answers to a"
                " file of situations. Reasons are in the language of the interface, in JSON too."
            )
        ),
    )
    @click.argument("scenario", required=False, default="", metavar="[SCENARIO", shell_complete=scenario_names)
    @click.argument("question", required=False, default="", metavar="QUESTION]")
    @click.option("--text", help=group.say(template("The answer; else it is read from standard input.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @click.option(
        "--situations",
        type=Existing(exists=True, dir_okay=False),
        help=group.say(template("YAML file of questions with their dossiers.")),
    )
    @click.option(
        "--answers",
        type=Existing(exists=True, dir_okay=False, allow_dash=True),
        help=group.say(template("File of answers, a JSON object a line; - is standard input.")),
    )
    @click.option("--out", help=group.say(template("File for the grades, a JSON object a line; - is standard output.")))
    @click.option(
        "--jobs",
        type=click.IntRange(1, 1024),
        help=group.say(template("Processes that share the work; by default as many as there are cores.")),
    )
    @click.option(
        "--judge",
        is_flag=True,
        help=group.say(
            template(
                "Ask the language model at PODIUM_JUDGE_URL too. It reads the answer and the whole dossier, may move a"
                " level by one, and may propose flags."
            )
        ),
    )
    def grade_(**options: object) -> int:
        from simulator.commands.grade_ways import run

        return run(group.catalogue, options)


def _agreement(group: Verbs) -> None:
    @group.command("agreement", help=group.say(template("Compare graded answers with raters' labels.")))
    @click.option("--graded", required=True, type=Existing(exists=True, dir_okay=False))
    @click.option("--labels", required=True, type=Existing(exists=True, dir_okay=False))
    @click.option("--answers", default="", help=group.say(template("Adds languages, lengths and texts to the tables.")))
    @click.option("--by", type=click.Choice(["", "situation"]), default="", help=group.say(template("A row for each.")))
    def agreement_(graded: str, labels: str, answers: str, by: str) -> int:
        from simulator.commands.agreement import run

        return run(group.catalogue, graded, labels, answers, by)


VERBS = (_grade, _agreement)
