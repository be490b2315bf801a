"""What one can look at and open in the preview without a step."""

from __future__ import annotations

from pathlib import Path

from textual import on

from simulator.authoring.preview.screens.editing import edit
from simulator.authoring.preview.screens.finding import FindScreen
from simulator.authoring.preview.screens.setting import SettingScreen
from simulator.authoring.preview.screens.steps import SteppingPreview
from simulator.authoring.preview.settings import Setting, read_setting
from simulator.authoring.preview.watches import watches
from simulator.authoring.preview.widgets.rows import Rows
from simulator.language.catalogue import template
from simulator.session.view import desk
from simulator.tui.windows import WIDE

WATCHES_MAX = 14
"""Rows of the watches in a wide window; of more, some are scrolled."""


class LookingPreview(SteppingPreview):
    """The panes come and go by keys; until one was chosen, the window's width decides which there are."""

    file: Path
    wanted_panes: dict[str, bool]

    def shows(self, pane: str) -> bool:
        """Whether a pane (`outline`, `inspector`, `problems`) is wanted now."""
        by_itself = self.reading.errors > 0 if pane == "problems" else self.app.size.width >= WIDE
        return self.wanted_panes.get(pane, by_itself)

    def lay_out(self) -> None:
        """Show the panes that are wanted."""
        self.query_one("#outline").display = self.run_ is not None and self.shows("outline")
        self.query_one("#inspector").display = self.run_ is not None and self.shows("inspector")
        self.problems.display = bool(self.reading.problems) and self.shows("problems")
        watched = self.query_one("#watches", Rows)
        wide = self.app.size.width >= WIDE
        # Beside the stage the details stand under the watches, and have what these leave.
        watched.styles.height = min(len(watched.rows) + 2, WATCHES_MAX) if wide else "1fr"

    def _toggle(self, pane: str, focus: str = "") -> None:
        """Let a pane come, and give it the keys if it is there for them; or let it go."""
        self.wanted_panes[pane] = not self.shows(pane)
        self.lay_out()
        self.set_focus(self.query_one(focus) if focus and self.shows(pane) else None)

    def action_toggle_outline(self) -> None:
        self._toggle("outline", "#outline")

    def action_toggle_inspector(self) -> None:
        self._toggle("inspector")

    def action_toggle_problems(self) -> None:
        self._toggle("problems", "#problems")

    def action_set_value(self) -> None:
        """Give the watches the keys; Enter then opens a field."""
        self.wanted_panes["inspector"] = True
        self.lay_out()
        self.set_focus(self.query_one("#watches"))

    @on(Rows.Picked, "#watches")
    def _open_field(self, event: Rows.Picked) -> None:
        run = self.run_
        watched = {watch.name: watch for watch in watches(run.scenario, run.state, run.before)} if run else {}
        watch = watched.get(event.key)
        if run is None or watch is None:
            return
        if not watch.settable:
            self.podium.tell(self.say(template("The score is measured from the answers; it cannot be set")))
            return
        scenario = run.scenario
        self.app.push_screen(SettingScreen(watch, lambda text: read_setting(scenario, watch.name, text)), self._put)

    def _put(self, setting: Setting | None) -> None:
        if setting is not None:
            self.make(lambda run: run.put(setting))

    def action_find_scene(self) -> None:
        """Start at a scene that is found by typing."""
        if self.run_ is not None:
            self.app.push_screen(FindScreen(self.run_.scenario), self._start_at_found)

    def _start_at_found(self, scene: str | None) -> None:
        if scene:
            self.start_at(scene)

    def action_next_problem(self) -> None:
        """Go to the next problem, and after the last to the first."""
        was_there = self.problems.has_focus
        self.wanted_panes["problems"] = True
        self.lay_out()
        self.set_focus(self.problems)
        if was_there:
            place = (self.problems.place + 1) % max(1, len(self.problems.rows))
            self.problems.mark(str(place))

    @on(Rows.Picked, "#problems")
    def _edit_picked(self, event: Rows.Picked) -> None:
        self._edit_problem(int(event.key))

    def _edit_problem(self, number: int) -> None:
        if number < len(self.reading.problems):
            problem = self.reading.problems[number]
            edit(self.podium, Path(problem.file), problem.line, problem.column)

    def action_edit(self) -> None:
        """Open the editor: at the marked problem, at the marked scene of the outline, or at the scene on the table."""
        if self.problems.has_focus and self.problems.marked:
            self._edit_problem(int(self.problems.marked))
            return
        outline = self.query_one("#outline", Rows)
        present = self.run_.state.scene if self.run_ else ""
        scene = outline.marked if outline.has_focus else present
        edit(self.podium, self.file, self.reading.lines.get(scene, 1), 1)

    async def action_own_words(self) -> None:
        """Answer in one's own words, graded as in a session."""
        from simulator.authoring.preview.screens.own_words import PreviewAnswer

        await PreviewAnswer(self).open()

    def action_open_dossier(self) -> None:
        """The dossier as it stands."""
        from simulator.tui.screens.dossier import DossierScreen

        if self.run_ is not None:
            seen = desk(self.run_.scenario, self.run_.state)
            self.app.push_screen(DossierScreen(seen, self.run_.table.time, lambda: None))

    def action_open_public(self) -> None:
        """The public at large."""
        from simulator.tui.screens.public import PublicScreen
        from simulator.tui.widgets.public_now import public_now

        if self.run_ is not None:
            now = public_now(self.run_.scenario, self.run_.state)
            self.app.push_screen(PublicScreen(now, self.run_.table.time, lambda: None))

    def action_leave(self) -> None:
        """From a list back to the stage, and from there out, once that is confirmed."""
        from simulator.tui.screens.confirm import ConfirmScreen

        if self.focused is not None:
            self.set_focus(None)
            return
        asked = ConfirmScreen(template("Leave the preview?"), template("Nothing of it is kept; your file is as it is."))
        self.app.push_screen(asked, self._left)

    def _left(self, leave: bool | None) -> None:
        if leave:
            self.app.exit()
