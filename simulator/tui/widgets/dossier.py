"""The dossier in tabs: situation, facts, unknowns, what may not be said, rumours, messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.session.view import Desk
from simulator.tui.widgets.blocks import Block, Paragraph, heading, prose

Tab = tuple[str, list[Block]]
"""A tab's title and what stands in it."""


def dossier_tabs(desk: Desk, catalogue: Catalogue, own: Sequence[str] = ()) -> Iterator[Tab]:
    """A tab for each kind of thing on the desk; `own` messages stand before those of the dossier."""
    say = catalogue.say
    kinds = (
        (template("Facts"), _facts(desk, catalogue)),
        (template("Unknown"), _unknowns(desk, catalogue)),
        (template("Not to be said"), _restricted(desk, catalogue)),
        (template("Rumours"), _rumours(desk, catalogue)),
        (template("Messages"), [*_own(own, catalogue), *_messages(desk, catalogue)]),
    )
    yield say(template("Situation")), [prose(desk.context)]
    for title, blocks in kinds:
        yield say(title), list(blocks) or [prose(Content.styled(say(template("Nothing here.")), "$quiet"))]


def dossier_page(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    """The same on one page, for beside the desk that one writes at."""
    for number, (title, blocks) in enumerate(dossier_tabs(desk, catalogue)):
        yield heading(title, above=1 if number else 0)
        yield from blocks


def _facts(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    for number, fact in enumerate(desk.facts):
        yield _entry("▪", "$primary", fact.text, fact.id in desk.fresh, catalogue, number)
        yield _more("", f"{fact.source} · {fact.as_of}")


def _unknowns(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    for number, unknown in enumerate(desk.unknowns):
        yield _entry("?", "bold $warning", unknown.text, unknown.id in desk.fresh, catalogue, number)
        yield _more(catalogue.say(template("Known when:")), unknown.when_known)


def _restricted(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    for number, matter in enumerate(desk.restricted):
        yield _entry("✕", "bold $error", matter.text, matter.id in desk.fresh, catalogue, number)
        yield _more(catalogue.say(template("Why:")), matter.reason)
        yield _more(catalogue.say(template("Authority:")), matter.competent_body)


def _rumours(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    for number, rumour in enumerate(desk.rumours):
        claim = Content.styled(f"“{rumour.claim}”", "italic $error")
        yield _entry("●", "$error", claim, rumour.id in desk.fresh, catalogue, number)
        truth = Content.assemble((catalogue.say(template("The truth:")) + " ", "bold $success"), rumour.truth)
        yield Paragraph(truth, indent=3)
        yield _more(catalogue.say(template("Evidence:")), rumour.evidence)


def _messages(desk: Desk, catalogue: Catalogue) -> Iterator[Block]:
    for number, message in enumerate(desk.key_messages):
        yield _entry(str(number + 1), "bold $primary", message, False, catalogue, number)
    named = (
        (template("Next briefing"), desk.channels.next_briefing),
        (template("Hotline"), desk.channels.hotline),
        (template("Web"), desk.channels.web),
    )
    above = 1 if desk.key_messages else 0
    for name, value in named:
        if value:
            text = Content.assemble((f"{catalogue.say(name)}: ", "$quiet"), value)
            yield Paragraph(text, above=above)
            above = 0


def _own(messages: Sequence[str], catalogue: Catalogue) -> Iterator[Block]:
    if messages:
        yield heading(catalogue.say(template("Your messages")), above=0)
        yield from (Paragraph(Content(text), Content.styled("▸ ", "bold $success")) for text in messages)
        yield heading(catalogue.say(template("Key messages")))


def _entry(sign: str, tone: str, text: Content | str, fresh: bool, catalogue: Catalogue, number: int) -> Block:
    new = (" ● " + catalogue.say(template("new")), "bold $warning") if fresh else ""
    return Paragraph(Content.assemble(text, new), Content.styled(f"{sign} ", tone), above=1 if number else 0)


def _more(name: str, text: str) -> Block:
    return Paragraph(Content.styled(f"{name} {text}".strip(), "$quiet"), indent=3)
