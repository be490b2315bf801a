"""`podium host`: opens a room (or serves one that is open), and the facilitator's console in this terminal."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress

import click

from simulator.commands.host_node import Serving, serving
from simulator.commands.hosting import Hosting, hosting_of
from simulator.commands.play import at_terminal
from simulator.errors import ExitCode, MachineError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.tui.preferences import Preferences


def run(catalogue: Catalogue, given: dict[str, object]) -> int:
    """Host until the console is left, or the program is told to end. Raises PodiumError."""
    hosting = hosting_of(given, catalogue)
    if hosting.console and not at_terminal():
        raise MachineError(
            template("the console needs a terminal"),
            template("without one, give --no-console: its link is printed for a browser"),
        )
    return asyncio.run(_host(hosting, catalogue))


async def _host(hosting: Hosting, catalogue: Catalogue) -> int:
    async with serving(hosting, catalogue) as node:
        for line in told(node, catalogue):
            # A code's modules are dark on light, whatever colours the terminal has; a pipe gets no colours.
            is_code = line.startswith(" ") and set(line) <= set(" █▀▄")
            click.echo(click.style(line, fg="black", bg="bright_white") if is_code else plain(line))
        sys.stdout.flush()
        ended = _ended()
        if not hosting.console:
            await ended
            return ExitCode.OK
        from simulator.workshop.console.app import ConsoleApp

        by = catalogue.say(template("facilitator"))
        app = ConsoleApp(node.facilitator(by), catalogue, serves=True, preferences=Preferences.of_user())
        leaving = asyncio.create_task(app.run_async())
        await asyncio.wait([leaving, ended], return_when=asyncio.FIRST_COMPLETED)
        if not leaving.done():
            app.exit()
            await leaving
        if app.bug is not None:
            raise app.bug
    return ExitCode.OK


def _ended() -> asyncio.Future[None]:
    """Done once the program is told to end."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()

    def end() -> None:
        if not ended.done():
            ended.set_result(None)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            with suppress(NotImplementedError):  # Windows: Ctrl-C interrupts, as anywhere.
                loop.add_signal_handler(getattr(signal, name), end)
    return ended


def told(node: Serving, catalogue: Catalogue) -> list[str]:
    """How people come in, for the terminal: the address and its QR code, and the links of who guides and watches."""
    from simulator.workshop.console.qr import qr_lines

    say, header = catalogue.say, node.live.header
    join = f"{node.urls[0]}/r/{header.code}"
    return [
        say(template("{title}: room {code} is open."), title=header.title, code=header.code),
        "",
        say(template("Trainees join at {url}"), url=join),
        *(say(template("or at {url}"), url=f"{url}/r/{header.code}") for url in node.urls[1:]),
        "",
        *qr_lines(join),
        "",
        say(template("Console in a browser (keep it to yourself): {url}"), url=node.place_link("console")),
        say(template("Projector: {url}"), url=node.place_link("wall")),
        say(template("Observers join at {url}"), url=f"{node.urls[0]}/r/{node.door.observers_code}"),
    ]
