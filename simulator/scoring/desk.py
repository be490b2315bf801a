"""The spokesperson's desk, prepared for matching: each entry of the dossier as syllable pairs and numbers.

Matching is on folded syllables, so what is typed without diacritics matches as well as what is typed with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from simulator.scenario.dossier import Dossier
from simulator.scoring.numbers import values
from simulator.scoring.text import fold

Pairs = frozenset[tuple[str, str]]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the dossier: as written, its syllable pairs and its numbers."""

    text: str
    pairs: Pairs
    numbers: frozenset[str]


@dataclass(frozen=True, eq=False)
class Desk:
    """A question and the dossier it is asked about."""

    question: Entry
    dossier: Dossier
    role: str = ""

    @cached_property
    def facts(self) -> tuple[Entry, ...]:
        return entries(fact.text for fact in self.dossier.facts)

    @cached_property
    def sources(self) -> tuple[Entry, ...]:
        return entries(fact.source for fact in self.dossier.facts)

    @cached_property
    def times(self) -> tuple[Entry, ...]:
        """The times at which the facts held."""
        return entries(fact.as_of for fact in self.dossier.facts)

    @cached_property
    def unknowns(self) -> tuple[Entry, ...]:
        return entries(unknown.text for unknown in self.dossier.unknowns)

    @cached_property
    def due(self) -> tuple[Entry, ...]:
        """When what is unknown will be known."""
        return entries(unknown.when_known for unknown in self.dossier.unknowns)

    @cached_property
    def restricted(self) -> tuple[Entry, ...]:
        return entries(matter.text for matter in self.dossier.restricted)

    @cached_property
    def bodies(self) -> tuple[Entry, ...]:
        """The bodies competent for restricted matters."""
        return entries(matter.competent_body for matter in self.dossier.restricted)

    @cached_property
    def claims(self) -> tuple[Entry, ...]:
        return entries(rumour.claim for rumour in self.dossier.rumours)

    @cached_property
    def truths(self) -> tuple[Entry, ...]:
        return entries(rumour.truth for rumour in self.dossier.rumours)

    @cached_property
    def evidence(self) -> tuple[Entry, ...]:
        return entries(rumour.evidence for rumour in self.dossier.rumours)

    @cached_property
    def messages(self) -> tuple[Entry, ...]:
        return entries(self.dossier.key_messages)

    @cached_property
    def briefing(self) -> tuple[Entry, ...]:
        return entries([self.dossier.channels.next_briefing] if self.dossier.channels.next_briefing else [])

    @cached_property
    def phone(self) -> str:
        """The last four digits of the telephone line, or nothing."""
        digits = re.sub(r"\D", "", (self.dossier.channels.hotline or "")[:20])
        return digits[:10][-4:] if len(digits) >= 4 else ""

    @cached_property
    def web(self) -> str:
        """The host of the web page, folded, or nothing."""
        return fold(self.dossier.channels.web or "").removeprefix("https://").removeprefix("www.").split("/")[0]

    @cached_property
    def open(self) -> tuple[Entry, ...]:
        """Every entry that may be said."""
        return (
            *self.facts, *self.sources, *self.times, *self.unknowns, *self.due, *self.bodies, *self.claims,
            *self.truths, *self.evidence, *self.messages, *self.briefing, entry(self.dossier.channels.hotline or ""),
        )  # fmt: skip

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Everything written on the desk."""
        kinds = (
            self.facts, self.sources, self.unknowns, self.due, self.restricted, self.bodies, self.claims,
            self.truths, self.evidence, self.messages, self.briefing,
        )  # fmt: skip
        written = [each.text for kind in kinds for each in kind]
        return (self.dossier.context, self.question.text, self.role, *written)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """All numbers that may be said: of facts, sources, times, due dates, channels, truths and the context."""
        open_entries = (
            *self.facts, *self.sources, *self.times, *self.due, *self.briefing, *self.truths, *self.evidence,
            *self.messages, entry(self.dossier.channels.hotline or ""), entry(self.dossier.context),
        )  # fmt: skip
        return frozenset[str]().union(*(each.numbers for each in open_entries))

    @cached_property
    def pairs(self) -> Pairs:
        """Syllable pairs of facts, sources, times, messages and the context."""
        read = (*self.facts, *self.sources, *self.times, *self.messages, entry(self.dossier.context))
        return Pairs().union(*(each.pairs for each in read))

    @cached_property
    def open_pairs(self) -> Pairs:
        """Syllable pairs of everything that may be said, the context and the channels."""
        channels = self.dossier.channels
        written = (self.dossier.context, channels.hotline or "", channels.web or "")
        return Pairs().union(*(each.pairs for each in (*self.open, *map(entry, written))))

    @cached_property
    def telling_pairs(self) -> Pairs:
        """Syllable pairs of what an answer is for: facts, truths, their evidence, unknowns and messages."""
        told = (*self.facts, *self.truths, *self.evidence, *self.unknowns, *self.due, *self.messages)
        return Pairs().union(*(each.pairs for each in told))

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Syllables of facts, the context and the question."""
        texts = [*(each.text for each in (*self.facts, *self.sources, *self.times)), self.dossier.context]
        return frozenset(syllables(" ".join([*texts, self.question.text])))


def syllables(text: str) -> list[str]:
    """The folded syllables of a text, in order."""
    return _WORD.findall(fold(text))


def pairs_of(sequence: list[str]) -> Pairs:
    """Neighbouring syllables."""
    return frozenset(pairwise(sequence))


def entry(text: str) -> Entry:
    return Entry(text, pairs_of(syllables(text)), values(fold(text)))


def entries(texts: Iterable[str]) -> tuple[Entry, ...]:
    return tuple(map(entry, texts))


@lru_cache(maxsize=64)
def desk_of(question: str, dossier: Dossier, role: str = "") -> Desk:
    """The desk of a question. Kept, because a question is answered many times."""
    return Desk(entry(question), dossier, role)
