"""Scenes of a foreign story as the text of a scenario: it loads, and TODO stands wherever its author has to decide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from simulator.authoring.importing.cleaning import cleaned, label, pieces
from simulator.authoring.importing.draft import Scene, Way, Words, draft
from simulator.authoring.importing.story import Lost, Story
from simulator.authoring.importing.texts import HEADS, TODO, WORDS
from simulator.language.catalogue import Catalogue, Tongue
from simulator.loading.unseen import visible

WIDTH = 100
COMMENTS_MAX = 30
"""Things not carried over that stand at one place."""

SHOWN_MAX = 80
"""Characters of what is not carried over that a comment repeats."""


def skeleton(story: Story, id_: str, language: Tongue, source: str) -> str:
    """The scenario's file. `source` is the name of the story's file; the story has at least one passage."""
    return "\n".join(_Skeleton(story, id_, language, source).lines()) + "\n"


class _Skeleton:
    def __init__(self, story: Story, id_: str, language: Tongue, source: str) -> None:
        self._story, self._id, self._language, self._source = story, id_, language, visible(source)
        self._todo: Mapping[str, str] = TODO[language]
        self._catalogue = Catalogue(language)
        words: Words = WORDS[language]
        self._scenes = draft(story, words)

    def lines(self) -> Iterator[str]:
        title = label(self._story.title) or label(self._source) or self._id
        yield f"# {self._todo['head'].format(source=self._source)}"
        yield from self._all_lost(self._story.lost, "")
        yield from HEADS[self._language].format(id=self._id, start=self._scenes[0].id).split("\n")
        yield from _text("title", title, 0)
        yield "scenes:"
        for scene in self._scenes:
            yield from self._scene(scene)

    def _scene(self, scene: Scene) -> Iterator[str]:
        yield ""
        yield from (f"  # {note}" for note in scene.notes)
        yield from self._all_lost(scene.lost, "  ")
        yield f"  - id: {scene.id}"
        yield f"    kind: {scene.kind}"
        title = label(scene.title)
        if title:
            yield from _text("title", title, 4)
        if scene.kind == "ending":
            yield from self._ending(scene, title)
        elif scene.kind == "inject":
            yield from _text("text", scene.text or self._todo["text"], 4)
            yield from self._way(scene.ways[0])
        else:
            yield from self._asking(scene)

    def _ending(self, scene: Scene, title: str) -> Iterator[str]:
        yield "    outcome: mixed  # TODO: good, mixed, poor"
        yield from _text("headline", title or self._todo["headline"], 4)
        yield from _text("text", scene.text or self._todo["text"], 4)
        yield from _text("lesson", self._todo["lesson"], 4)

    def _way(self, way: Way) -> Iterator[str]:
        if way.note:
            yield f"    # {way.note}"
        if way.label:
            yield f"    # {visible(label(way.label))}"
        yield f"    then: {way.target}"

    def _asking(self, scene: Scene) -> Iterator[str]:
        is_question = scene.kind == "question"
        if is_question:
            yield "    journalist: asker  # TODO"
        yield from _text("text", scene.text or self._todo["text"], 4)
        if is_question:
            yield "    skills: [transparency]  # TODO"
        yield "    lines:" if is_question else "    options:"
        for way in scene.ways:
            yield from self._choice(way, is_question)
        # Where an answer in own words leads on to, too.
        yield f"    then: {scene.ways[0].target}  # TODO"

    def _choice(self, way: Way, is_line: bool) -> Iterator[str]:
        if way.note:
            yield f"      # {way.note}"
        yield f"      - id: {way.id}"
        said = (pieces(way.label) or [self._todo["line"]])[0]
        yield from _text("text", said, 8)
        if is_line:
            yield "        levels: {transparency: 2}  # TODO"
        yield f"        then: {way.target}"

    def _all_lost(self, lost: Sequence[Lost], indent: str) -> Iterator[str]:
        told = list(dict.fromkeys(map(self._lost, lost[: 4 * COMMENTS_MAX])))[:COMMENTS_MAX]
        yield from (f"{indent}# {one}" for one in told)
        if len(lost) > len(told):
            yield f"{indent}# {self._todo['more'].format(more=len(lost) - len(told))}"

    def _lost(self, one: Lost) -> str:
        shown = visible(textwrap.shorten(cleaned(one.shown), SHOWN_MAX, placeholder="…"))
        told = self._todo["lost"].format(source=self._source, line=one.line, what=self._catalogue.say(one.what))
        return f"{told}: {shown}" if shown else told


def _text(key: str, text: str, indent: int) -> Iterator[str]:
    """A text as a block: folded where it is one paragraph, line by line where it is more."""
    before, inner = " " * indent, " " * (indent + 2)
    if "\n" not in text:
        yield f"{before}{key}: >-"
        yield from textwrap.wrap(
            text,
            WIDTH,
            initial_indent=inner,
            subsequent_indent=inner,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return
    yield f"{before}{key}: |-"
    yield from (inner + line if line else "" for line in text.split("\n"))
