"""The verbs of who learns: practice, the course, and what is on record of oneself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, PLAIN, F, as_learner
from simulator.language.catalogue import template


def _tags(group: Verbs) -> Callable[[F], F]:
    """The options that narrow the bank down. Words as `scenario.rubric` and `scenario.model` have them."""
    options = (
        click.option("--skill", metavar="SKILL", help=group.say(template("Only questions graded on this skill."))),
        click.option(
            "--flag", metavar="FLAG", help=group.say(template("Only questions that tempt into this red flag."))
        ),
        click.option(
            "--module",
            type=click.Choice(["sovereignty", "press", "rights", "cohesion"]),
            help=group.say(template("Only questions of this module.")),
        ),
        click.option(
            "--level",
            type=click.Choice(["basic", "intermediate", "advanced"]),
            help=group.say(template("Only questions of this difficulty.")),
        ),
    )

    def add(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _question_ids(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Shell completion of single questions."""
    from simulator.practice.bank import bank

    return [question.id for question in bank("vi") if question.id.startswith(begun)]


def _practice(group: Verbs) -> None:
    @group.command(
        "practice",
        help=group.say(
            template("Practise single questions, five minutes a day: those that you need most; or one, or a set's.")
        ),
    )
    @click.argument("question", metavar="[ID]", required=False, default="", shell_complete=_question_ids)
    @_tags(group)
    @click.option(
        "--count",
        type=click.IntRange(1, 50),
        default=3,
        show_default=True,
        help=group.say(template("How many questions are put.")),
    )
    @click.option("--list", "listing", is_flag=True, help=group.say(template("List the questions instead.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        help=group.say(template("Decides all chance, so that a session can be repeated.")),
    )
    @click.option("--plain", is_flag=True, help=group.say(PLAIN))
    @as_learner(group)
    def practice_(
        question: str, count: int, listing: bool, format_: str, seed: int | None, plain: bool, learner: str, **tags: str
    ) -> int:
        from simulator.commands.practice import list_, run, wanted

        if listing or format_ == "json":
            return list_(group.catalogue, wanted(**tags), format_, learner)
        return run(group.catalogue, question, wanted(**tags), count, by_lines=plain, seed=seed, learner=learner)


def _course(group: Verbs) -> None:
    @group.command(
        "course", help=group.say(template("The two-day course, or another by its ID: the agenda, and what comes next."))
    )
    @click.argument("course", metavar="[ID]", required=False, default="", shell_complete=_course_ids)
    @click.option(
        "--start",
        is_flag=False,
        flag_value="next",  # As `course_words.NEXT` has it.
        metavar="[STEP]",
        help=group.say(template("Begin a step; without its name, the one that comes next.")),
    )
    @click.option(
        "--done",
        default="",
        metavar="STEP",
        help=group.say(template("Mark a step as done, such as a talk or a break.")),
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @click.option("--plain", is_flag=True, help=group.say(PLAIN))
    @as_learner(group)
    def course_(course: str, start: str | None, done: str, format_: str, plain: bool, learner: str) -> int:
        from simulator.commands.course import run

        return run(group.catalogue, course, start, done, format_, by_lines=plain, learner=learner)


def _course_ids(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Shell completion of courses."""
    from simulator.loading.shelf import courses

    return [name for name in courses() if name.startswith(begun)]


def _profile(group: Verbs) -> None:
    @group.command("profile", help=group.say(template("How you do, skill by skill, and what is due to be practised.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @as_learner(group)
    def profile_(format_: str, learner: str) -> int:
        from simulator.commands.profile import run

        return run(group.catalogue, format_, learner)


def _history(group: Verbs) -> None:
    @group.command("history", help=group.say(template("Your past answers with their grades, the latest first.")))
    @click.option(
        "--question", default="", metavar="ID", help=group.say(template("All answers to one question side by side."))
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @as_learner(group)
    def history_(question: str, format_: str, learner: str) -> int:
        from simulator.commands.history import run

        return run(group.catalogue, question, format_, learner)


def _learners(group: Verbs) -> None:
    @group.command(
        "learners",
        help=group.say(
            template(
                "Who learns at this machine. `use NAME`: record as theirs from now on; `export NAME`: all that is on"
                " record of them; `forget NAME`: delete it."
            )
        ),
    )
    @click.argument(
        "does",
        metavar="[use|export|forget",
        required=False,
        default="",
        type=click.Choice(["", "use", "export", "forget"]),
    )
    @click.argument("name", metavar="NAME]", required=False)
    @click.option(
        "--out", default="-", metavar="FILE", help=group.say(template("File to write; else standard output."))
    )
    @click.option("--yes", is_flag=True, help=group.say(template("Delete without asking.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def learners_(does: str, name: str | None, **options: Any) -> int:  # noqa: ANN401
        from simulator.commands.learners import run

        return run(group.catalogue, does, name, **options)


def _portfolio(group: Verbs) -> None:
    @group.command(
        "portfolio",
        help=group.say(
            template(
                "Write a learner's portfolio: pages with the skill profile, every session's debrief, and past answers"
                " to one question side by side."
            )
        ),
    )
    @click.option(
        "--out", required=True, metavar="FOLDER", help=group.say(template("The folder to make; open its index.html."))
    )
    @as_learner(group)
    def portfolio_(out: str, learner: str) -> int:
        from simulator.commands.portfolio import run

        return run(group.catalogue, out, learner)


def _certificate(group: Verbs) -> None:
    @group.command(
        "certificate",
        help=group.say(
            template(
                "Write a certificate, one page to print: of an exam that was passed, or of a course that was done."
            )
        ),
    )
    @click.argument("about", metavar="SESSION|COURSE")
    @click.option("--name", required=True, help=group.say(template("To whom it is made out.")))
    @click.option(
        "--out", default="-", metavar="FILE", help=group.say(template("File to write; else standard output."))
    )
    @as_learner(group)
    def certificate_(about: str, name: str, out: str, learner: str) -> int:
        from simulator.commands.certificate import run

        return run(group.catalogue, about, name, out, learner)


VERBS = (_practice, _course, _profile, _history, _learners, _portfolio, _certificate)
