"""The group `podium`: its help in the user's language, and what is said of a verb that there is not."""

from __future__ import annotations

import click

from simulator import __version__
from simulator.commands.command_line import InLanguage, UnknownVerb, Verb
from simulator.language.catalogue import TONGUES, Catalogue, preferred, template


class Verbs(InLanguage, click.Group):
    """The group `podium`; `--language` may change the catalogue for the verb that follows."""

    command_class = Verb

    def __init__(self, catalogue: Catalogue) -> None:
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
        self.translate(catalogue)
        self.subcommand_metavar = catalogue.say(template("COMMAND [ARGS]..."))

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        if isinstance(cmd, InLanguage):
            cmd.translate(self.catalogue)
        super().add_command(cmd, name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise UnknownVerb(args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        verbs = [(name, verb) for name in self.list_commands(ctx) if (verb := self.get_command(ctx, name))]
        with formatter.section(self.say(template("Commands"))):
            formatter.write_dl([(name, verb.get_short_help_str(200)) for name, verb in verbs])

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
