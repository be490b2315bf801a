"""Twee 3, the text form of Twine stories: passages, links, StoryTitle, StoryData. Macros of story formats are told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from simulator.authoring.importing.spans import Lines, spans, without
from simulator.authoring.importing.story import Link, Lost, Passage, Story
from simulator.authoring.importing.twee_markup import MARKUP, WAS_MACRO, Markup
from simulator.language.catalogue import template

MACRO = template("a macro")
COMMENT = template("a comment")
SPECIAL = template("a passage that only the story format reads")
TWICE = template("a second passage of this name")
DATA = template("story data that cannot be read")
PROLOGUE = template("text before the first passage")
SETTER = template("what a link sets")

_HEADER = re.compile(r"::\s*((?:\\.|[^\\\[\]{}])*)(\[(?:\\.|[^\\\]])*\])?\s*(\{.*)?")
_LINK = re.compile(r"\[\[([^\[\]]+)\](?:\[([^\[\]]*)\])?\]")
_LOST = (
    (re.compile(r"<<[^<>]*(?:>(?!>)[^<>]*)*>>"), MACRO),
    (re.compile(r"\((?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*|\$\w+):[^()]*(?:\([^()]*\)[^()]*)*\)", re.IGNORECASE), MACRO),
    (re.compile(r"\[img\[[^\]]*\](?:\[[^\]]*\])?\]", re.IGNORECASE), MARKUP),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"), MARKUP),
)
_CHAPBOOK = re.compile(r'^::[ ]*StoryData\b(?:(?!^::)[\s\S]){0,2000}?"format"\s*:\s*"Chapbook"', re.MULTILINE)
_PRIVATE = dict.fromkeys(range(0xE000, 0xE003))
"""Signs that stand for something here, and for nothing in a story."""

_COMMENTS = (("<!--", "-->"), ("/%", "%/"), ("/*", "*/"))
_SPECIAL_TAGS = frozenset(
    {"script", "stylesheet", "widget", "header", "footer", "startup", "debug-header", "twine.private"}
)
_SPECIAL_NAMES = frozenset(
    {"StoryInit", "StoryCaption", "StoryMenu", "StoryBanner", "StorySubtitle", "StoryAuthor", "StoryShare"}
    | {"StoryInterface", "StoryDisplayTitle", "StorySettings", "StoryIncludes", "UserScript", "UserStylesheet"}
    | {"PassageHeader", "PassageFooter", "PassageReady", "PassageDone", "StoryStylesheet", "StoryJavaScript"}
)


def read_twee(text: str) -> Story:
    """The story of a text; any text gives one, maybe without passages."""
    story = Story("", "", [])
    seen: set[str] = set()
    is_chapbook = _CHAPBOOK.search(text) is not None
    for number, header, body in _sections(text, story):
        name, tags = _named(header)
        if name == "StoryTitle":
            story.title = " ".join(body.split())
        elif name == "StoryData":
            _take_data(story, body, number)
        elif name in _SPECIAL_NAMES or _SPECIAL_TAGS.intersection(tags):
            story.lost.append(Lost(number, SPECIAL, header))
        else:
            story.passages.append(_passage(name, tags, body, number, is_chapbook=is_chapbook))
            if name in seen:
                story.passages[-1].lost.append(Lost(number, TWICE, name))
            seen.add(name)
    if story.start not in seen:
        story.start = "Start" if "Start" in seen else next((one.key for one in story.passages), "")
    return story


def _sections(text: str, story: Story) -> Iterator[tuple[int, str, str]]:
    """Each passage's line, header and body."""
    header, began, body = "", 0, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("::"):
            if began:
                yield began, header, "\n".join(body)
            header, began, body = line, number, []
        elif began:
            body.append(line)
        elif line.strip():
            story.lost.append(Lost(number, PROLOGUE, line))
    if began:
        yield began, header, "\n".join(body)


def _named(header: str) -> tuple[str, tuple[str, ...]]:
    found = _HEADER.match(header)
    if found is None:
        return header.removeprefix("::").strip(), ()
    name = re.sub(r"\\(.)", r"\1", found[1]).strip()
    tags = re.sub(r"\\(.)", r"\1", (found[2] or "[]")[1:-1]).split()
    return name or header.removeprefix("::").strip(), tuple(tags)


def _take_data(story: Story, body: str, number: int) -> None:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        story.lost.append(Lost(number, DATA, body))
    elif isinstance(read.get("start"), str):
        story.start = read["start"]


def _passage(name: str, tags: tuple[str, ...], body: str, number: int, *, is_chapbook: bool) -> Passage:
    passage = Passage(name, name, number, tags=tags)
    for marks in _COMMENTS:
        body = _uncommented(body, marks, passage)
    body = body.translate(_PRIVATE)
    for pattern, what in _LOST:
        body = _without(pattern, what, body, passage)
    markup = Markup(body, number + 1)
    body = markup.take_out(_LINK, is_chapbook=is_chapbook)
    passage.lost += markup.lost
    at = Lines(body, number + 1)
    for found in _LINK.finditer(body):
        label, target = _ends(found[1])
        line = at.line(found.start())
        said = Markup(label, line)
        passage.links.append(Link(said.take_out(_LINK, is_chapbook=is_chapbook), target, line))
        passage.lost += said.lost
        if found[2]:
            passage.lost.append(Lost(line, SETTER, found[2]))
    passage.text = _without_links(body).split("\n")
    passage.lost.sort(key=lambda one: one.line)
    return passage


def _without_links(body: str) -> str:
    """The text without its links: one within a sentence leaves its words, one in a line of its own leaves nothing."""
    kept = []
    for line in body.split("\n"):
        bare = _LINK.sub("", line)
        kept.append(_LINK.sub(lambda found: _ends(found[1])[0], line) if re.search(r"\w", bare) else "")
    return "\n".join(kept)


def _uncommented(body: str, marks: tuple[str, str], passage: Passage) -> str:
    at = Lines(body, passage.line + 1)
    passage.lost += [Lost(at.line(start), COMMENT, body[start:end]) for start, end in spans(body, *marks)]
    return without(body, *marks)


def _without(pattern: re.Pattern[str], what: str, body: str, passage: Passage) -> str:
    at = Lines(body, passage.line + 1)
    passage.lost += [Lost(at.line(found.start()), what, found[0]) for found in pattern.finditer(body)]
    # Line feeds stay, so that what is found later is told at its line.
    mark = WAS_MACRO if what == MACRO else ""
    return pattern.sub(lambda found: "\n" * found[0].count("\n") + mark, body)


def _ends(inner: str) -> tuple[str, str]:
    """Label and target of a link: `a->b` by its last arrow, `b<-a` by its first, `a|b`, or one word for both."""
    if "->" in inner:
        label, _, target = inner.rpartition("->")
    elif "<-" in inner:
        target, _, label = inner.partition("<-")
    elif "|" in inner:
        label, _, target = inner.rpartition("|")
    else:
        label = target = inner
    return label.strip() or target.strip(), target.strip()
