"""The dossier in tabs: situation, facts, unknowns, what may not be said, rumours, messages."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import TabbedContent, TabPane, Tabs

from simulator.language.catalogue import Catalogue, template
from simulator.session.view import Desk
from simulator.tui.widgets.assessment import Block


class DossierTabs(TabbedContent):
    """The desk, a tab for each kind of thing on it; `first` blocks, if any, make a tab before them."""

    def __init__(self, desk: Desk, catalogue: Catalogue, first_title: str = "", first: tuple[Block, ...] = ()) -> None:
        super().__init__()
        tabs = [(first_title, list(first))] if first else []
        for number, (title, blocks) in enumerate([*tabs, *dossier_blocks(desk, catalogue)]):
            scroll = VerticalScroll(*(block.drawn() for block in blocks), can_focus=False)
            self.compose_add_child(TabPane(Content(title), scroll, id=f"tab-{number}"))

    def turn(self, step: int) -> None:
        """Open the next tab, or the one before."""
        tabs = self.query_one(Tabs)
        if step > 0:
            tabs.action_next_tab()
        else:
            tabs.action_previous_tab()

    def scroll_pane(self, lines: int) -> None:
        """Scroll the open tab by so many lines."""
        if self.active_pane is not None:
            self.active_pane.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def dossier_blocks(desk: Desk, catalogue: Catalogue) -> Iterator[tuple[str, list[Block]]]:
    """Each tab's title and what stands in it."""
    say = catalogue.say
    new = say(template("new"))

    def mark(item_id: str) -> Content:
        return Content.styled(f" ● {new}", "bold $warning") if item_id in desk.fresh else Content("")

    yield say(template("Situation")), [Block(Content(desk.context), "block-prose")]
    facts = [
        Block(
            Content.assemble(
                ("▪ ", "$primary"), fact.text, mark(fact.id), (f"\n{fact.source} · {fact.as_of}", "$quiet")
            ),
            "block-item",
        )
        for fact in desk.facts
    ]
    yield say(template("Facts")), facts or [_nothing(catalogue)]
    unknowns = [
        Block(
            Content.assemble(
                ("? ", "bold $warning"), item.text, mark(item.id),
                (f"\n{say(template('Known when:'))} ", "$quiet"), (item.when_known, "$quiet"),
            ),
            "block-item",
        )
        for item in desk.unknowns
    ]  # fmt: skip
    yield say(template("Unknown")), unknowns or [_nothing(catalogue)]
    restricted = [
        Block(
            Content.assemble(
                ("✕ ", "bold $error"), item.text, mark(item.id),
                (f"\n{say(template('Why:'))} {item.reason}", "$quiet"),
                (f"\n{say(template('Competent:'))} {item.competent_body}", "$quiet"),
            ),
            "block-item",
        )
        for item in desk.restricted
    ]  # fmt: skip
    yield say(template("Not to be said")), restricted or [_nothing(catalogue)]
    rumours = [
        Block(
            Content.assemble(
                ("“", "$error"), (item.claim, "italic $error"), ("”", "$error"), mark(item.id),
                (f"\n{say(template('True:'))} ", "bold $success"), item.truth,
                (f"\n{say(template('Evidence:'))} ", "$quiet"), (item.evidence, "$quiet"),
            ),
            "block-item",
        )
        for item in desk.rumours
    ]  # fmt: skip
    yield say(template("Rumours")), rumours or [_nothing(catalogue)]
    yield say(template("Messages")), [*_messages(desk), *_channels(desk, catalogue)]


def _messages(desk: Desk) -> Iterator[Block]:
    for number, message in enumerate(desk.key_messages, 1):
        yield Block(Content.assemble((f"{number} ", "bold $primary"), message), "block-item")


def _channels(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    named = (
        (template("Next briefing"), desk.channels.next_briefing),
        (template("Hotline"), desk.channels.hotline),
        (template("Web"), desk.channels.web),
    )
    for name, value in named:
        if value:
            yield Block(Content.assemble((f"{catalogue.say(name)}: ", "$quiet"), value), "block-reason")


def _nothing(catalogue: Catalogue) -> Block:
    return Block(Content.styled(catalogue.say(template("Nothing here.")), "$quiet"), "block-item")


