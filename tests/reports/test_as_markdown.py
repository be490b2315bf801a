"""The debrief as Markdown: it says what the others say, and no text of an author or a player is Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from simulator.language.catalogue import Catalogue
from simulator.reports.as_markdown import as_markdown
from simulator.reports.debrief import debrief
from simulator.reports.front_page_markdown import front_page_as_markdown
from simulator.reports.markdown import escaped
from simulator.reports.shown import shown
from tests.reports.stories import HOSTILE, debriefed, decided, events, story

CALM = "Calm words for a page."
EN = Catalogue("en")


def tokens(text: str) -> Iterator[Token]:
    """Everything that a reader of Markdown sees in it, links that it makes by itself included."""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("text", HOSTILE)
def test_the_same_structure_whatever_the_texts(text: str) -> None:
    calm = [one.type for one in tokens(as_markdown(debriefed(CALM, decided(CALM)), EN, "today"))]
    hostile = [*tokens(as_markdown(debriefed(text, decided(text)), EN, text))]
    kinds = {one.type for one in hostile}
    assert kinds <= {*calm, "hardbreak", "softbreak", "text_special"}
    assert not kinds & {
        "html_inline",
        "html_block",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
        "s_open",
    }
    headings = [one.tag for one in hostile if one.type == "heading_open"]
    assert headings == [
        one.tag for one in tokens(as_markdown(debriefed(CALM, decided(CALM)), EN)) if one.type == "heading_open"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_escaped_text_is_read_as_it_was_written(text: str) -> None:
    line = " ".join(shown(text).split())
    (inline,) = (one for one in MarkdownIt("commonmark").parse(escaped(text)) if one.type == "inline")
    assert "".join(one.content for one in inline.children or ()) == line
    assert {one.type for one in inline.children or ()} <= {"text", "text_special"}
    # Sites make links of bare addresses, too.
    assert "://" not in escaped(text)
    assert "@evil" not in escaped(text)


def test_it_says_what_was_said_and_how_it_was_graded() -> None:
    told = as_markdown(debriefed(CALM, decided(CALM)), EN, "today")
    assert "> Cal\\[a\\]m word\\[b\\]s for a page\\." in told
    assert "Accuracy&#58; 3 good; the grader's level was 1 absent\\." in told
    assert told.count("### ") >= 4
    assert "| Accuracy |" in told
    for heading in ("Do the answers hold together?", "To practise next", "How the public took it"):
        assert heading in told


def test_an_exam_that_goes_on_tells_no_grade() -> None:
    told = as_markdown(debrief(story(CALM), events(CALM, "exam", ended=False), "s"), EN)
    assert "This is an exam that goes on" in told
    for hidden in ("/100", "⚑", "Trust", "Mentor", "| Accuracy"):
        assert hidden not in told


def test_the_front_page_by_itself() -> None:
    page = debriefed(CALM).front_page
    assert page is not None
    told = front_page_as_markdown(page, EN)
    assert told.startswith("# Tomorrow's front page")
    assert told.count("\n## ") == 2
