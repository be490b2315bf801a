"""A scenario told in another language: its tree with the translations in place of the texts, and what is amiss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.language.catalogue import template
from simulator.loading.checks import finding_words
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path, Place, Places
from simulator.loading.problems import Problem
from simulator.loading.report import Report
from simulator.loading.shape import read_as
from simulator.loading.source import Source
from simulator.loading.translation.po import Entry, Po, read_po
from simulator.loading.translation.texts import Text, texts_of
from simulator.scenario.model import Language, Scenario

WORDS = "words"
"""The field of a finding that must stand in the text of what it is about."""


@dataclass(frozen=True, slots=True)
class Told:
    """The scenario in another language, unless a problem is an error; and how many texts are not as they should be.

    `missing` texts have no translation, `stale` ones that of another source: both are told in the original. `orphaned`
    translations belong to no text.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    missing: int = 0
    stale: int = 0
    orphaned: int = 0
    original: Language | None = None

    @property
    def untranslated(self) -> int:
        return self.missing + self.stale


def told_in(language: Language, original: Scenario, source: Source, data: bytes, file: str) -> Told:
    """A sound scenario by the bytes of a translation's file; `source` is what its own file holds."""
    po, report = read_po(data, file)
    if not report.has_errors:
        _check_language(language, original, po, report)
    texts = texts_of(original)
    entries = _by_key(po, report)
    if report.has_errors:
        return Told(None, report.problems())
    matched = _Matched(texts, entries, report)
    scenario = _translated(language, original.language, source, matched, report)
    return Told(
        None if report.has_errors else scenario,
        report.problems(),
        len(matched.missing),
        len(matched.stale),
        len(matched.orphaned),
        original.language,
    )


def _check_language(language: Language, original: Scenario, po: Po, report: Report) -> None:
    if original.language == language:
        told = template("the scenario itself is in this language")
        report.add("P805", 1, 1, told, template("call the file by the language that it translates into"))
    elif po.language not in ("", language):
        line = po.header.text_line
        told = template("the header says `Language: {written}`, the file's name `{language}`")
        report.add("P805", line, 1, told, params={"written": po.language, "language": language})


def _by_key(po: Po, report: Report) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in po.entries:
        if entry.is_obsolete or not entry.key:
            continue
        if entry.key in found:
            told, hint = template("the entry `{key}` stands here a second time"), template("keep one of the two")
            report.add("P805", entry.line, 1, told, hint, params={"key": entry.key})
        found.setdefault(entry.key, entry)
    return found


class _Matched:
    """Which entry each text is told by. What has none, or one of another source, is noted."""

    def __init__(self, texts: tuple[Text, ...], entries: Mapping[str, Entry], report: Report) -> None:
        self.by_path: dict[Path, Entry] = {}
        """The entries in use, by the path of their text."""
        self.missing: set[str] = set()
        self.stale: set[str] = set()
        known: set[str] = set()
        for text in texts:
            key = next((key for key in (text.key, *text.formerly) if key in entries), "")
            known.add(key)
            if text.key not in self.missing | self.stale:
                self._match(text, entries.get(key), report)
        self.orphaned = [entry for key, entry in entries.items() if key not in known]
        for entry in self.orphaned:
            told = template("the scenario has no text `{key}`")
            hint = template("`podium translate` keeps it as obsolete (#~), or carries it over where `was:` tells how")
            report.add("P803", entry.line, 1, told, hint, params={"key": entry.key})

    def _match(self, text: Text, entry: Entry | None, report: Report) -> None:
        if entry is None:
            self.missing.add(text.key)
            hint = template("`podium translate` adds what is missing")
            report.add("P801", 1, 1, template("there is no entry `{key}`"), hint, params={"key": text.key})
        elif not entry.text:
            self.missing.add(text.key)
            hint = template("until it is, players read it in the original")
            report.add("P801", entry.text_line, 1, template("this text is not translated yet"), hint, path=text.key)
        elif entry.is_fuzzy or entry.source != text.text:
            self.stale.add(text.key)
            report.add("P802", entry.line, 1, _STALE, _STALE_HINT, path=text.key)
        else:
            self.by_path[text.path] = entry
            _check_braces(entry, report)


