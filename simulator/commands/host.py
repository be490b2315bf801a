"""`podium host`: opens a room (or serves one that is open), and the facilitator's console in this terminal."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

import click

from simulator.commands.host_node import Serving, serving
from simulator.commands.hosting import Hosting, hosting_of
from simulator.commands.play import at_terminal
from simulator.commands.siblings import ENDS_WITH_INPUT, Siblings, siblings
from simulator.errors import ExitCode, MachineError
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.tui.preferences import Preferences
from simulator.workshop.addresses import EVERY, LOOPBACK
from simulator.workshop.serving.server import PORT


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
    async with serving(hosting, catalogue) as node, siblings(_siblings(hosting, node), catalogue):
        await node.know_others()
        for line in told(node, catalogue):
            # A code's modules are dark on light, whatever colours the terminal has; a pipe gets no colours.
            is_code = line.startswith(" ") and set(line) <= set(" █▀▄")
            click.echo(click.style(line, fg="black", bg="bright_white") if is_code else plain(line))
        sys.stdout.flush()
        ended = _ended()
        if not hosting.console:
            await ended
            _take_leave(node, catalogue)
            return ExitCode.OK
        from simulator.workshop.console.app import ConsoleApp

        by = catalogue.say(template("facilitator"))
        app = ConsoleApp(node.facilitator(by), catalogue, serves=True, preferences=Preferences.of_user())
        leaving = asyncio.create_task(app.run_async())
        await asyncio.wait([leaving, ended], return_when=asyncio.FIRST_COMPLETED)
        if not leaving.done():
            app.exit()
            await leaving
        _take_leave(node, catalogue)
        if app.bug is not None:
            raise app.bug
    return ExitCode.OK


def _siblings(hosting: Hosting, node: Serving) -> Siblings:
    port = node.server.port if hosting.port else 0
    words, count = hosting.shared_words, hosting.processes - 1
    return Siblings(node.live.header.code, words, count, port, hosting.database)


def _ended() -> asyncio.Future[None]:
    """Done once the program is told to end."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()

    def end() -> None:
        if not ended.done():
            ended.set_result(None)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        # What is ignored stays so: whoever begins us under `nohup` wants us to outlive the terminal.
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
            with suppress(NotImplementedError):  # Windows: Ctrl-C interrupts, as anywhere.
                loop.add_signal_handler(getattr(signal, name), end)
    if os.environ.get(ENDS_WITH_INPUT):
        threading.Thread(target=_wait_for_input, args=(loop, end), daemon=True).start()
    return ended


def _wait_for_input(loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """End with the standard input, which whoever began us holds open as long as they live."""
    with suppress(OSError, ValueError):
        sys.stdin.read()
    with suppress(RuntimeError):  # The loop is closed already.
        loop.call_soon_threadsafe(end)


def _take_leave(node: Serving, catalogue: Catalogue) -> None:
    """Say, once the console has left the terminal, what comes next: the record, and the room again."""
    with suppress(BrokenPipeError):  # Whoever read us may be gone first.
        for line in parting(node, catalogue):
            click.echo(plain(line))


def parting(node: Serving, catalogue: Catalogue) -> list[str]:
    """What can be done with the room from now on, and where faults were written down."""
    say, state, code = catalogue.say, node.live.state, node.live.header.code
    lines = [say(template("Room {code} is no longer served from here; everything is kept."), code=code)]
    if state.sessions:
        lines += [
            say(
                template("After-action report:  {command}"),
                command=f"podium after-action --room {code} --out {code}.html",
            ),
            say(template("Gradebook:  {command}"), command=f"podium gradebook --room {code} --out {code}.csv"),
        ]
    if not state.closed:
        lines.append(say(template("To serve it again:  {command}"), command=_again(node)))
    told_ = template("A fault of Podium's own closed somebody's place; it is written down in {path}")
    return lines + [say(told_, path=path) for path in dict.fromkeys(node.faults)]


def _again(node: Serving) -> str:
    """The command that serves the room at the same address, where seats look for it."""
    hosting = node.hosting
    lan = " --lan" if hosting.address in EVERY else ""
    port = f" --port {hosting.port}" if hosting.port not in (0, PORT) else ""
    processes = f" --processes {hosting.processes}" if hosting.processes > 1 else ""
    papers = " ".join(hosting.shared_words[2:])  # Beside the address: the certificate and its key.
    return f"podium host --room {node.live.header.code}{lan}{port}{processes} {papers}".rstrip()


def _alone(node: Serving, catalogue: Catalogue) -> list[str]:
    """A warning where nobody else can come in."""
    if any(LOOPBACK not in url for url in node.urls):
        return []
    if node.hosting.address == LOOPBACK:
        return ["! " + catalogue.say(template("only this machine can join: give --lan to let the network in"))]
    return ["! " + catalogue.say(template("this machine has no network address: join the hall's network first"))]


def told(node: Serving, catalogue: Catalogue) -> list[str]:
    """How people come in, for the terminal: the address and its QR code, and the links of who guides and watches."""
    from simulator.workshop.console.qr import qr_lines

    say, header = catalogue.say, node.live.header
    join = f"{node.urls[0]}/r/{header.code}"
    # In the smallest window the code scrolls away before what is to be read.
    return [
        *qr_lines(join),
        say(template("{title}: room {code} is open."), title=header.title, code=header.code),
        say(template("Trainees join at {url}"), url=join),
        *(say(template("or at {url}"), url=f"{url}/r/{header.code}") for url in node.urls[1:] if LOOPBACK not in url),
        *_alone(node, catalogue),
        say(template("Console in a browser (keep it to yourself): {url}"), url=node.place_link("console")),
        say(template("Projector: {url}"), url=node.place_link("wall")),
        say(template("Observers join at {url}"), url=f"{node.urls[0]}/r/{node.door.observers_code}"),
    ]
