"""A PO file -> its entries, each with its lines, or what is wrong with it.

As much of gettext's format as translations of scenarios are written in: contexts, comments, fuzzy marks, former texts,
obsolete entries. No plural forms: a text of a scenario has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from simulator.language.catalogue import template
from simulator.loading.limits import SIZE_MAX
from simulator.loading.report import TOLD_MAX, Report
from simulator.loading.unseen import REPLACEMENT, UNSEEN, named

_LINE = re.compile(r'(?:(?P<keyword>msg\w+(?:\[\d+\])?)[ \t]*)?(?P<text>"(?:[^"\\]|\\.)*")[ \t]*')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}
_KEYWORDS = ("msgctxt", "msgid", "msgstr")
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]+)", re.MULTILINE)


@dataclass(slots=True)
class Entry:
    """One entry. `line` is where it begins, `text_line` where its translation does, both counted from 1.

    `notes` are the translator's own comments, `told` the extracted ones, `former` what the source was before.
    """

    key: str = ""
    source: str = ""
    text: str = ""
    is_fuzzy: bool = False
    is_obsolete: bool = False
    former: str = ""
    notes: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    line: int = 0
    text_line: int = 0
    parts: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Po:
    """What a PO file holds: the text of its header with the comments above it, and all other entries in order."""

    header: Entry
    entries: tuple[Entry, ...]

    @property
    def language(self) -> str:
        """The language that the header names; empty if it names none."""
        found = _LANGUAGE.search(self.header.text)
        return found[1] if found else ""


def read_po(data: bytes, file: str) -> tuple[Po, Report]:
    """The entries of a PO file, as far as they can be made out, and the problems found."""
    if len(data) > SIZE_MAX:
        report = Report(file)
        report.add("P020", 1, 1, template("this file is larger than {most} MiB"), params={"most": SIZE_MAX // 2**20})
        return Po(Entry(), ()), report
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        report = Report(file, data.decode("utf-8", errors="replace"))
        line, column = report.lines.position(len(data[: error.start].decode("utf-8")))
        hint = template("save it in your editor with the encoding UTF-8")
        report.add("P001", line, column, template("this file is not UTF-8 text"), hint)
        return Po(Entry(), ()), report
    report = Report(file, text)
    entries = list(_entries(_seen(text, report), report))
    header = next((one for one in entries if _is_header(one)), Entry())
    return Po(header, tuple(one for one in entries if one is not header)), report


def _seen(text: str, report: Report) -> str:
    """The text with a visible sign in place of each character that cannot be seen; they are refused as in YAML."""
    for match in islice(UNSEEN.finditer(text), TOLD_MAX + 1):
        line, column = report.lines.position(match.start())
        message = template("the character {character} cannot be seen and may not stand here")
        report.add("P003", line, column, message, template("delete it"), params={"character": named(match[0])})
    return unicodedata.normalize("NFC", UNSEEN.sub(REPLACEMENT, text) if len(report) else text)


def _is_header(entry: Entry) -> bool:
    return not entry.source and "msgctxt" not in entry.parts and not entry.is_obsolete


def _entries(text: str, report: Report) -> Iterator[Entry]:
    reading = _Reading(report)
    for number, written in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        finished = reading.take(written.rstrip(), number)
        if finished is not None:
            yield finished
    last = reading.finished()
    if last is not None:
        yield last


class _Reading:
    """Reads line by line; an entry is finished by the first line of the next."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._entry = Entry()
        self._part = ""
        self._in_former = False
        self._is_spoilt = False
        """Whether something is wrong with the entry being read, so that what it lacks need not be told."""

    def take(self, written: str, number: int) -> Entry | None:
        """Take in a line; the entry before it, if it begins another."""
        obsolete, former = written.startswith("#~"), written.startswith(("#|", "#~|"))
        body = written.lstrip("#~|").strip() if obsolete or former else written.strip()
        if not body:
            return None
        if body.startswith("#"):
            return self._comment(body, number)
        match = _LINE.fullmatch(body)
        if match is None:
            self._wrong(number, template("this line is no part of an entry"), _HINT)
            return None
        if former:
            return self._former(match, number)
        return self._string(match, number, is_obsolete=obsolete)

    def finished(self) -> Entry | None:
        """The entry that has been read, if it is one; what it lacks is noted."""
        entry, self._entry, self._part = self._entry, Entry(), ""
        is_spoilt, self._is_spoilt = self._is_spoilt, False
        if not entry.parts or is_spoilt:
            return None
        missing = next((part for part in _KEYWORDS[1:] if part not in entry.parts), "")
        if missing:
            self._wrong(entry.line, template("this entry has no {keyword}"), _HINT, keyword=missing)
        elif "msgctxt" not in entry.parts and entry.source and not entry.is_obsolete:
            self._wrong(entry.line, template("this entry has no {keyword}"), _WHICH, keyword="msgctxt")
        return entry

    def _next(self, number: int) -> Entry | None:
        """Make room for another entry, if the one being read is whole."""
        finished = self.finished() if "msgstr" in self._entry.parts else None
        if not self._entry.line:
            self._entry.line = number
        return finished

    def _comment(self, body: str, number: int) -> Entry | None:
        finished = self._next(number)
        if body.startswith("#,"):
            self._entry.is_fuzzy = "fuzzy" in body
        elif body.startswith("#."):
            self._entry.told.append(body[2:].strip())
        elif not body.startswith("#:"):
            self._entry.notes.append(body[1:].strip())
        return finished

    def _former(self, match: re.Match[str], number: int) -> Entry | None:
        finished = self._next(number) if match["keyword"] else None
        if match["keyword"]:
            self._in_former = match["keyword"] == "msgid"
        if self._in_former:
            self._entry.former += self._unescaped(match["text"], number)
        return finished

    def _string(self, match: re.Match[str], number: int, *, is_obsolete: bool) -> Entry | None:
        keyword, finished = match["keyword"], None
        if keyword:
            if keyword not in _KEYWORDS:
                self._wrong(number, template("{keyword} is not read: texts have no plural forms"), keyword=keyword)
                return None
            if keyword in self._entry.parts or (keyword != "msgstr" and "msgstr" in self._entry.parts):
                finished = self._next(number)
            self._begin(keyword, number, is_obsolete=is_obsolete)
        elif not self._part:
            self._wrong(number, template("this line is no part of an entry"), _HINT)
            return None
        self._add(self._unescaped(match["text"], number))
        return finished

    def _begin(self, keyword: str, number: int, *, is_obsolete: bool) -> None:
        entry = self._entry
        if not entry.parts:
            entry.line = number
        if keyword in entry.parts:
            self._wrong(number, template("{keyword} stands here a second time"), _HINT, keyword=keyword)
        entry.parts.add(keyword)
        entry.is_obsolete |= is_obsolete
        self._part = keyword
        if keyword == "msgstr":
            entry.text_line = number

    def _add(self, text: str) -> None:
        if self._part == "msgctxt":
            self._entry.key += text
        elif self._part == "msgid":
            self._entry.source += text
        else:
            self._entry.text += text

    def _unescaped(self, quoted: str, number: int) -> str:
        unknown = next((sign for sign in _ESCAPE.findall(quoted) if sign not in _ESCAPES), "")
        if unknown:
            told = template("the escape \\{sign} is not known here")
            self._wrong(number, told, template('known are \\n, \\" and \\\\'), sign=unknown)
        return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], REPLACEMENT), quoted[1:-1])

    def _wrong(self, number: int, message: str, hint: str = "", **params: object) -> None:
        self._is_spoilt = True
        self._report.add("P805", number, 1, message, hint, params=params)


_HINT = template("an entry is msgctxt, msgid and msgstr, each with its text in double quotes")
_WHICH = template("`podium translate` writes which text an entry is for; without it nobody could say")
