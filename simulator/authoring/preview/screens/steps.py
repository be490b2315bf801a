"""The steps of the preview. Nothing is recorded, so that each is made at once, and can be gone back on."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from simulator.authoring.preview.run import Run
from simulator.authoring.preview.screens.keys import KeyedPreview
from simulator.authoring.preview.widgets.rows import Rows
from simulator.scenario.scenes import SILENCE
from simulator.session.events import IllegalEvent
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.stage import Stage


class SteppingPreview(KeyedPreview):
    """After each step, `show` fills the screen anew."""

    def show(self, *, anew: bool) -> None:
        """Fill the screen; `anew` where another scene is on show than before, so that it is read from its top."""
        raise NotImplementedError

    def show_inspector(self) -> None:
        """Fill the inspector, which tells of the marked line."""
        raise NotImplementedError

    def make(self, step: Callable[[Run], object]) -> None:
        """Make a step on the run; what is refused is told, and nothing has changed."""
        if self.run_ is None:
            return
        try:
            step(self.run_)
        except IllegalEvent as refusal:
            self.podium.tell(self.say(refusal.message, **refusal.params))
        else:
            self.show(anew=True)

    def action_say_line(self) -> None:
        """Say the marked line, or take the marked option."""
        marked = self.marked
        if marked:
            self.make(lambda run: run.choose(marked))

    action_take_option = action_say_line

    def action_go_on(self) -> None:
        """Past the aftermath, or past an inject."""
        if self.run_ is not None and self.run_.looking_back:
            self.run_.looking_back = False
            self.show(anew=True)
        else:
            self.make(lambda run: run.choose(""))

    def action_keep_silent(self) -> None:
        """Let the time run out, without waiting for it."""
        self.make(lambda run: run.choose(SILENCE))

    def action_take_back(self) -> None:
        """One step back, or one value."""
        self.make(Run.go_back)

    def action_restart(self) -> None:
        """To where this run began."""
        self.make(Run.restart)

    def action_start_anew(self) -> None:
        """To where every session begins, with nothing set."""
        self.make(Run.start_anew)

    def start_at(self, scene: str) -> None:
        """Begin at a scene, and give the stage the keys."""
        self.set_focus(None)
        self.make(lambda run: run.start_at(scene))

    @on(Rows.Picked, "#outline")
    def _start_at_picked(self, event: Rows.Picked) -> None:
        self.start_at(event.key)

    @on(Stage.Taken)
    def _taken(self) -> None:
        self.action_say_line()

    def on_click(self) -> None:
        """A click may have marked another line."""
        self.call_later(self.show_inspector)

    def action_mark(self, number: int) -> None:
        if self.query_one(Stage).mark(number - 1):
            self.show_inspector()
        else:
            self.app.bell()

    def action_choose(self, step: int) -> None:
        """Mark the next open line, or the one before."""
        self.query_one(Stage).mark_next(step)
        self.show_inspector()

    def action_scroll(self, lines: int) -> None:
        """Through the stage first, then through the inspector."""
        if not self.query_one(Stage).scroll(lines):
            self.details.scroll(lines)

    def action_page(self, step: int) -> None:
        self.action_scroll(step * self.query_one(Stage).page_lines)

    def action_scroll_inspector(self, lines: int) -> None:
        self.query_one("#details", PageView).scroll(lines)
