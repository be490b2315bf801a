"""Agreement as text of at most 80 columns: the tables, the widest gaps with their causes, and what to add."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence

from simulator.authoring.agreement.causes import Cause
from simulator.authoring.agreement.result import Agreement, Difference, by_answer, causes_of
from simulator.authoring.agreement.words import advice_of, decimals, wanted_in_words
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.loading.unseen import visible
from simulator.reports.agreement import FlagRow, Row

WIDTH = 80
WORDS_MAX = 140
"""Characters of an answer, or of its words, that are repeated."""
CAUSES_MOST = 3
"""Causes that are told of one answer."""
WANTED_MOST = 12

TIED = "\N{NO-BREAK SPACE}"
"""Keeps the words of a name on one line."""

_NAME = 30

LEVELS_LEGEND = template(
    "n: levels compared; same: share in percent on which you and the grader give the same level; ±1: the same or one"
    " level apart"
)
KAPPA_LEGEND = template(
    "kappa: agreement beyond chance, wide gaps counted more: 0 is chance, 1 agreement throughout; 95 %: where it may"
    " really lie; of fewer than some thirty levels it says little"
)
GAP_LEGEND = template("gap: the grader's mean level less yours; below 0 the grader is the sterner")
FLAGS_LEGEND = template(
    "expected: how often you expect the flag; raised: how often the grader raises it; right: both; precision: how many"
    " of those raised are right; recall: how many of those expected are raised"
)


def as_text(agreement: Agreement, catalogue: Catalogue, worst: int) -> str:
    """The whole report; `worst` is how many answers are told of."""
    return "\n".join(_Report(agreement, catalogue, worst).lines())


class _Report:
    def __init__(self, agreement: Agreement, catalogue: Catalogue, worst: int) -> None:
        self._of, self._catalogue, self._worst = agreement, catalogue, worst
        self._say = catalogue.say

    def lines(self) -> Iterator[str]:
        yield from self._head()
        if self._of.answers:
            yield from self._levels()
            yield from self._flags()
            yield from self._differences()
        yield from self._wanted()

    def _head(self) -> Iterator[str]:
        count = len(self._of.answers)
        if not count:
            yield self._say(template("{scenario}: no question has `samples` yet"), scenario=self._of.scenario.id)
            return
        grader = visible(self._of.answers[0].graded.grader)
        told = template("{scenario}: {count} answers as you graded them, and as {grader} does")
        yield from _wrapped(self._say(told, scenario=self._of.scenario.id, count=count, grader=grader), "")
        yield ""

    def _levels(self) -> Iterator[str]:
        heads = ("n", template("same"), "±1", "kappa", template("95 %"), template("gap"))
        yield _columns("", *(self._say(head) for head in heads))
        for row in self._of.skills:
            yield self._row(self._say(SKILL_NAMES[row.name]), row)
        yield self._row(self._say(template("all skills")), self._of.pooled)
        for legend in (LEVELS_LEGEND, KAPPA_LEGEND, GAP_LEGEND):
            yield from _wrapped(self._say(legend), "  ")
        yield ""

    def _row(self, name: str, row: Row) -> str:
        shares = (f"{100 * row.exact:.0f}", f"{100 * row.within_one:.0f}")
        figures = (f"{row.kappa:.2f}", f"{row.low:.2f} {row.high:.2f}", f"{self._of.mean_gap(row.name):+.1f}")
        return _columns(name, str(row.pairs), *shares, *(decimals(one, self._catalogue) for one in figures))

    def _flags(self) -> Iterator[str]:
        heads = (template("expected"), template("raised"), template("right"), template("precision"), template("recall"))
        yield f"  {'':{_NAME}}" + "".join(f" {self._say(head):>8}" for head in heads)
        for row in self._of.flags:
            name = template("all flags") if row.name == "all" else FLAG_NAMES[row.name]
            yield f"  {self._say(name):{_NAME}}" + "".join(f" {one:>8}" for one in _counted(row))
        yield from _wrapped(self._say(FLAGS_LEGEND), "  ")
        yield ""

    def _differences(self) -> Iterator[str]:
        shown = by_answer(self._of.differences, self._worst)
        if not shown:
            return
        yield self._say(template("Furthest apart (your level → the grader's):"))
        for of_answer in shown:
            yield from ("", f"  {of_answer[0].answer.name}")
            yield from _wrapped(f"“{_short(of_answer[0].answer.written.text)}”", "    ")
            levels = [f"{self._named(one)} {one.author} → {one.grader}" for one in of_answer if one.skill]
            yield from _wrapped(", ".join(levels), "    ") if levels else ()
            yield from self._causes(causes_of(of_answer)[:CAUSES_MOST])
        yield ""

    def _named(self, one: Difference) -> str:
        return self._say(SKILL_NAMES[one.skill]).replace(" ", TIED) if one.skill else ""

    def _causes(self, causes: Sequence[Cause]) -> Iterator[str]:
        """Each with its words and the grader's reason, which are not said a second time, and what to do."""
        last = ""
        for cause in causes:
            words = f"“{_short(cause.words)}” " if cause.words else ""
            reason = f"- {words}({self._say(cause.because)})" if cause.because else ""
            if reason and reason != last:
                yield from _wrapped(reason, "    ")
            last = reason
            yield from _wrapped("→ " + visible(advice_of(cause, self._catalogue)), "      " if reason else "    ")

    def _wanted(self) -> Iterator[str]:
        wanted = self._of.wanted
        if not wanted:
            return
        yield self._say(template("What to add:"))
        for one in wanted[:WANTED_MOST]:
            yield from _wrapped("- " + wanted_in_words(one, self._catalogue), "  ")
        if len(wanted) > WANTED_MOST:
            yield "  " + self._say(template("… and {more} more"), more=len(wanted) - WANTED_MOST)


def _counted(row: FlagRow) -> tuple[str, ...]:
    shares = ("-" if math.isnan(share) else f"{100 * share:.0f} %" for share in (row.precision, row.recall))
    return (str(row.labelled), str(row.raised), str(row.right), *shares)


def _columns(name: str, count: str, same: str, near: str, kappa: str, interval: str, gap: str) -> str:
    return f"  {name:{_NAME}} {count:>4} {same:>6} {near:>5} {kappa:>6} {interval:>11} {gap:>6}".rstrip()


def _short(text: str) -> str:
    return visible(textwrap.shorten(text, WORDS_MAX, placeholder="…"))


def _wrapped(text: str, indent: str) -> list[str]:
    inner = indent + "  " * text.startswith(("- ", "→ "))
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=inner, break_on_hyphens=False)
