"""What came of the preparation: the opening statement graded, and whether the answers came back to the messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.language.catalogue import Catalogue, template
from simulator.reports.debrief import Debrief
from simulator.scenario.dossier import Restricted
from simulator.session.discipline import Discipline
from simulator.tui.widgets.assessment import assessment_blocks, caution_blocks, marked_answer
from simulator.tui.widgets.blocks import Block, Paragraph, heading, item, prose


def prepared_blocks(debrief: Debrief, restricted: Sequence[Restricted], catalogue: Catalogue) -> Iterator[Block]:
    """Message discipline, the matters marked and not, and the opening statement with its reasons."""
    prepared = debrief.preparation
    if prepared is None:
        yield prose(Content.styled(catalogue.say(template("Nothing was prepared.")), "$quiet"))
        return
    if debrief.discipline is not None:
        yield from _discipline(debrief.discipline, catalogue)
    if restricted:
        yield heading(catalogue.say(template("Not to be said")), above=1 if debrief.discipline else 0)
        yield from (_matter(matter, prepared.withheld, catalogue) for matter in restricted)
    yield from _opening(debrief, catalogue)


def _discipline(kept: Discipline, catalogue: Catalogue) -> Iterator[Block]:
    say = catalogue.say
    yield heading(say(template("Message discipline")), above=0)
    share = say(template("{percent}% of the answers came back to a message."), percent=round(100 * kept.share))
    yield prose(Content.styled(share, "$quiet"))
    for message, answers in zip(kept.messages, kept.returns, strict=True):
        yield item("✓" if answers else "○", "bold $success" if answers else "bold $warning", message)
        numbers = ", ".join(map(str, answers))
        told = say(template("in answers: {numbers}"), numbers=numbers) if answers else say(template("in no answer"))
        yield Paragraph(Content.styled(told, "$quiet"), indent=3)


def _matter(matter: Restricted, withheld: Sequence[str], catalogue: Catalogue) -> Block:
    marked = matter.id in withheld
    missed = "" if marked else catalogue.say(template("not marked"))
    return item("✕" if marked else "·", "bold $error", Content.assemble(matter.text, (f"  {missed}", "$warning")))


def _opening(debrief: Debrief, catalogue: Catalogue) -> Iterator[Block]:
    prepared = debrief.preparation
    if prepared is None or prepared.assessment is None:
        return
    name = catalogue.say(template("Your opening statement"))
    grade = catalogue.say(template("{overall} of 100"), overall=prepared.assessment.overall)
    yield Paragraph(Content.assemble((f"{name}: ", "bold $primary"), (grade, "bold")), indent=0, above=1)
    yield Paragraph(marked_answer(prepared.opening, prepared.assessment), Content(" "), bar="$secondary")
    yield from caution_blocks(prepared.assessment, catalogue, above=1)
    yield from assessment_blocks(prepared.opening, prepared.assessment, catalogue)
