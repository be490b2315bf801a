"""The preview: the outline, the press room's own stage, the inspector, and the problems of the file as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.message import Message

import simulator.tui
from simulator.authoring.preview.course import Course, Gone
from simulator.authoring.preview.prospects import Prospects
from simulator.authoring.preview.reading import Reading
from simulator.authoring.preview.run import Run
from simulator.authoring.preview.screens.looks import LookingPreview
from simulator.authoring.preview.watches import watches
from simulator.authoring.preview.widgets.inspector import next_blocks, prospect_blocks, scene_blocks, watch_rows
from simulator.authoring.preview.widgets.outline import outline_rows
from simulator.authoring.preview.widgets.problem_rows import problem_rows
from simulator.authoring.preview.widgets.rows import Rows
from simulator.authoring.preview.widgets.stage_blocks import empty_blocks, ending_blocks
from simulator.authoring.preview.widgets.state_line import StateLine
from simulator.language.catalogue import template
from simulator.scenario.scenes import Ending
from simulator.session.view import Offer
from simulator.tui.widgets.aftermath import in_one_column
from simulator.tui.widgets.blocks import Block
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page_view import PageView
from simulator.tui.widgets.speaker import speaker_blocks
from simulator.tui.widgets.stage import Stage
from simulator.tui.widgets.ticker import Ticker
from simulator.tui.widgets.told import told_of

PRESS_ROOM_STYLES = Path(simulator.tui.__file__).parent / "styles" / "press_room.tcss"


class PreviewScreen(LookingPreview):
    """Of one file. `course` is the course to begin with, as soon as the file has been read without errors."""

    CSS_PATH = [PRESS_ROOM_STYLES, "../preview.tcss"]  # noqa: RUF012  # declared so by Textual
    AUTO_FOCUS = ""

    class FileRead(Message):
        """The file has been read anew. Posted from the thread that watches it."""

        def __init__(self, reading: Reading) -> None:
            super().__init__()
            self.reading = reading

    def __init__(self, file: Path, reading: Reading, course: Course) -> None:
        super().__init__()
        self.file = file
        self.reading = reading
        self.wanted_panes = {}
        self.run_ = None
        self.course = course
        self._prospects: Prospects | None = None

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield Gauges(id="gauges")
        yield StateLine()
        with Horizontal(id="preview-room"):
            yield Rows("outline", airy=True)
            with Container(id="main"):
                yield Stage("stage")
                with Vertical(id="inspector"):
                    yield Rows("watches", "│ ", airy=True)
                    yield PageView("details", "│ ")
        yield Rows("problems")
        yield Ticker(id="ticker")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._take_over(self.reading)

    def on_preview_screen_file_read(self, event: FileRead) -> None:
        self._take_over(event.reading)

    def _take_over(self, reading: Reading) -> None:
        """Go on with the file as it is now."""
        before = (self.run_.state.scene, self.run_.looking_back) if self.run_ else None
        self.reading = reading
        if reading.scenario is not None and not reading.gone:
            self._prospects = Prospects(reading.scenario)
            if self.run_ is None:
                self.run_ = Run(reading.scenario, self.course)
            else:
                self._tell_loss(self.run_.read_anew(reading.scenario))
        now = (self.run_.state.scene, self.run_.looking_back) if self.run_ else None
        self.show(anew=before != now)

    def _tell_loss(self, gone: Gone | None) -> None:
        """Tell what of the course does not fit any more, once."""
        if gone is None:
            return
        if gone.why is not None:
            text = template("{steps} of your steps do not fit any more: {reason}. They come back if they fit again.")
            reason = self.say(gone.why.message, **gone.why.params)
            self.podium.tell(self.say(text, steps=len(gone.rest), reason=reason))
        if gone.lost:
            text = template("The scenario does not know these any more: {names}")
            self.podium.tell(self.say(text, names=", ".join(gone.lost)))

    def show(self, *, anew: bool) -> None:
        if self.run_ is not None:
            # Of an inject there is nothing to tell, nor of a decision that nobody reacts to.
            self.run_.looking_back = self.run_.looking_back and told_of(self.run_.exercise) is not None
        self._show_stage(anew=anew)
        self.show_inspector()
        self.lay_out()
        self._show_surroundings()
        if anew and self.run_ is not None:
            self.details.begin()
            self.query_one("#outline", Rows).mark(self.run_.state.scene)
        super().fill()
        self.refresh_bindings()

    def fill(self) -> None:
        self.show(anew=False)

    async def on_resize(self, event: events.Resize) -> None:
        """The panes come and go by the width."""
        self.fill()

    def _show_surroundings(self) -> None:
        run, catalogue = self.run_, self.podium.catalogue
        tag = Content.styled(self.say(template("Preview")), "$secondary")
        title = run.scenario.title if run else self.file.parent.name
        self.query_one(Masthead).show(title, run.table.time if run else "", tag)
        self.query_one(StateLine).show(self.reading, run.course.beginning if run else None, catalogue)
        self.problems.show(problem_rows(self.reading.problems, catalogue))
        gauges = self.query_one(Gauges)
        gauges.display = run is not None
        if run is not None:
            gauges.show(run.table, run.before if run.looking_back else None, catalogue)
            self.query_one(Ticker).show(run.table.headlines)
            self.query_one("#outline", Rows).show(outline_rows(run.scenario, run.state, self.reading))

    def _show_stage(self, *, anew: bool) -> None:
        said, offers = self._said()
        stage = self.query_one(Stage)
        (stage.begin if anew else stage.show)(said, offers)

    def _said(self) -> tuple[Sequence[Block], Sequence[Offer]]:
        run, catalogue = self.run_, self.podium.catalogue
        if run is None:
            return empty_blocks(catalogue), ()
        told = told_of(run.exercise) if run.looking_back else None
        if told is not None:
            # Nobody is asked how sure they were: it is the author's own answer.
            return in_one_column(replace(told, confidence=None), catalogue), ()
        table = run.table
        if isinstance(table.scene, Ending):
            return ending_blocks(table.scene, table, catalogue), ()
        return speaker_blocks(table, catalogue), table.offers

    def show_inspector(self) -> None:
        run, catalogue = self.run_, self.podium.catalogue
        if run is None or self._prospects is None:
            return
        self.query_one("#watches", Rows).show(watch_rows(watches(run.scenario, run.state, run.before), catalogue))
        if run.looking_back:
            self.details.show(next_blocks(run.scenario.scene_by_id[run.state.scene], catalogue))
        else:
            about = scene_blocks(run.scenario.scene_by_id[run.state.scene], catalogue)
            found = prospect_blocks(self._prospects.of(run.state), self.marked, run.state, catalogue)
            self.details.show((*about, *found))
