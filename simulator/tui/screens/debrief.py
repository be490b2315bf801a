"""The debrief: the session as a whole, question by question, and the path taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import ListItem, ListView, Static, TabbedContent, TabPane, Tabs

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, OUTCOME_NAMES, SKILL_AIMS, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion, Debrief, GradedLine
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.widgets.assessment import Block, assessment_blocks, heading, marked_answer
from simulator.tui.widgets.curve import drawn_curve
from simulator.tui.widgets.key_footer import KeyFooter
from simulator.tui.widgets.masthead import Masthead

PLOT_CELLS = 24
CURVE_CELLS, CURVE_ROWS = 56, 5


class DebriefScreen(PodiumScreen[None]):
    """What people learn from. Three tabs: overview, questions, path."""

    CSS_PATH = ["../styles/reading.tcss", "../styles/debrief.tcss"]
    HELP_TEXT = template(
        "Left and right turn the tabs. Under “Questions” up and down choose a question; what was said, the reasons and the "
        "best line stand beside it, and Page up and Page down scroll them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "", show=False, priority=True),
        Binding("right", "turn(1)", template("Tabs"), key_display="←→", priority=True),
        Binding("down", "move(1)", template("Move"), key_display="↑↓", priority=True),
        Binding("up", "move(-1)", "", show=False, priority=True),
        Binding("pagedown,space", "scroll(8)", template("Scroll"), key_display="PgUp/PgDn", priority=True),
        Binding("pageup", "scroll(-8)", "", show=False, priority=True),
        Binding("escape,enter", "to_library", template("Library"), key_display="Esc"),
    ]

    def __init__(self, debrief: Debrief) -> None:
        super().__init__()
        self.debrief = debrief

    def compose(self) -> ComposeResult:
        catalogue = self.podium.catalogue
        yield Masthead(f"{self.say(template('Debrief'))}: {self.debrief.title}")
        with TabbedContent():
            with TabPane(Content(self.say(template("Overview"))), id="overview"), VerticalScroll(can_focus=False):
                for block in overview_blocks(self.debrief, catalogue):
                    yield block.drawn()
            with TabPane(Content(self.say(template("Questions"))), id="questions"):
                yield ListView(*self._items(), id="asked")
                yield VerticalScroll(id="answered", can_focus=False)
            with TabPane(Content(self.say(template("Path"))), id="path"), VerticalScroll(can_focus=False):
                for block in path_blocks(self.debrief, catalogue):
                    yield block.drawn()
        yield KeyFooter()

    def _items(self) -> Iterator[ListItem]:
        for number, question in enumerate(self.debrief.questions, 1):
            overall = question.given.assessment.overall
            flags = " ⚑" * len(question.given.assessment.flags)
            text = Content.assemble(
                (f"{number:>2} ", "$quiet"), question.title, (f"  {overall}", "bold $primary"), (flags, "$error")
            )
            yield ListItem(Static(text))

    @on(ListView.Highlighted, "#asked")
    async def _show_question(self) -> None:
        place = self.query_one("#asked", ListView).index
        panel = self.query_one("#answered", VerticalScroll)
        with self.app.batch_update():
            await panel.remove_children()
            if place is not None:
                blocks = question_blocks(self.debrief.questions[place], self.podium.catalogue)
                await panel.mount_all(block.drawn() for block in blocks)
            panel.scroll_home(animate=False)

    def action_turn(self, step: int) -> None:
        tabs = self.query_one(Tabs)
        if step > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()

    def action_move(self, step: int) -> None:
        if self.query_one(TabbedContent).active == "questions":
            asked = self.query_one("#asked", ListView)
            if step > 0:
                asked.action_cursor_down()
            else:
                asked.action_cursor_up()
        else:
            self.action_scroll(step)

    def action_scroll(self, lines: int) -> None:
        pane = self.query_one(TabbedContent).active_pane
        if pane is not None:
            pane.query(VerticalScroll).last().scroll_relative(y=lines, animate=False)

    def action_to_library(self) -> None:
        self.podium.to_library()


def overview_blocks(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    """Three sentences, the skills as a plot, red flags, the curves, and what to practise next."""
    say = catalogue.say
    if debrief.ending:
        outcome = say(OUTCOME_NAMES[debrief.ending.outcome])
        yield Block(Content.assemble((f"{outcome}: ", "bold $primary"), (debrief.ending.headline, "bold")), "block-prose")
    yield Block(Content(" ".join(summary(debrief, catalogue))), "block-prose")
    yield heading(say(template("Skills over the session")))
    width = max((len(say(SKILL_NAMES[skill.skill])) for skill in debrief.skills), default=0)
    for skill in debrief.skills:
        yield Block(_skill_plot(skill.mean, f"{say(SKILL_NAMES[skill.skill]):<{width}}", skill.levels), "block-level")
    if debrief.flags:
        yield heading(say(template("Red flags")))
        for flag, count in debrief.flags:
            yield Block(Content.assemble(("⚑ ", "$error"), f"{say(FLAG_NAMES[flag])} × {count}"), "block-reason")
    if debrief.questions:
        yield heading(say(template("Trust and heat over the story (illustrative)")))
        for measure, label, tone in (("trust", template("Trust"), "$trust"), ("heat", template("Heat"), "$heat")):
            points = debrief.trust if measure == "trust" else debrief.heat
            drawn = drawn_curve(debrief.curve, measure, f"{say(label)} → {points}", tone, CURVE_CELLS, CURVE_ROWS)
            yield Block(drawn, "block-plot")
    if debrief.ending:
        yield heading(say(template("What to take away")))
        yield Block(Content(debrief.ending.lesson), "block-prose")


def summary(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    """The session in three sentences."""
    say = catalogue.say
    yield catalogue.count(
        "One question answered, with an overall grade of {overall} of 100.",
        "{n} questions answered, with an overall grade of {overall} of 100.",
        len(debrief.questions),
        overall=debrief.overall,
    )
    strongest, weakest = debrief.strongest, debrief.weakest
    if strongest is None or weakest is None:
        return
    yield say(template("Strongest: {skill} ({mean})."), skill=say(SKILL_NAMES[strongest.skill]), mean=_figure(strongest.mean, catalogue))
    if weakest is not strongest:
        yield say(
            template("To practise next: {skill} ({mean}), which means {aim}."),
            skill=say(SKILL_NAMES[weakest.skill]),
            mean=_figure(weakest.mean, catalogue),
            aim=say(SKILL_AIMS[weakest.skill]),
        )


def question_blocks(question: AnsweredQuestion, catalogue: Catalogue) -> Iterator[Block]:
    """One question: asked, answered, graded, and the best line with its reasons."""
    say = catalogue.say
    yield Block(Content.assemble((question.journalist, "bold $primary"), (f"  {question.outlet} · {question.time}", "$quiet")))
    yield Block(Content(question.question), "block-question")
    seconds = say(template("after {seconds} s"), seconds=question.seconds)
    title = say(template("You kept silent") if question.silent else template("Your answer"))
    yield heading(f"{title} ({seconds}) · {question.given.assessment.overall}/100")
    yield Block(marked_answer(question.given.text, question.given.assessment), "block-answer")
    yield from assessment_blocks(question.given.assessment, catalogue)
    if question.given.note:
        yield Block(Content.assemble((f"{say(template('Mentor:'))} ", "bold"), question.given.note), "block-prose")
    if question.best.given:
        yield heading(say(template("This was the best of the prepared lines.")))
        return
    yield heading(f"{say(template('The best line'))} · {question.best.assessment.overall}/100")
    yield from _best(question.best, catalogue)


def _best(best: GradedLine, catalogue: Catalogue) -> Iterator[Block]:
    yield Block(marked_answer(best.text, best.assessment), "block-answer")
    yield from assessment_blocks(best.assessment, catalogue)
    if best.note:
        yield Block(Content.assemble((f"{catalogue.say(template('Mentor:'))} ", "bold"), best.note), "block-prose")


def path_blocks(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    """The steps taken, under each what was not taken; at last the endings that were missed."""
    say = catalogue.say
    yield Block(
        Content.styled(say(template("{seen} of {all} scenes seen."), seen=debrief.scenes_seen, all=debrief.scenes_in_all), "$quiet")
    )
    for step in debrief.path:
        yield Block(Content.assemble((f"{step.time} ", "$quiet"), (step.title, "bold")), "block-level")
        yield Block(Content.assemble(("▶ ", "bold $success"), step.taken), "block-reason")
        for text in step.not_taken:
            yield Block(Content.styled(f"○ {text}", "$quiet"), "block-reason")
    if debrief.ending:
        yield Block(Content.assemble(("■ ", "$primary"), (debrief.ending.headline, "bold")), "block-level")
    if debrief.endings_missed:
        yield heading(say(template("Endings not reached")))
        for ending in debrief.endings_missed:
            yield Block(Content.styled(f"○ {ending.headline}", "$quiet"), "block-reason")


def _skill_plot(mean: float, name: str, levels: tuple[int, ...]) -> Content:
    filled = round(mean * PLOT_CELLS / 4)
    return Content.assemble(
        f"{name}  ",
        ("█" * filled, f"$level-{round(mean)}"),
        ("░" * (PLOT_CELLS - filled), "$rule"),
        (f" {mean:.1f}", "bold"),
        ("  " + " ".join(str(level) for level in levels), "$quiet"),
    )


def _figure(mean: float, catalogue: Catalogue) -> str:
    figure = f"{mean:.1f}"
    return figure.replace(".", ",") if catalogue.tongue == "vi" else figure
