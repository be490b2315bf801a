"""How the public stands, as paragraphs: trust by group, and how far the rumour has got. Illustrative, and said so."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import Catalogue, template
from simulator.tui.widgets.public_now import GroupNow, PublicNow, RumourNow


def public(now: PublicNow, catalogue: Catalogue) -> Iterator[str]:
    """Each group with its trust and the course of it, the rumour, and what all that is worth."""
    say, names = catalogue.say, now.names(catalogue.tongue)
    yield from ("", say(template("Trust by group (illustrative)")))
    for name, group in zip(names, now.groups, strict=True):
        yield f"  {_group(name, group, catalogue)}"
    if now.rumour is not None:
        yield from ("", say(template("The rumour (illustrative)")))
        yield from (f"  {text}" for text in _rumour(now, now.rumour, catalogue))
    note = template(
        "An illustrative model with figures of its own, for training: no forecast of how people would really react."
    )
    yield from ("", say(note))


def _group(name: str, group: GroupNow, catalogue: Catalogue) -> str:
    told = catalogue.say(
        template("{name}, {share}% of the public: trust {points} of 100{change}."),
        name=name,
        share=group.share,
        points=group.trust,
        change=_change(group.change, catalogue),
    )
    if len(group.history) < 3:
        return told
    course = catalogue.say(template("From answer to answer: {figures}."), figures=", ".join(map(str, group.history)))
    return f"{told} {course}"


def _rumour(now: PublicNow, rumour: RumourNow, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield f"“{rumour.claim}”"
    if rumour.heard is None:
        yield say(template("No rumour is going round yet."))
        return
    heard = say(template("{share}% have heard the rumour"), share=rumour.heard)
    telling = say(template("{share}% are telling it"), share=rumour.telling)
    yield f"{heard}{_change(rumour.change, catalogue)}; {telling}."
    for name, group in zip(now.names(catalogue.tongue), now.groups, strict=True):
        yield say(template("{name}: {share}% have heard it."), name=name, share=group.heard)


def _change(points: int | None, catalogue: Catalogue) -> str:
    """What the last answer has changed, to stand after a figure; empty where nothing is to be told."""
    if points is None:
        return ""
    told = template(", unchanged by the last answer")
    if points > 0:
        told = template(", up {change} by the last answer")
    elif points < 0:
        told = template(", down {change} by the last answer")
    return catalogue.say(told, change=abs(points))
