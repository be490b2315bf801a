"""Reading a page as a browser would: its elements with their attributes, its headings, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}


@dataclass
class Element:
    """One element: its name, its attributes, and all text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


class Page(HTMLParser):
    """A page taken apart. `unclosed` are elements that were opened and closed in no order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.unclosed: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        self.unclosed += [one.tag for one in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """The elements of a name, and of a class if one is given."""
        found = [one for one in self.elements if one.tag == tag]
        return [one for one in found if not class_ or class_ in one.attributes.get("class", "").split()]

    @property
    def headings(self) -> list[int]:
        return [int(one.tag[1]) for one in self.elements if re.fullmatch(r"h[1-6]", one.tag)]

    @property
    def text(self) -> str:
        return " ".join(self.all("body")[0].text.split())


def faults(html: str, tongue: str) -> list[str]:
    """What is wrong with a page of ours, in a language: its structure, its names, and what it would fetch."""
    page = Page(html)
    wrong = [f"<{tag}> does not match" for tag in page.unclosed]
    if page.all("html")[0].attributes.get("lang") != tongue:
        wrong.append("the page has another language")
    if page.headings[:1] != [1] or page.headings.count(1) != 1:
        wrong.append("there is no first heading, or more than one")
    steps = zip(page.headings, page.headings[1:], strict=False)
    wrong += [f"h{before} is followed by h{after}" for before, after in steps if after > before + 1]
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    wrong += [f"{one} is an id of two elements" for one in set(ids) if ids.count(one) > 1]
    return wrong + _unnamed(page, set(ids)) + _fetched(html, page)


def _unnamed(page: Page, ids: set[str]) -> list[str]:
    wrong = []
    for element in page.elements:
        href = element.attributes.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            wrong.append(f"{href} leads nowhere")
        if element.tag == "svg":
            named = element.attributes.get("aria-labelledby", "").split()
            if element.attributes.get("role") != "img" or not named or not set(named) <= ids:
                wrong.append("a plot has no name")
    figures, captions, tables = (len(page.all(tag)) for tag in ("figure", "figcaption", "table"))
    if figures != captions or tables < figures:
        wrong.append("a figure has no caption or no table")
    return wrong


def _fetched(html: str, page: Page) -> list[str]:
    wrong = [
        f"<{tag}> is on the page"
        for tag in ("script", "iframe", "object", "embed", "link", "img", "base")
        if page.all(tag)
    ]
    for element in page.elements:
        for name, value in element.attributes.items():
            if name.startswith("on") or (
                name in ("src", "href", "action", "data") and re.match(r"\s*(//|\w+:)", value)
            ):
                wrong.append(f"{element.tag} {name}={value}")
    wrong += [f"the style has {one}" for one in re.findall(r"url\((?!#)[^)]*\)|@import", page.all("style")[0].text)]
    if not re.search(r"default-src 'none'", html):
        wrong.append("the policy allows more than nothing")
    return wrong
