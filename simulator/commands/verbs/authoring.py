"""The verbs of who writes scenarios."""

from __future__ import annotations

import click

from simulator.commands.command_line import Existing
from simulator.commands.verbs.group import Verbs
from simulator.commands.verbs.words import FORMATS, scenario_names, session_ids
from simulator.language.catalogue import TONGUES, Tongue, template


def _new(group: Verbs) -> None:
    @group.command("new", help=group.say(template("Write a new scenario that can be played at once, to be rewritten.")))
    @click.argument("id_", metavar="ID", required=False, default="")
    @click.option("--language", type=click.Choice(TONGUES), help=group.say(template("Language of the scenario.")))
    @click.option(
        "--module",
        # As `scenario.model` has them; imported only when a verb is run.
        type=click.Choice(["sovereignty", "press", "rights", "cohesion"]),
        help=group.say(template("Module of the course.")),
    )
    @click.option("--title", help=group.say(template("Its title.")))
    @click.option("--author", help=group.say(template("Who writes it.")))
    @click.option(
        "--into",
        default=".",
        show_default=True,
        metavar="FOLDER",
        help=group.say(template("The folder in which the scenario's own folder is made.")),
    )
    @click.option("--no-input", is_flag=True, help=group.say(template("Ask nothing: flags and defaults decide.")))
    def new_(id_: str, into: str, no_input: bool, **given: str | None) -> int:
        from simulator.commands.new import run

        return run(group.catalogue, id_, given, into, no_input)


def _preview(group: Verbs) -> None:
    @group.command(
        "preview",
        help=group.say(
            template(
                "The press room of a scenario that is being written, beside its outline: read again whenever the file"
                " is saved, the place kept."
            )
        ),
    )
    @click.argument("scenario", metavar="ID|PATH", shell_complete=scenario_names)
    @click.option("--at", "scene", default="", metavar="SCENE", help=group.say(template("The scene to begin at.")))
    @click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="NAME=VALUE",
        help=group.say(template("A value to begin with: trust, heat, minutes or a variable; may be repeated.")),
    )
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        default=0,
        show_default=True,
        help=group.say(template("Decides all chance, so that a session can be repeated.")),
    )
    @click.option(
        "--in", "language", type=click.Choice(TONGUES), help=group.say(template("Language to tell the scenario in."))
    )
    def preview_(scenario: str, scene: str, settings: tuple[str, ...], seed: int, language: Tongue | None) -> int:
        from simulator.commands.preview import run

        return run(group.catalogue, scenario, scene, settings, seed, language)


def _check(group: Verbs) -> None:
    @group.command(
        "check",
        help=group.say(
            template(
                "Check scenarios: each problem with its line, column and a hint. Play-throughs are read, not"
                " rehearsed: `podium test` does that."
            )
        ),
    )
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option(
        "--format", "format_", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True
    )
    @click.option("--strict", is_flag=True, help=group.say(template("Fail upon warnings, too.")))
    def check_(paths: tuple[str, ...], format_: str, strict: bool) -> int:
        from simulator.commands.check import run

        return run(group.catalogue, paths, format_, strict=strict)


def _explain(group: Verbs) -> None:
    @group.command("explain", help=group.say(template("Explain the code of a problem, with an example.")))
    @click.argument("code")
    def explain_(code: str) -> int:
        from simulator.commands.explain import run

        return run(group.catalogue, code)


def _schema(group: Verbs) -> None:
    @group.command("schema", help=group.say(template("Print the JSON Schema of scenarios, for editors.")))
    def schema_() -> int:
        from simulator.commands.schema import run

        return run(group.catalogue)


