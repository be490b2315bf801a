"""The debrief: the session as a whole, question by question, and the path taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import ListItem, ListView

from simulator.language.catalogue import template
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.reports.summary import NOTHING_ASKED
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.blocks import Block, Paragraph, prose
from simulator.tui.widgets.debrief import asked_blocks, overview_blocks, path_blocks, question_blocks
from simulator.tui.widgets.front_page import TITLE, front_page_blocks
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead
from simulator.tui.widgets.modes import mode_tag
from simulator.tui.widgets.page import TWO_MEASURES, Sheet
from simulator.tui.widgets.plain import plain
from simulator.tui.widgets.prepared import prepared_blocks
from simulator.tui.widgets.reading import SCROLLING, TURNING
from simulator.tui.widgets.tab_bar import TabBar
from simulator.tui.windows import WIDE

if TYPE_CHECKING:
    from simulator.exercise.exercise import Exercise
    from simulator.reports.front_page import FrontPage
    from simulator.scenario.model import Scenario
    from simulator.tui.app import PodiumApp
    from simulator.tui.house import House

TITLES = {
    "overview": template("Overview"),
    "questions": template("Questions"),
    "path": template("Path"),
    "front": TITLE,
    "prepared": template("Preparation"),
}


class DebriefScreen(PodiumScreen[None]):
    """What people learn from. Tabs: overview, questions, path, tomorrow's front page, and the preparation, if any."""

    AUTO_FOCUS = ""
    CSS_PATH = ["../styles/reading.tcss", "../styles/debrief.tcss"]  # noqa: RUF012  # declared so by Textual
    HELP_TEXT = template(
        "Left and right turn the tabs. Under “Questions” up and down choose a question; what was said, the reasons and "
        "the best line stand beside it, and Page up and Page down scroll them. {what_if} asks what would have come "
        "of another line."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *TURNING,
        *SCROLLING,
        Binding("w,W", "what_if", template("What if…"), key_display="W"),
        Binding("escape", "to_library", template("Library"), key_display="Esc"),
        Binding("escape", "to_home", template("Back"), key_display="Esc", id="to_library"),
    ]

    def __init__(self, exercise: Exercise, debrief: Debrief, front_page: FrontPage) -> None:
        super().__init__()
        self.exercise = exercise
        self._front_page = front_page
        hidden = {"prepared": not debrief.preparation, "front": debrief.withheld}
        self._titles = {name: TITLES[name] for name in TITLES if not hidden.get(name)}
        self.debrief = debrief

    @property
    def story(self) -> Scenario:
        return self.exercise.scenario

    def retell(self, story: Scenario) -> None:
        self.exercise.retell(story)
        self.debrief, self._front_page = read_back(self.podium.house, self.exercise)
        shown = self.query("#asked Sheet").results(Sheet)
        for number, (line, asked) in enumerate(zip(shown, self.debrief.questions, strict=True), 1):
            line.show([_asked_line(number, asked, graded=not self.debrief.withheld)])

    def compose(self) -> ComposeResult:
        yield Masthead()
        yield TabBar()
        yield VerticalScroll(Sheet(id="as-a-whole"), id="overview", can_focus=False)
        with Container(id="questions"):
            asked, graded = enumerate(self.debrief.questions, 1), not self.debrief.withheld
            yield ListView(*(ListItem(_asked(n, q, graded=graded)) for n, q in asked), id="asked")
            yield VerticalScroll(Sheet(id="answer"), id="answered", can_focus=False)
        yield VerticalScroll(Sheet(id="steps"), id="path", can_focus=False)
        yield VerticalScroll(Sheet(id="papers"), id="front", can_focus=False)
        yield VerticalScroll(Sheet(id="beforehand"), id="prepared", can_focus=False)
        yield KeyFooter()

    def fill(self) -> None:
        catalogue = self.podium.catalogue
        what = self.say(template("Debrief"))
        tag = mode_tag(self.debrief.mode, catalogue)
        self.query_one(Masthead).show(f"{what}: {self.debrief.title}", mode=tag)
        self.query_one(TabBar).show([self.say(title) for title in self._titles.values()])
        self._open_tab()
        self._show_overview()
        self._show_question()
        self.query_one("#steps", Sheet).show(path_blocks(self.debrief, catalogue))
        papers = front_page_blocks(self._front_page, catalogue)
        self.query_one("#papers", Sheet).show(papers, measure=TWO_MEASURES)
        restricted = self.exercise.scenario.dossier.restricted
        self.query_one("#beforehand", Sheet).show(prepared_blocks(self.debrief, restricted, catalogue))
        super().fill()

    def _show_overview(self) -> None:
        blocks = overview_blocks(self.debrief, self.podium.catalogue, wide=self.app.size.width >= WIDE)
        self.query_one("#as-a-whole", Sheet).show(blocks)

    async def on_resize(self, event: events.Resize) -> None:
        """The curves stand side by side in a wide window."""
        self._show_overview()

    def _show_question(self) -> None:
        place = self.query_one("#asked", ListView).index
        if place is None:
            blocks: Iterable[Block] = [prose(Content.styled(self.say(NOTHING_ASKED), "$quiet"))]
        elif self.debrief.withheld:
            blocks = asked_blocks(self.debrief.questions[place], self.podium.catalogue)
        else:
            blocks = question_blocks(self.debrief.questions[place], self.podium.catalogue)
        self.query_one("#answer", Sheet).show(blocks)

    @on(ListView.Highlighted, "#asked")
    def _question_marked(self) -> None:
        self._show_question()
        self.query_one("#answered").scroll_home(animate=False)

    @property
    def tab(self) -> str:
        """The open tab, by its name in TITLES."""
        return [*self._titles][self.query_one(TabBar).active]

    @on(TabBar.Turned)
    def _open_tab(self) -> None:
        for name in TITLES:
            self.query_one(f"#{name}").display = name == self.tab
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`What if` is asked of a question, and in an exam after its end. Esc leads to where one came from."""
        if action in ("to_library", "to_home"):
            return self.podium.at_library == (action == "to_library")
        may_ask = self.tab == "questions" and bool(self.debrief.questions) and not self.debrief.withheld
        return action != "what_if" or may_ask

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

    async def action_what_if(self) -> None:
        """Choose another line for the marked question."""
        from simulator.tui.screens.other_line import OtherLineScreen

        place = self.query_one("#asked", ListView).index
        if place is not None:
            asked = self.debrief.questions[place]
            await self.app.push_screen(OtherLineScreen(self.exercise, place + 1, asked))

    def action_to_library(self) -> None:
        self.podium.to_library()

    def action_to_home(self) -> None:
        self.podium.to_home()


def read_back(house: House, exercise: Exercise) -> tuple[Debrief, FrontPage]:
    """What is read after a session. Blocks; raises PodiumError."""
    from simulator.reports.front_page import front_page

    read = house.debrief(exercise)
    return read, front_page(exercise.scenario, read)


async def open_debrief(podium: PodiumApp, opened: Callable[[], Exercise], *, instead: bool = False) -> None:
    """Open the debrief of a session, over the present screen or `instead` of it; `opened` may block."""

    def read() -> DebriefScreen:
        exercise = opened()
        return DebriefScreen(exercise, *read_back(podium.house, exercise))

    async def show(screen: DebriefScreen) -> None:
        await (podium.switch_screen if instead else podium.push_screen)(screen)

    await podium.off_the_loop(read, show)


def _asked(number: int, question: AnsweredQuestion, *, graded: bool) -> Sheet:
    return Sheet(_asked_line(number, question, graded=graded))


def _asked_line(number: int, question: AnsweredQuestion, *, graded: bool) -> Block:
    flags = " ⚑" * len(question.counted.flags)
    overall = (f"{question.counted.overall:>4}" if graded else "", "bold $primary")
    sign = Content.assemble((f"{number:>2}", "$quiet"), overall, "  ")
    return Paragraph(Content.assemble(plain(question.title), (flags, "$error")), sign, indent=0)
