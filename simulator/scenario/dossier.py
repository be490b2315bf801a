"""The dossier: what the spokesperson knows, does not know and may not say."""

from __future__ import annotations

from pydantic import Field

from simulator.scenario.text import Id, Label, Prose
from simulator.scenario.value import Value


class DossierItem(Value):
    """One entry; hidden until the scene named by `known_from` has been reached."""

    id: Id
    known_from: Id | None = Field(
        None, description="Scene from which this item is on the table; at the start if absent."
    )


class Fact(DossierItem):
    """Something established, with its source and the time it held."""

    text: Prose
    source: Label
    as_of: Label
    replaces: Id | None = Field(None, description="An older fact that this one puts out of date once it is known.")


class Unknown(DossierItem):
    """Something not established yet, and when it will be."""

    text: Prose
    when_known: Prose


class Restricted(DossierItem):
    """Something that may not be said, on which ground, and who is competent for it."""

    text: Prose
    reason: Prose
    competent_body: Prose


class Rumour(DossierItem):
    """A claim going round, what is true instead, and evidence that anyone can check."""

    claim: Prose
    truth: Prose
    evidence: Prose


class Channels(Value):
    """Where the public hears next."""

    next_briefing: Label | None = None
    hotline: Label | None = None
    web: Label | None = None


class Dossier(Value):
    """Everything on the spokesperson's desk."""

    context: Prose
    facts: tuple[Fact, ...] = Field(min_length=1)
    unknowns: tuple[Unknown, ...] = ()
    restricted: tuple[Restricted, ...] = ()
    rumours: tuple[Rumour, ...] = ()
    key_messages: tuple[Prose, ...] = ()
    channels: Channels = Channels()

    @property
    def sayable(self) -> tuple[str, ...]:
        """Ids of what an answer can put on record: facts, unknowns, and rumours by their truth."""
        return tuple(item.id for item in (*self.facts, *self.unknowns, *self.rumours))

    @property
    def restricted_at_first(self) -> tuple[Restricted, ...]:
        """The restricted matters that lie on the desk before anything has happened."""
        return tuple(item for item in self.restricted if item.known_from is None)
