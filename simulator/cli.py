"""The command line: verbs and options, and what becomes of an error (one line and an exit code, never a traceback).

Nothing heavy is imported here: a verb imports its rooms when it is run.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.errors import ExitCode, MachineError, PodiumError
from simulator.language.catalogue import Catalogue, preferred, template
from simulator.language.machine import reason_of

if TYPE_CHECKING:
    import click


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `podium`; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    catalogue = Catalogue(preferred(_language_asked_for(words)))
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter gets a question mark instead of a crash.
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(errors="replace")
    return guarded(lambda: _dispatch(words, catalogue), catalogue)


def guarded(run: Callable[[], int], catalogue: Catalogue) -> int:
    """Run something, and turn whatever it raises into a line on standard error and an exit code."""
    try:
        code = int(run())
        sys.stdout.flush()
    except PodiumError as error:
        return _tell(error, catalogue)
    except KeyboardInterrupt as interruption:
        return _interrupted(interruption)
    except OSError as error:
        if error.errno in (errno.EPIPE, errno.ENOSPC, errno.EIO):
            return _output_gone(error, catalogue)
        return _report_bug(error, catalogue)
    except Exception as error:
        return _report_bug(error, catalogue)
    return code


def _interrupted(interruption: BaseException | None) -> int:
    """The exit code of Ctrl-C; a signal to end has one of its own."""
    return int(getattr(interruption, "exit_code", ExitCode.INTERRUPTED))


def _output_gone(error: OSError, catalogue: Catalogue) -> int:
    """Nobody reads on, as after `| head`, which is no error; or what is written cannot be kept."""
    # Python would complain again while closing.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE:
        return ExitCode.OK
    return _tell(MachineError(template("the output cannot be written: {reason}"), reason=reason_of(error)), catalogue)


def _language_asked_for(words: Sequence[str]) -> str | None:
    """What `--language` says, wherever it stands: errors and help are to speak it too."""
    for number, word in enumerate(words):
        if word == "--language" and number + 1 < len(words):
            return words[number + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    return None


def _dispatch(words: list[str], catalogue: Catalogue) -> int:
    if not words and not os.environ.get("_PODIUM_COMPLETE"):
        # The common case skips the parsing of a command line: start-up is a feature.
        from simulator.commands.play import library

        return library(catalogue)
    import click

    from simulator.commands.verbs import podium

    try:
        code = podium(catalogue).main(args=words, prog_name="podium", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except SystemExit:
        # What click does of its own accord when the reader of its output has gone.
        raise BrokenPipeError(errno.EPIPE, "") from None
    except click.Abort as abort:  # What click makes of Ctrl-C, and so of a signal to end.
        return _interrupted(abort.__cause__)
    except click.ClickException as error:
        return _tell_usage(error, catalogue)
    return int(code) if isinstance(code, int) else ExitCode.OK


def _tell_usage(error: click.ClickException, catalogue: Catalogue) -> int:
    from simulator.commands.command_line import told

    sys.stderr.write("".join(f"{line}\n" for line in told(error, catalogue)))
    return ExitCode.USAGE


def _tell(error: PodiumError, catalogue: Catalogue) -> int:
    sys.stderr.write(f"podium: {catalogue.say(error.message, **error.params)}\n")
    if error.hint:
        sys.stderr.write(f"  {catalogue.say(error.hint, **error.params)}\n")
    return error.exit_code


def _report_bug(error: Exception, catalogue: Catalogue) -> int:
    from simulator.commands.bug_report import write_bug_report

    place = write_bug_report(error, __version__)
    told = template(
        "this is a fault of Podium's own, and nothing that was accepted is lost; the details are in {place}"
    )
    sys.stderr.write(f"podium: {catalogue.say(told, place=place)}\n")
    return ExitCode.BUG
