"""The command line's own words in the user's language: pages of help, and what is off in what was typed.

click lays both out; its words are English only, so the words here are ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from simulator.errors import UsageError
from simulator.language.catalogue import Catalogue, Phrase, template
from simulator.loading.nearest import nearest

METAVARS = (
    template("ID|PATH"),
    template("PATH..."),
    template("ID|PATH..."),
    template("FOLDER"),
    template("FILE"),
    template("PERCENT"),
    template("N=LINE"),
    template("NAME=VALUE"),
    template("SCENE"),
    template("NAME"),
    template("NAME]"),
    template("STEP"),
    template("[STEP]"),
    template("SKILL"),
    template("FLAG"),
    template("[use|export|forget"),
    template("[SCENARIO"),
    template("QUESTION]"),
    template("NUMBER"),
    template("TEXT"),
    template("CODE"),
    template("ID"),
    template("[ID]"),
    template("[SESSION]"),
    template("[SESSION...]"),
    template("[N]"),
    template("[P|S|M|U]"),
    template("SESSION"),
    template("N"),
    template("SKILL=LEVEL"),
    template("±FLAG"),
    template("URL"),
)
"""What stands for a value in help, as the verbs have it."""


class InLanguage(click.Command):
    """A command whose help is in the language of `catalogue`."""

    catalogue: Catalogue

    def translate(self, catalogue: Catalogue) -> None:
        """Take on a language, with all that stands for values."""
        self.catalogue = catalogue
        self.options_metavar = catalogue.say(template("[OPTIONS]"))
        for parameter in self.params:
            parameter.metavar = catalogue.say(parameter.metavar or _metavar(parameter)) or None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces, usage = " ".join(self.collect_usage_pieces(ctx)), self.catalogue.say(template("Usage:"))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{usage} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(self.catalogue.say(template("Options"))):
            formatter.write_dl([(names, self._extra(told)) for names, told in records])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.catalogue.say(template("Show this page."))
        return option

    def _extra(self, told: str) -> str:
        """The default and `required`, which click writes behind a help text."""
        default, required = self.catalogue.say(template("default:")), self.catalogue.say(template("required"))
        return told.replace("[default: ", f"[{default} ").replace("[required]", f"[{required}]")


class Verb(InLanguage):
    """A verb; it tells what it was given too much."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise TooMuch(ctx.args[0], ctx)
        return rest


class TooMuch(click.UsageError):
    """Something was given that the verb has no use for."""

    def __init__(self, given: str, ctx: click.Context) -> None:
        super().__init__(given, ctx)


class UnknownVerb(click.UsageError):
    """There is no such verb."""

    def __init__(self, given: str, verbs: Sequence[str], ctx: click.Context) -> None:
        super().__init__(given, ctx)
        self.nearest = nearest(given, verbs)


class Existing(click.Path):
    """A file, or a folder where no file is wanted, that is there and can be read; `-` where dashes are allowed."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        try:
            return super().convert(value, param, ctx)
        except (click.BadParameter, ValueError):  # the latter for a name that no file can have
            raise UsageError(self._wrong(str(value)), path=str(value)[:200]) from None

    def _wrong(self, path: str) -> str:
        try:
            is_there = Path(path).exists()
        except (OSError, ValueError):  # a name that no file can have
            is_there = False
        if self.file_okay:
            return (
                template("{path} is not a file that can be read") if is_there else template("there is no file {path}")
            )
        return (
            template("{path} is not a folder that can be used") if is_there else template("there is no folder {path}")
        )


def told(error: click.ClickException, catalogue: Catalogue) -> Iterator[str]:
    """What is off, how the verb is used, and where more is told: one line each."""
    message, params = _message(error)
    yield f"podium: {catalogue.say(message, **params)}"
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        yield f"  {context.get_usage()}"
        more = catalogue.say(template("{command} --help tells more"), command=context.command_path)
        yield f"  {more}"


def _message(error: click.ClickException) -> tuple[str, dict[str, object]]:
    if isinstance(error, UnknownVerb | click.NoSuchOption):
        return _unknown(error)
    if isinstance(error, TooMuch):
        return template("“{given}” is more than is wanted here"), {"given": error.message[:80]}
    if isinstance(error, click.MissingParameter):
        return template("{parameter} is missing"), {"parameter": _name(error.param)}
    if isinstance(error, click.BadOptionUsage):
        return _option_value(error)
    if isinstance(error, click.BadParameter):
        return _value(error)
    return template("the command line cannot be understood ({reason})"), {"reason": error.format_message()}


def _unknown(error: UnknownVerb | click.NoSuchOption) -> tuple[str, dict[str, object]]:
    if isinstance(error, UnknownVerb):
        near, given = error.nearest, error.message
        message = template("there is no command “{given}”")
        guess = template("there is no command “{given}”; did you mean `{near}`?")
    else:
        near, given = next(iter(error.possibilities or ()), ""), error.option_name
        message = template("there is no option {given}")
        guess = template("there is no option {given}; did you mean {near}?")
    return (guess if near else message), {"given": given[:80], "near": near}


def _option_value(error: click.BadOptionUsage) -> tuple[str, dict[str, object]]:
    takes_none = "does not take" in error.message  # The one trace of which of the two it was.
    message = template("{option} takes no value") if takes_none else template("{option} needs a value")
    return message, {"option": error.option_name}


def _value(error: click.BadParameter) -> tuple[str, dict[str, object]]:
    type_, name = getattr(error.param, "type", None), _name(error.param)
    if isinstance(type_, click.Choice):
        choices = ", ".join(str(choice) for choice in type_.choices if choice)
        return template("{parameter} is one of: {choices}"), {"parameter": name, "choices": choices}
    if isinstance(type_, click.IntRange) and type_.min is not None and type_.max is not None:
        bounds = {"parameter": name, "least": type_.min, "most": type_.max}
        return template("{parameter} is a whole number from {least} to {most}"), bounds
    return template("{parameter} cannot be so ({reason})"), {"parameter": name, "reason": error.message}


def _name(parameter: click.Parameter | None) -> object:
    """An option as it is typed, an argument as help has it."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    if parameter is None:
        return Phrase(template("a value"))
    return (parameter.metavar or str(parameter.name).upper()).strip("[].")


def _metavar(parameter: click.Parameter) -> str:
    """What stands for the value of a parameter that has no word of its own; empty if click's is no word."""
    if isinstance(parameter, click.Argument):
        name = str(parameter.name).upper()
        if isinstance(parameter.type, click.Choice):
            return ""
        return name if parameter.required else f"[{name}]"
    if (isinstance(parameter, click.Option) and parameter.is_flag) or isinstance(parameter.type, click.Choice):
        return ""
    if isinstance(parameter.type, click.IntRange):
        return "NUMBER"
    return "FILE" if isinstance(parameter.type, click.Path) else "TEXT"
