"""Problems as they are found, in any order, and as they are told: sorted, bounded, with snippet and nearest name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from simulator.language.catalogue import template
from simulator.loading.codes import CODES
from simulator.loading.lines import Lines
from simulator.loading.nearest import nearest
from simulator.loading.problems import Problem

TOLD_MAX = 200
"""More problems than this help nobody, and a hostile file could have a hundred thousand."""

_in_file_order = attrgetter("line", "column", "code")


@dataclass(frozen=True, slots=True)
class _Draft:
    code: str
    line: int
    column: int
    message: str
    hint: str
    params: Mapping[str, object]
    name: str
    among: Iterable[str]
    meant: str
    path: str


class Report:
    """Collects the problems of one file."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self._drafts: list[_Draft] = []
        self.lines = Lines(text)

    def add(
        self,
        code: str,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        *,
        name: str = "",
        among: Iterable[str] = (),
        meant: str = "",
        path: str = "",
        params: Mapping[str, object] | None = None,
    ) -> None:
        """Note a problem; `among` are names of which one may have been meant by `name`, `meant` is one that was."""
        self._drafts.append(_Draft(code, line, column, message, hint, params or {}, name, among, meant, path))

    def __len__(self) -> int:
        return len(self._drafts)

    @property
    def has_errors(self) -> bool:
        """Whether anything found so far keeps the scenario from being played."""
        return any(CODES[draft.code].severity == "error" for draft in self._drafts)

    def codes(self) -> frozenset[str]:
        """The codes found so far."""
        return frozenset(draft.code for draft in self._drafts)

    def places(self) -> frozenset[tuple[int, int]]:
        """Where something was found so far, as (line, column)."""
        return frozenset((draft.line, draft.column) for draft in self._drafts)

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order of the file, the first TOLD_MAX of them if there are more."""
        ordered = sorted(self._drafts, key=_in_file_order)
        if len(ordered) > TOLD_MAX:
            ordered = _the_worst(ordered)
        return tuple(self._finished(draft) for draft in ordered)

    def _finished(self, draft: _Draft) -> Problem:
        return Problem(
            code=draft.code,
            severity=CODES[draft.code].severity,
            file=self.file,
            line=draft.line,
            column=draft.column,
            message=draft.message,
            hint=draft.hint,
            params=draft.params,
            snippet=self.lines.line(draft.line),
            nearest=draft.meant or (nearest(draft.name, draft.among) if draft.name else ""),
            path=draft.path,
        )


def more_may_come(problems: Iterable[Problem]) -> bool:
    """Whether an error among them kept something from being looked at, so that its mending may bring more."""
    return any(CODES[one.code].severity == "error" and one.code[:2] not in ("P6", "P8") for one in problems)


def _the_worst(ordered: list[_Draft]) -> list[_Draft]:
    """As many as are told, errors before warnings, and a note of how many more there are."""
    by_severity = sorted(ordered, key=lambda draft: CODES[draft.code].severity != "error")
    told = sorted(by_severity[:TOLD_MAX], key=_in_file_order)
    message, hint = template("problems that are not told: {count}"), template("mend those above first")
    params = {"count": len(ordered) - TOLD_MAX}
    return [*told, _Draft("P023", told[-1].line, told[-1].column, message, hint, params, "", (), "", "")]
