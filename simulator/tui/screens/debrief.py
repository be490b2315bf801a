"""The debrief: the session as a whole, question by question, and the path taken."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import ListItem, ListView, Static

from simulator.language.catalogue import template
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.debrief import overview_blocks, path_blocks, question_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.page import Sheet
from simulator.tui.widgets.plain import plain
from simulator.tui.widgets.reading import SCROLLING, TURNING
from simulator.tui.widgets.tab_bar import TabBar
from simulator.tui.windows import WIDE

TITLES = {"overview": template("Overview"), "questions": template("Questions"), "path": template("Path")}


class DebriefScreen(PodiumScreen[None]):
    """What people learn from. Three tabs: overview, questions, path."""

    AUTO_FOCUS = ""
    CSS_PATH = ["../styles/reading.tcss", "../styles/debrief.tcss"]  # noqa: RUF012  # declared so by Textual
    HELP_TEXT = template(
        "Left and right turn the tabs. Under “Questions” up and down choose a question; what was said, the reasons and "
        "the best line stand beside it, and Page up and Page down scroll them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *TURNING,
        *SCROLLING,
        Binding("escape,enter", "to_library", template("Library"), key_display="Esc"),
    ]

    def __init__(self, debrief: Debrief) -> None:
        super().__init__()
        self.debrief = debrief

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield TabBar()
        yield VerticalScroll(Sheet(id="as-a-whole"), id="overview", can_focus=False)
        with Container(id="questions"):
            yield ListView(*(ListItem(_asked(n, q)) for n, q in enumerate(self.debrief.questions, 1)), id="asked")
            yield VerticalScroll(Sheet(id="answer"), id="answered", can_focus=False)
        yield VerticalScroll(Sheet(id="steps"), id="path", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        catalogue = self.podium.catalogue
        what = self.say(template("Debrief"))
        self.query_one(Masthead).show(f"{what}: {self.debrief.title}")
        self.query_one(TabBar).show([self.say(title) for title in TITLES.values()])
        self._open_tab()
        self._show_overview()
        self._show_question()
        self.query_one("#steps", Sheet).show(path_blocks(self.debrief, catalogue))
        super().fill()

    def _show_overview(self) -> None:
        blocks = overview_blocks(self.debrief, self.podium.catalogue, wide=self.app.size.width >= WIDE)
        self.query_one("#as-a-whole", Sheet).show(blocks)

    async def on_resize(self, event: events.Resize) -> None:
        """The curves stand side by side in a wide window."""
        self._show_overview()

    def _show_question(self) -> None:
        place = self.query_one("#asked", ListView).index
        blocks = question_blocks(self.debrief.questions[place], self.podium.catalogue) if place is not None else ()
        self.query_one("#answer", Sheet).show(blocks)

    @on(ListView.Highlighted, "#asked")
    def _question_marked(self) -> None:
        self._show_question()
        self.query_one("#answered").scroll_home(animate=False)

    @property
    def tab(self) -> str:
        """The open tab, by its name in TITLES."""
        return [*TITLES][self.query_one(TabBar).active]

    @on(TabBar.Turned)
    def _open_tab(self) -> None:
        for name in TITLES:
            self.query_one(f"#{name}").display = name == self.tab

    def action_turn(self, step: int) -> None:
        self.query_one(TabBar).turn(step)

    def action_scroll(self, lines: int) -> None:
        """A line scrolls, or marks the question above or below; more lines always scroll."""
        if self.tab == "questions" and abs(lines) == 1:
            asked = self.query_one("#asked", ListView)
            if lines > 0:
                asked.action_cursor_down()
            else:
                asked.action_cursor_up()
        else:
            page = "answered" if self.tab == "questions" else self.tab
            self.query_one(f"#{page}").scroll_relative(y=lines, animate=False)

    def action_to_library(self) -> None:
        self.podium.to_library()


def _asked(number: int, question: AnsweredQuestion) -> Static:
    flags = " ⚑" * len(question.given.assessment.flags)
    overall = (f"{question.given.assessment.overall:>4}", "bold $primary")
    text = Content.assemble((f"{number:>2}", "$quiet"), overall, f"  {plain(question.title)}", (flags, "$error"))
    return Static(text)
