"""A story as scenes of a scenario: questions, injects and endings, with an ending within reach of every one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from simulator.authoring.importing.cleaning import label, pieces
from simulator.authoring.importing.ids import Ids
from simulator.authoring.importing.story import Link, Lost, Passage, Story
from simulator.loading.unseen import visible

Kind = Literal["question", "decision", "inject", "ending"]

CHOICES_MOST = 9
"""Lines of a question; more go on in a question behind it."""

DECISION = "decision"
"""The tag that makes a passage a decision; without it a passage with several links is a question."""


@dataclass(slots=True)
class Way:
    """One choice: its id, what is said, and the scene it leads to. `line` is where it was written; 0 for nowhere."""

    id: str
    label: str
    target: str
    line: int = 0
    note: str = ""


@dataclass(slots=True)
class Scene:
    """A scene to be written. `ways` has one way for an inject, none for an ending."""

    id: str
    kind: Kind
    title: str
    text: str
    line: int = 0
    ways: list[Way] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Words:
    """The sentences that stand where the story has none, in the scenario's language."""

    more: str
    go_on: str
    stop: str
    nowhere: str
    loop: str
    dead_end: str
    missing: str


def draft(story: Story, words: Words) -> list[Scene]:
    """The scenes, the first of them the start. The story has at least one passage."""
    return _Drafting(story, words).scenes()


class _Drafting:
    def __init__(self, story: Story, words: Words) -> None:
        self._story, self._words = story, words
        self._ids = Ids("scene")
        first = [one for one in story.passages if one.key == story.start][:1]
        self._passages = [*first, *(one for one in story.passages if one not in first)]
        self._id_of: dict[str, str] = {}
        self._own_ids = [self._ids.of(passage.title) for passage in self._passages]
        for passage, id_ in zip(self._passages, self._own_ids, strict=True):
            self._id_of.setdefault(passage.key, id_)
        self._made: list[Scene] = []
        self._extra: dict[str, str] = {}

    def scenes(self) -> list[Scene]:
        for passage, id_ in zip(self._passages, self._own_ids, strict=True):
            self._made += self._of_passage(passage, id_)
        if self._made[0].kind == "ending":
            self._before_the_ending()
        self._let_out()
        self._made += self._extra_endings()
        return self._made

    def _of_passage(self, passage: Passage, id_: str) -> Iterator[Scene]:
        """One scene; before it an inject for each piece of a text that is too long for one."""
        *before, last = pieces(passage.prose) or [""]
        ids = [id_, *(self._ids.of(f"{id_}_on") for _ in before)]
        for text, one, after in zip(before, ids, ids[1:], strict=False):
            yield Scene(one, "inject", passage.title, text, passage.line, [Way("", "", after)])
        ways = self._ways(passage)
        kind: Kind = "ending" if not ways else "inject" if len(ways) == 1 else "question"
        if kind == "question" and DECISION in passage.tags:
            kind = "decision"
        scene = Scene(ids[-1], kind, passage.title, last, passage.line, ways, list(passage.lost))
        if kind == "ending":
            scene.notes.append(self._words.dead_end)
        yield from self._in_parts(scene)

    def _ways(self, passage: Passage) -> list[Way]:
        ids, found = Ids("line"), dict[tuple[str, str], Way]()
        for link in passage.links:
            target = self._target(link)
            if (link.label, target) not in found:
                note = self._words.missing.format(name=visible(label(link.target))) if self._is_missing(link) else ""
                found[link.label, target] = Way(ids.of(link.label), link.label, target, link.line, note)
        return list(found.values())

    def _is_missing(self, link: Link) -> bool:
        return bool(link.target) and link.target not in self._id_of

    def _target(self, link: Link) -> str:
        return self._id_of.get(link.target) or self._ending_of("nowhere")

    def _ending_of(self, why: str) -> str:
        if why not in self._extra:
            self._extra[why] = self._ids.of(f"end_{why}")
        return self._extra[why]

    def _in_parts(self, scene: Scene) -> Iterator[Scene]:
        """A scene with more choices than there may be, as several, each but the last leading to the next."""
        ways, now = scene.ways, scene
        while len(ways) > CHOICES_MOST:
            after = Scene(self._ids.of(f"{scene.id}_more"), scene.kind, scene.title, scene.text, scene.line)
            now.ways = [*ways[: CHOICES_MOST - 1], Way("more", self._words.more, after.id)]
            ways = after.ways = ways[CHOICES_MOST - 1 :]
            yield now
            now = after
        yield now

    def _before_the_ending(self) -> None:
        """A story of one ending begins with an inject, for a session cannot begin at its end."""
        ending = self._made[0]
        id_ = self._ids.of("opening")
        self._made.insert(0, Scene(id_, "inject", ending.title, ending.text, ways=[Way("", "", ending.id)]))

    def _let_out(self) -> None:
        """Give a way to an ending to every round that has none, at the scene where it closes."""
        by_id = {scene.id: scene for scene in self._made}
        before = _before(self._made)
        good = _reaching(
            {scene.id for scene in self._made if scene.kind == "ending"} | set(self._extra.values()), before
        )
        for id_ in _postorder(self._made, by_id):
            if id_ not in good:
                self._let_out_of(by_id[id_])
                good |= _reaching({id_}, before, good)

    def _let_out_of(self, scene: Scene) -> None:
        out = Way("out", self._words.stop, self._ending_of("round"))
        scene.notes.append(self._words.loop)
        if scene.kind == "inject":
            on = scene.ways[0]
            scene.kind = "decision"
            scene.ways = [Way("on", on.label or self._words.go_on, on.target, on.line), out]
        elif len(scene.ways) < CHOICES_MOST:
            scene.ways.append(out)
        else:
            scene.ways[-1].target = out.target

    def _extra_endings(self) -> Iterator[Scene]:
        notes = {"nowhere": self._words.nowhere, "round": self._words.loop}
        for why, id_ in self._extra.items():
            yield Scene(id_, "ending", "", "", notes=[notes[why]])


def _before(scenes: list[Scene]) -> Mapping[str, list[str]]:
    """The scenes that lead to each."""
    before: dict[str, list[str]] = {}
    for scene in scenes:
        for way in scene.ways:
            before.setdefault(way.target, []).append(scene.id)
    return before


def _reaching(goals: set[str], before: Mapping[str, list[str]], known: set[str] | None = None) -> set[str]:
    """All from which a goal is reached, the goals included; what is known already is not gone through again."""
    found, waiting = set(goals), list(goals)
    while waiting:
        for one in before.get(waiting.pop(), ()):
            if one not in found and not (known and one in known):
                found.add(one)
                waiting.append(one)
    return found


def _postorder(scenes: list[Scene], by_id: Mapping[str, Scene]) -> Iterator[str]:
    """Every scene after those that it leads to, as far as rounds let that be."""
    done: set[str] = set()
    for first in scenes:
        waiting = [(first.id, False)]
        while waiting:
            id_, is_left = waiting.pop()
            if is_left:
                yield id_
            elif id_ not in done and id_ in by_id:
                done.add(id_)
                waiting.append((id_, True))
                waiting += [(way.target, False) for way in by_id[id_].ways]
