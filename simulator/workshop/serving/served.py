"""What an App needs so that many of its kind share one process: put `Served` before the App's class."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual.app import App
from textual.driver import Driver
from textual.filter import Monochrome, NoColor
from textual.widgets import Input, TextArea

from simulator.workshop.serving.channel import Channel
from simulator.workshop.serving.driver import ChannelDriver
from simulator.workshop.serving.stylesheet import SharedStylesheet

if TYPE_CHECKING:
    _Base = App[Any]
else:
    _Base = object


class Served(_Base):
    """Before an App's class: `class ServedApp(Served, SomeApp)`, made by `ServedApp(channel, …)`.

    Driver and colours are the channel's, whatever terminal or environment the process has; its standard output stays
    the process's own; cursors do not blink; parsed styles are shared; a crash is kept in `crash`, and nothing printed.
    """

    ARRIVES_BY_HAND: ClassVar[bool] = False
    """Whether the class calls `arrive()` itself, when what people wait for is seen, and not only a curtain."""

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401  # whatever Textual takes
        super().__init_subclass__(**kwargs)
        _pin_styles(cls)

    def __init__(self, channel: Channel, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # the App's own
        self.channel = channel
        self.crash: BaseException | None = None
        """An error that ended the App."""
        super().__init__(*args, **kwargs)
        self.stylesheet = SharedStylesheet(variables=self.get_css_variables())
        self.console = _true_colours(self.console)
        self.no_color = False
        self._filters = [filter_ for filter_ in self._filters if not isinstance(filter_, Monochrome | NoColor)]
        # An App redirects these to its own while it runs. Apps that end in another order than they began would leave
        # a dead App's behind; redirecting them to what they are changes nothing.
        self._capture_stdout = sys.stdout  # type: ignore[assignment]
        self._capture_stderr = sys.stderr  # type: ignore[assignment]

    def get_driver_class(self) -> type[Driver]:
        """The channel's driver, whatever the process's environment says."""
        return ChannelDriver

    def _register_child(self, parent: Any, child: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        # A blink is a repaint sent to a browser, twice a second, for everybody, for ever.
        if isinstance(child, Input | TextArea):
            child.cursor_blink = False
        super()._register_child(parent, child, *args, **kwargs)

    def _on_ready(self) -> None:
        if not self.ARRIVES_BY_HAND:
            self.call_after_refresh(self.arrive)

    def arrive(self) -> None:
        """Tell that what people wait for is seen: the next one's App is booted."""
        self.channel.arrived.set()

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or getattr(error, "error", error)  # A worker's failure wraps the error itself.
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        # Not into the terminal of whoever hosts the room; the server hands the crash on.
        self._exit_renderables.clear()


def _pin_styles(cls: type[App[Any]]) -> None:
    """Make CSS_PATH absolute: Textual looks for it beside the class that is made, not beside the one that says it."""
    owner = next(base for base in cls.__mro__ if "CSS_PATH" in vars(base))
    path = cls.CSS_PATH
    if path is None:
        return
    folder = Path(sys.modules[owner.__module__].__file__ or "").parent
    paths: list[str | PurePath] = path if isinstance(path, list) else [path]
    cls.CSS_PATH = [folder / each for each in paths]


def _true_colours(console: Console) -> Console:
    """The same console for a browser's terminal, in place of the one that the process's environment suggests."""
    return Console(
        color_system="truecolor",
        file=console.file,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        force_terminal=True,
        safe_box=False,
        soft_wrap=False,
        _environ={},
    )
