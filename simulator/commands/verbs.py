"""The verbs of `podium` and their options, in the user's language. A verb imports its own file when it is run."""

from __future__ import annotations

import click

from simulator import __version__
from simulator.language.catalogue import TONGUES, Catalogue, preferred, template

FORMATS = click.Choice(["text", "json"])

PLAIN = template("Plain lines of text instead of screens: for screen readers, pipes and poor terminals.")


def podium(catalogue: Catalogue) -> click.Group:
    """The command line, with its help in the catalogue's language."""
    group = Verbs(catalogue)
    for add in (_play, _resume, _list, _sessions, _check, _explain, _debrief, _grade, _agreement, _completion):
        add(group)
    return group


class Verbs(click.Group):
    """The group `podium`; `--language` may change the catalogue for the verb that follows."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        super().__init__(
            "podium",
            invoke_without_command=True,
            help=catalogue.say(
                template("Crisis-communication tabletop simulation. Without a command, opens the library.")
            ),
            callback=self._begin,
            params=[
                click.Option(
                    ["--language"],
                    type=click.Choice(TONGUES),
                    help=catalogue.say(template("Language of the interface; else PODIUM_LANGUAGE, else the locale.")),
                ),
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_print_version,
                    help=catalogue.say(template("Print the version.")),
                ),
            ],
        )

    def _begin(self, language: str | None) -> int | None:
        if language is not None:
            self.catalogue = Catalogue(preferred(language))
        if click.get_current_context().invoked_subcommand is None:
            from simulator.commands.play import library

            return library(self.catalogue)
        return None

    def say(self, text: str) -> str:
        """A help text in the catalogue's language."""
        return self.catalogue.say(text)


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"podium {__version__}")
        context.exit()


def _scenario_names(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Shell completion of scenario ids."""
    from simulator.loading.shelf import all_scenarios

    return [path.parent.name for path in all_scenarios() if path.parent.name.startswith(begun)]


def _session_ids(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Shell completion of session ids."""
    from simulator.commands.house import LocalHouse

    ids = (summary.header.id for summary in LocalHouse().journal.sessions())
    return [one for one in ids if one.startswith(begun)]


def _play(group: Verbs) -> None:
    @group.command("play", help=group.say(template("Play a scenario by its ID, or from a file or folder.")))
    @click.argument("scenario", metavar="ID|PATH", shell_complete=_scenario_names)
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        help=group.say(template("Decides all chance, so that a session can be repeated.")),
    )
    @click.option(
        "--time-scale",
        type=click.IntRange(0, 1000),
        default=100,
        show_default=True,
        help=group.say(template("Stretches time limits, in percent; 0 switches them off.")),
    )
    @click.option("--plain", is_flag=True, help=group.say(PLAIN))
    def play_(scenario: str, seed: int | None, time_scale: int, plain: bool) -> int:
        from simulator.commands.play import play

        return play(group.catalogue, scenario, seed, time_scale, by_lines=plain)


def _resume(group: Verbs) -> None:
    @group.command(
        "resume", help=group.say(template("Go on with a session where it was left; by default the latest one."))
    )
    @click.argument("session", required=False, default="", shell_complete=_session_ids)
    @click.option("--plain", is_flag=True, help=group.say(PLAIN))
    def resume_(session: str, plain: bool) -> int:
        from simulator.commands.play import resume

        return resume(group.catalogue, session, by_lines=plain)


def _list(group: Verbs) -> None:
    @group.command("list", help=group.say(template("List the scenarios on the shelf.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def list_(format_: str) -> int:
        from simulator.commands.listing import run

        return run(group.catalogue, format_)


def _sessions(group: Verbs) -> None:
    @group.command("sessions", help=group.say(template("List the recorded sessions, the latest first.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def sessions_(format_: str) -> int:
        from simulator.commands.sessions import run

        return run(group.catalogue, format_)


def _explain(group: Verbs) -> None:
    @group.command("explain", help=group.say(template("Explain the code of a problem, with an example.")))
    @click.argument("code")
    def explain_(code: str) -> int:
        from simulator.commands.explain import run

        return run(code)


def _check(group: Verbs) -> None:
    @group.command(
        "check", help=group.say(template("Check scenarios: every problem with its line, column and a hint."))
    )
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def check_(paths: tuple[str, ...], format_: str) -> int:
        from simulator.commands.check import run

        return run(group.catalogue, paths, format_)


def _debrief(group: Verbs) -> None:
    @group.command("debrief", help=group.say(template("Print the debrief of a session; by default the latest one.")))
    @click.argument("session", required=False, default="", shell_complete=_session_ids)
    @click.option("--front-page", is_flag=True, help=group.say(template("Print tomorrow's front page instead.")))
    @click.option(
        "--what-if",
        default="",
        metavar="N=LINE",
        help=group.say(template("Print what would have come of another line at question N, beside what came.")),
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def debrief_(session: str, front_page: bool, what_if: str, format_: str) -> int:
        from simulator.commands import aftermath
        from simulator.commands.debrief import run

        if what_if:
            return aftermath.what_if(group.catalogue, session, what_if, format_)
        return (aftermath.front_page if front_page else run)(group.catalogue, session, format_)


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
    @click.argument("scenario", required=False, default="", metavar="[SCENARIO", shell_complete=_scenario_names)
    @click.argument("question", required=False, default="", metavar="QUESTION]")
    @click.option("--text", help=group.say(template("The answer; else it is read from standard input.")))
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @click.option(
        "--situations",
        type=click.Path(exists=True, dir_okay=False),
        help=group.say(template("YAML file of questions with their dossiers.")),
    )
    @click.option(
        "--answers",
        type=click.Path(exists=True, dir_okay=False, allow_dash=True),
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
    @click.option("--graded", required=True, type=click.Path(exists=True, dir_okay=False))
    @click.option("--labels", required=True, type=click.Path(exists=True, dir_okay=False))
    @click.option("--answers", default="", help=group.say(template("Adds languages, lengths and texts to the tables.")))
    @click.option("--by", type=click.Choice(["", "situation"]), default="", help=group.say(template("A row for each.")))
    def agreement_(graded: str, labels: str, answers: str, by: str) -> int:
        from simulator.commands.agreement import run

        return run(group.catalogue, graded, labels, answers, by)


def _completion(group: Verbs) -> None:
    @group.command("completion", help=group.say(template("Print the completion script for a shell.")))
    @click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
    def completion_(shell: str) -> int:
        from click.shell_completion import get_completion_class

        completion = get_completion_class(shell)
        assert completion is not None
        click.echo(completion(group, {}, "podium", "_PODIUM_COMPLETE").source())
        return 0