def _graph(group: Verbs) -> None:
    @group.command("graph", help=group.say(template("Draw a scenario: what leads where, what asks back, how it ends.")))
    @click.argument("scenario", metavar="ID|PATH", shell_complete=scenario_names)
    @click.option(
        "--format", "format_", type=click.Choice(["mermaid", "dot", "html"]), default="mermaid", show_default=True
    )
    @click.option("--out", metavar="FILE", help=group.say(template("File to write; else standard output.")))
    @click.option(
        "--playtest",
        type=Existing(exists=True, dir_okay=False),
        metavar="FILE",
        help=group.say(template("A playtest's report in JSON, laid over the page: hits, grades, what never came up.")),
    )
    def graph_(scenario: str, format_: str, out: str | None, playtest: str | None) -> int:
        from simulator.commands.graph import run

        return run(group.catalogue, scenario, format_, out, playtest)


def _playtest(group: Verbs) -> None:
    @group.command(
        "playtest", help=group.say(template("Let bots play a scenario many times: what they come to, and what breaks."))
    )
    @click.argument("scenario", metavar="ID|PATH", shell_complete=scenario_names)
    @click.option(
        "--runs",
        type=click.IntRange(1, 1_000_000),
        default=1_000,
        show_default=True,
        help=group.say(template("How many runs; the bots share them evenly.")),
    )
    @click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        default=0,
        show_default=True,
        help=group.say(template("Decides all chance, so that a playtest can be repeated.")),
    )
    @click.option(
        "--min-coverage",
        type=click.IntRange(0, 100),
        default=0,
        metavar="PERCENT",
        help=group.say(template("Fail if the runs come to less of the scenario than this.")),
    )
    @click.option(
        "--calibrate",
        type=click.IntRange(0, 100),
        metavar="PERCENT",
        help=group.say(template("Suggest from which score on so many runs of the random and the expert bot pass.")),
    )
    @click.option(
        "--failures",
        type=Existing(exists=True, file_okay=False),
        default=".",
        show_default=True,
        metavar="FOLDER",
        help=group.say(template("The folder for the runs that fail, each as a play-through that replays it.")),
    )
    @click.option(
        "--own-words",
        is_flag=True,
        help=group.say(template("Bots say the samples of questions, with the levels that their author expects.")),
    )
    @click.option(
        "--graded",
        is_flag=True,
        help=group.say(template("The same, with the samples graded as they would be in play.")),
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def playtest_(
        scenario: str,
        runs: int,
        seed: int,
        min_coverage: int,
        calibrate: int | None,
        failures: str,
        own_words: bool,
        graded: bool,
        format_: str,
    ) -> int:
        from simulator.commands.playtest import run

        return run(group.catalogue, scenario, runs, seed, min_coverage, calibrate, failures, own_words, graded, format_)


def _test(group: Verbs) -> None:
    @group.command("test", help=group.say(template("Play the play-throughs beside scenarios, and tell what differs.")))
    @click.argument("scenarios", nargs=-1, required=True, metavar="ID|PATH...", shell_complete=scenario_names)
    @click.option(
        "--playthrough",
        "files",
        multiple=True,
        type=Existing(exists=True, dir_okay=False),
        help=group.say(template("A play-through's file, instead of those beside the scenario; may be repeated.")),
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    @click.option(
        "--fill",
        "fills",
        is_flag=True,
        help=group.say(template("Write into the play-throughs what comes of their steps, instead of comparing it.")),
    )
    def test_(scenarios: tuple[str, ...], files: tuple[str, ...], format_: str, fills: bool) -> int:
        from simulator.commands.test import fill, run

        return fill(group.catalogue, scenarios, files) if fills else run(group.catalogue, scenarios, files, format_)


def _agree(group: Verbs) -> None:
    @group.command(
        "agree",
        help=group.say(
            template("Grade the sample answers of scenarios, and compare with the levels that their authors expect.")
        ),
    )
    @click.argument("scenarios", nargs=-1, required=True, metavar="ID|PATH...", shell_complete=scenario_names)
    @click.option("--lines", is_flag=True, help=group.say(template("Compare the prepared lines as well.")))
    @click.option(
        "--worst",
        type=click.IntRange(0, 1_000),
        default=10,
        show_default=True,
        help=group.say(template("How many answers to tell of, those furthest apart first.")),
    )
    @click.option(
        "--min-kappa",
        type=click.FloatRange(-1, 1),
        help=group.say(template("Fail if the weighted kappa of a scenario is less than this.")),
    )
    @click.option(
        "--max-gap",
        type=click.IntRange(0, 4),
        help=group.say(template("Fail if a level is further from the author's than this.")),
    )
    @click.option("--format", "format_", type=FORMATS, default="text", show_default=True)
    def agree_(
        scenarios: tuple[str, ...], lines: bool, worst: int, min_kappa: float | None, max_gap: int | None, format_: str
    ) -> int:
        from simulator.commands.agree import run

        return run(group.catalogue, scenarios, format_, lines, worst, min_kappa, max_gap)


def _import(group: Verbs) -> None:
    @group.command(
        "import",
        help=group.say(
            template("Make a scenario to go on with from a story in Twee 3 or ink; what is not carried over is told.")
        ),
    )
    @click.argument("file", type=Existing(exists=True, dir_okay=False))
    @click.option(
        "--out",
        required=True,
        metavar="FOLDER",
        help=group.say(template("The new scenario's own folder; its name is the scenario's id.")),
    )
    @click.option("--language", type=click.Choice(TONGUES), help=group.say(template("Language of the scenario.")))
    def import_(file: str, out: str, language: Tongue | None) -> int:
        from simulator.commands.importing import run

        return run(group.catalogue, file, out, language)


def _record(group: Verbs) -> None:
    @group.command(
        "record", help=group.say(template("Write a play-through of a recorded session; by default the latest one."))
    )
    @click.argument("session", required=False, default="", shell_complete=session_ids)
    @click.option(
        "--out", default="-", metavar="FILE", help=group.say(template("File to write; else standard output."))
    )
    @click.option(
        "--replace",
        is_flag=True,
        help=group.say(template("Write a file anew that is there already; its title and `about` are kept.")),
    )
    def record_(session: str, out: str, replace: bool) -> int:
        from simulator.commands.record import run

        return run(group.catalogue, session, out, replace=replace)


def _translate(group: Verbs) -> None:
    @group.command(
        "translate", help=group.say(template("Bring a scenario's texts into a PO file for translators, or up to date."))
    )
    @click.argument("scenario", metavar="ID|PATH", shell_complete=scenario_names)
    @click.option(
        "--to",
        "language",
        type=click.Choice(TONGUES),
        required=True,
        help=group.say(template("Language to tell it in.")),
    )
    @click.option("--out", metavar="FILE", help=group.say(template("File to write; else LANGUAGE.po beside it.")))
    @click.option(
        "--check",
        "only_check",
        is_flag=True,
        help=group.say(template("Write nothing; tell what is missing, stale or orphaned, and fail if anything is.")),
    )
    def translate_(scenario: str, language: Tongue, out: str | None, only_check: bool) -> int:
        from simulator.commands.translate import run

        return run(group.catalogue, scenario, language, out, only_check=only_check)


def _fmt(group: Verbs) -> None:
    @group.command(
        "fmt",
        help=group.say(
            template("Put scenarios into the form of the guide: ids, order of keys, blocks. The meaning stays.")
        ),
    )
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...")
    @click.option(
        "--check", "only_check", is_flag=True, help=group.say(template("Write nothing; fail if a file would change."))
    )
    def fmt_(paths: tuple[str, ...], only_check: bool) -> int:
        from simulator.commands.fmt import run

        return run(group.catalogue, paths, only_check=only_check)


VERBS = (
    _new,
    _preview,
    _check,
    _explain,
    _schema,
    _graph,
    _playtest,
    _test,
    _agree,
    _import,
    _record,
    _translate,
    _fmt,
)
