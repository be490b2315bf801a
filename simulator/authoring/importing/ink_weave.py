"""One weave of ink: text, choices within choices and gathers, turned into passages and links."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from simulator.authoring.importing.story import Link, Passage

ENDS = frozenset({"END", "DONE"})
"""Where a divert ends the story."""


class Weave:
    """A knot, a stitch, or what stands before the first knot (its key is empty)."""

    def __init__(self, key: str, title: str, line: int, knot: str) -> None:
        self.key, self._knot = key, knot
        self.passages = [Passage(key, title, line)]
        self._now = self.passages[0]
        self._owners: list[Passage] = []
        """The passages that the choices of each depth belong to."""
        self._open: list[tuple[Passage, int]] = []
        """What runs on to the next gather of its depth, or of a lesser one."""
        self._closed: set[str] = set()
        self._ended: set[str] = set()
        self._runs_on: dict[str, Link] = {}

    def content(self, text: str, target: str, line: int) -> None:
        """A line of text, and where it diverts to."""
        if text and self._now.key in self._closed:
            self._now = self._passage("", text, line)  # Nothing leads here; ink would warn of it.
        if text:
            self._now.text.append(text)
        if target:
            self._divert(target, line)

    def choice(self, label: str, depth: int, shown: str, said: str, target: str, line: int) -> None:
        """A choice: what is shown of it, what is said upon it, and where it leads."""
        owner = self._owner(depth)
        if not shown and target:
            self._leave(owner, depth)  # A fallback: it is taken where no other choice is left.
            self._now = owner
            return self._divert(target, line)
        made = self._passage(label, shown or self.passages[0].title, line)
        owner.links.append(Link(shown, made.key, line))
        self._now = made
        self.content(said if said != shown else "", target, line)
        return None

    def gather(self, label: str, depth: int, line: int) -> None:
        """A gather: what is open at its depth or deeper goes on here."""
        self._leave(self._now, len(self._owners))
        made = self._passage(label, label or self.passages[0].title, line)
        for passage, at in self._open:
            if at >= depth:
                self._link(passage, made.key, line)
        self._open = [(passage, at) for passage, at in self._open if at < depth]
        del self._owners[depth - 1 :]
        self._now = made

    def done(self) -> list[Passage]:
        """The passages; those that only lead on without a word of their own stay, and are seen to later."""
        return self.passages

    def lead_on(self, passage: Passage, target: str) -> None:
        """Lead a passage on to another weave."""
        self._link(passage, target, passage.line)

    def resolve(self, names: Collection[str]) -> None:
        """Have every link name a passage by its key: of the own knot first, as ink does."""
        for passage in self.passages:
            for link in passage.links:
                link.target = next((one for one in self._meant(link.target) if one in names), link.target)
                if link.target in ENDS and link.target not in names:
                    link.target = ""

    def _meant(self, target: str) -> Iterator[str]:
        yield from (target, f"{self.key}.{target}", f"{self._knot}.{target}")

    def _passage(self, label: str, title: str, line: int) -> Passage:
        key = f"{self.key}.{label}" if label else f"{self.key}#{len(self.passages)}"
        self.passages.append(Passage(key, title, line))
        return self.passages[-1]

    def _owner(self, depth: int) -> Passage:
        """Whose choice it is: at a new depth the present passage's; else what was open runs on to a gather."""
        if depth > len(self._owners):
            if self._now.key in self._closed:
                self._now = self._passage("", self._now.title, self._now.line)
            self._owners.append(self._now)
            self._closed.add(self._now.key)
            return self._now
        self._leave(self._now, len(self._owners))
        del self._owners[depth:]
        return self._owners[depth - 1]

    def _leave(self, passage: Passage, depth: int) -> None:
        """A passage is left; if nothing leads on from it yet, the next gather does."""
        if passage.key not in self._closed:
            self._closed.add(passage.key)
            self._open.append((passage, depth))

    def _divert(self, target: str, line: int) -> None:
        if self._now.key in self._closed and self._now not in self._owners:
            return
        self._closed.add(self._now.key)
        self._link(self._now, target, line)

    def _link(self, passage: Passage, target: str, line: int) -> None:
        if target not in ENDS:
            passage.links.append(Link("", target, line))