def _check_braces(entry: Entry, report: Report) -> None:
    wanted, written = (sorted(_BRACES.findall(text)) for text in (entry.source, entry.text))
    if wanted != written:
        told = template("the original has the places {wanted}, the translation {written}")
        hint = template("put each of them where it belongs, spelt as in the original")
        params = {"wanted": " ".join(wanted) or "–", "written": " ".join(written) or "–"}
        report.add("P806", entry.text_line, 1, told, hint, path=entry.key, params=params)


_BRACES = re.compile(r"\{\w*\}")

_STALE = template("the original has changed since this was translated")
_STALE_HINT = template("translate it again and take away `#, fuzzy`; until then players read it in the original")


def _translated(
    language: Language, original: Language, source: Source, matched: _Matched, report: Report
) -> Scenario | None:
    """The scenario with the translations in their places; what is wrong with them is noted at their lines."""
    changes: dict[Path, object] = {path: entry.text for path, entry in matched.by_path.items()}
    changes |= dict.fromkeys(_languages_left_out(source.value), original)
    value = _changed(source.value, changes | {("language",): language})
    value = _changed(value, dict(_words_that_go_with_their_text(value, matched)))
    told = Source(value, TranslatedPlaces(matched.by_path))
    scenario = read_as(Scenario, told, report)
    if scenario is not None:
        _check_words(scenario, matched, report)
    return scenario


def _languages_left_out(value: object) -> Iterator[Path]:
    """Where a sample counts on the scenario's own language: it stays in that."""
    scenes: Any = value["scenes"]  # type: ignore[index]
    for number, scene in enumerate(scenes):
        for place, sample in enumerate(scene.get("samples") or ()):
            if sample.get("language") is None:
                yield ("scenes", number, "samples", place, "language")


def _words_that_go_with_their_text(value: object, matched: _Matched) -> Iterator[tuple[Path, object]]:
    """Words of a finding are told in the language of the text that they must stand in.

    Where only one of the two is translated the words are the original's, or none: a reason can do without.
    """
    scenes: Any = value["scenes"]  # type: ignore[index]
    for number, scene in enumerate(scenes):
        outcomes: list[tuple[Path, Any]] = [
            (("scenes", number, "lines", place), line) for place, line in enumerate(scene.get("lines", ()))
        ]
        if scene.get("silence"):
            outcomes.append((("scenes", number, "silence"), scene["silence"]))
        for path, outcome in outcomes:
            for place, finding in enumerate(outcome.get("findings", ())):
                at: Path = (*path, "findings", place, WORDS)
                is_told, text_is_told = at in matched.by_path, (*path, "text") in matched.by_path
                if finding.get(WORDS) is not None and is_told != text_is_told:
                    original = matched.by_path.pop(at).source if is_told else finding[WORDS]
                    yield at, original if original in outcome["text"] else None


def _check_words(scenario: Scenario, matched: _Matched, report: Report) -> None:
    for flaw in finding_words.check(Subject(scenario, ())):
        entry = matched.by_path.get(flaw.path)
        if entry is not None:
            told = template("these words do not stand in the translated text")
            hint = template("copy the words from the translation of the line, letter by letter")
            report.add("P804", entry.text_line, 1, told, hint, name=flaw.name, among=flaw.among, path=entry.key)


def _changed(value: Any, changes: Mapping[Path, object]) -> Any:  # noqa: ANN401  # a tree of plain values
    """The tree with other values at some paths; what is not on their way is shared."""
    if not changes:
        return value
    if () in changes:
        return changes[()]
    inner: dict[str | int, dict[Path, object]] = {}
    for path, changed in changes.items():
        inner.setdefault(path[0], {})[path[1:]] = changed
    if isinstance(value, Mapping):
        return {key: _changed(value.get(key), inner.get(key, {})) for key in (*value, *(inner.keys() - value.keys()))}
    return tuple(_changed(each, inner.get(number, {})) for number, each in enumerate(value))


class TranslatedPlaces(Places):
    """The places of a translated scenario's texts: the lines of their entries in the PO file."""

    def __init__(self, entries: Mapping[Path, Entry]) -> None:
        self._entries = entries

    def of(self, path: Path) -> Place:
        entry = self._entries.get(path)
        return Place(entry.text_line if entry else 1, 1)

    def of_key(self, path: Path) -> Place:
        return self.of(path)

    def within(self, path: Path, offset: int) -> Place:
        return self.of(path)
