"""The browser's page, read as files: nothing from elsewhere, no inline script, every word known, every letter drawn."""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import simulator.tui
from simulator.language.catalogue import Catalogue
from simulator.workshop.serving.pages import PAGES
from simulator.workshop.serving.words import page_words

STATIC = PAGES / "static"
FONT = STATIC / "font"
TEMPLATES = sorted(PAGES.glob("*.html"))
SCRIPTS = sorted(STATIC.glob("*.js"))
OURS = [*TEMPLATES, *SCRIPTS, *sorted(STATIC.glob("*.css"))]
GIVEN = {"words", "lang", "title", "code", "kind", "socket"}
"""Gaps that the server fills with something else than a word."""

LICENSED = {"vendor": ["xterm.js", "xterm.css"], "font": ["JetBrainsMono.woff2", "DejaVuSansMono-signs.woff2"]}
DRAWN_HERE = {"covers.txt", "Podium-marks.woff2"}
LICENCES = {"vendor": ["LICENSE-xterm.txt"], "font": ["LICENSE-JetBrainsMono.txt", "LICENSE-DejaVu.txt"]}
TONES = "\u0300\u0301\u0303\u0309\u0323"
BUILT = [f"key_{name}" for name in ("escape", "up", "down", "enter", "speak", "tab", "back", "page_up", "page_down")]
BUILT += ["settings_contrast", "settings_reader"]
"""Words whose names the scripts put together."""


class Tags(HTMLParser):
    """The tags of a page with their attributes, and what stands inside of scripts and styles."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self._inside = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("script", "style") and data.strip():
            self.inline.append(data)


def texts(files: list[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_nothing_is_asked_of_another_host(file: Path) -> None:
    assert not re.findall(r"(?:https?|wss?)://\S*|url\(\s*[\"']?//", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_a_page_holds_no_script_and_no_style_of_its_own(page: Path) -> None:
    read = Tags(page)
    named = [(tag, name) for tag, attributes in read.tags for name in attributes]
    assert not read.inline
    assert not [(tag, name) for tag, name in named if name.startswith("on") or name == "style"]
    assert all(attributes["src"] for tag, attributes in read.tags if tag == "script")


def test_text_is_only_ever_set_as_text() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment"
    assert not re.findall(forbidden, texts(SCRIPTS))
    assert not re.findall(r"window\.open|\.setAttribute\(\"(?:on|style)", texts(SCRIPTS))


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_what_a_page_loads_is_there(page: Path) -> None:
    paths = [value for _, attributes in Tags(page).tags for value in (attributes.get("src"), attributes.get("href"))]
    assert [path for path in paths if path and path.startswith("/static/")]
    assert not [path for path in paths if path and path.startswith("/static/") and not (PAGES / path[1:]).is_file()]


def test_what_scripts_and_styles_load_is_there() -> None:
    imported = re.findall(r"from \"\./([\w/.-]+)\"", texts(SCRIPTS))
    fonts = re.findall(r"url\(\"/static/([^\"]+)\"\)", texts(sorted(STATIC.glob("*.css"))))
    assert imported
    assert fonts
    assert not [path for path in (*imported, *fonts) if not (STATIC / path).is_file()]


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_every_gap_of_a_page_is_filled(page: Path) -> None:
    gaps = set(re.findall(r"\{\{\s*(\w+)\s*\}\}", page.read_text(encoding="utf-8")))
    assert not gaps - GIVEN - page_words(Catalogue("en")).keys()


def used_by_the_scripts() -> set[str]:
    """The names of all words that the scripts ask for, those in `word(a ? "b" : "c")` among them."""
    found = re.findall(r"\bword\(\s*\"(\w+)\"|\? \"(\w+_\w+)\" : \"(\w+_\w+)\"", texts(SCRIPTS))
    return {name for names in found for name in names if name} | set(BUILT)


def test_every_word_of_the_scripts_is_known() -> None:
    assert len(used_by_the_scripts()) > 40
    assert not used_by_the_scripts() - page_words(Catalogue("en")).keys()


def test_no_word_is_there_for_nothing() -> None:
    gaps = set(re.findall(r"\{\{\s*(\w+)\s*\}\}", texts(TEMPLATES)))
    assert not page_words(Catalogue("vi")).keys() - used_by_the_scripts() - gaps


def test_every_field_has_its_label_and_every_button_a_name() -> None:
    for page in TEMPLATES:
        tags = Tags(page).tags
        labelled = {attributes.get("for") for tag, attributes in tags if tag == "label"}
        assert all(attributes["id"] in labelled for tag, attributes in tags if tag == "input")
        assert all(attributes["lang"] == "{{lang}}" for tag, attributes in tags if tag == "html")


@pytest.mark.parametrize("folder", ["vendor", "font"])
def test_a_licence_lies_beside_what_is_not_ours(folder: str) -> None:
    files = {file.name for file in (STATIC / folder).iterdir()} - DRAWN_HERE
    assert files == {*LICENSED[folder], *LICENCES[folder]}
    assert all((STATIC / folder / licence).stat().st_size > 500 for licence in LICENCES[folder])


def covered() -> set[str]:
    """The characters that the fonts have, by the list that lies beside them."""
    lines = (FONT / "covers.txt").read_text(encoding="utf-8").splitlines()
    ranges = [line.split("-") for line in lines if not line.startswith("#")]
    return {chr(point) for ends in ranges for point in range(int(ends[0], 16), int(ends[-1], 16) + 1)}


def vietnamese() -> Iterator[str]:
    """Every letter of the Vietnamese alphabet with every tone, small and capital, composed."""
    for letter in "bcdđghklmnpqrstvx":
        yield from (letter, letter.upper())
    for vowel in "aăâeêioôơuưy":
        for tone in ("", *TONES):
            composed = unicodedata.normalize("NFC", vowel + tone)
            yield from (composed, composed.upper())


def drawn_by_the_interface() -> set[str]:
    """Every character beyond ASCII in the source of the screens."""
    sources = [*Path(simulator.tui.__path__[0]).rglob("*.py"), *Path(simulator.tui.__path__[0]).rglob("*.tcss")]
    return {character for character in texts(sources) if not character.isascii()}


def test_the_fonts_have_every_vietnamese_letter() -> None:
    assert len(set(vietnamese())) == 2 * (17 + 12 * 6)
    assert not set(vietnamese()) - covered()
    assert not {*TONES, "\u0302", "\u0306", "\u031b"} - covered()


def test_the_fonts_have_every_sign_of_the_screens() -> None:
    assert {"◐", "⚑", "─"} <= drawn_by_the_interface()
    assert not drawn_by_the_interface() - covered()


def test_the_fonts_have_all_lines_blocks_and_dots_that_can_be_drawn_with() -> None:
    drawn = [*range(0x2500, 0x25A0), *range(0x2800, 0x2900)]
    assert not {chr(point) for point in drawn} - covered()


@pytest.mark.skipif(importlib.util.find_spec("fontTools") is None, reason="fontTools is not installed")
def test_the_list_of_characters_is_that_of_the_fonts() -> None:
    ttlib = importlib.import_module("fontTools.ttLib")
    points = {point for file in FONT.glob("*.woff2") for point in ttlib.TTFont(file).getBestCmap()}
    assert {chr(point) for point in points} == covered()
