"""One reason to press, put in words: the question in a journalist's manner, and three answers in an order by chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from simulator.exercise.pressing.bank import Bank, Replies, Section, WeakSkill
from simulator.exercise.pressing.facts import NOTHING_BESIDE, Beside
from simulator.exercise.pressing.reasons import TRAP, UNQUOTED, Reason
from simulator.scenario.assessment import Finding
from simulator.scenario.people import Manner
from simulator.scenario.rubric import Level, RedFlag, Skill
from simulator.session.fragments import in_single_marks
from simulator.session.press import PressLine

Kind = Literal["own", "dodge", "repeat"]
"""What an answer does: own it with a fact, dodge, or repeat the harm."""

_LEVELS: Mapping[Kind, tuple[Level, Level]] = {"own": (4, 3), "dodge": (1, 2), "repeat": (0, 0)}
"""The level of the first skill pressed on, and of the others."""

_ORDERS: tuple[tuple[Kind, ...], ...] = tuple(permutations(("own", "dodge", "repeat")))
ORDERS = len(_ORDERS)

_REPEATS: Mapping[str, RedFlag] = {
    "contradiction": "falsehood",
    "dossier": "falsehood",
    "promise": "blame",
    "unanswered": "no_comment",
    "silence": "no_comment",
    "unquoted": "no_comment",
    "trap": "false_reassurance",
    "accuracy": "non_answer",
    "timeliness": "no_comment",
    "empathy": "attack",
    "accountability": "blame",
    "transparency": "no_comment",
    "clarity": "non_answer",
    "rebuttal": "amplification",
    "respect": "stigma",
    "mandate": "speculation",
}
"""The red flag of the answer that repeats the harm, where the reason itself is none."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One reason in one language, with the fact that answers it and what can be said beside it."""

    bank: Bank
    reason: Reason
    fact: str
    beside: Beside = NOTHING_BESIDE

    def questions(self, manner: Manner) -> tuple[str, ...]:
        """The questions that a manner has for the reason, filled in."""
        found = self.bank.weak.get(manner, ()) if self._skill else self._section().questions(manner)
        return tuple(self._filled(text) for text in found)

    def lines(self, order: int) -> tuple[PressLine, ...]:
        """The three answers in one of ORDERS orders; their ids tell nothing."""
        return tuple(self._line(id_, kind) for id_, kind in zip("abc", _ORDERS[order], strict=True))

    @property
    def _skill(self) -> WeakSkill | None:
        """What is asked for, where a skill was weak."""
        if self.reason.why != "weak" or self.reason.section in (TRAP, UNQUOTED):
            return None
        return self.bank.weak_skill[self.reason.section]  # type: ignore[index]  # a skill's section is its name

    def _section(self) -> Section:
        if self.reason.why == "flag":
            return self.bank.flag[self.reason.section]  # type: ignore[index]  # a flag's section is its name
        section: Section = getattr(self.bank, self.reason.section)
        return section

    def _replies(self) -> Replies:
        return self._skill or self._section()

    def _filled(self, text: str) -> str:
        words = [in_single_marks(quote.words) for quote in self.reason.quotes]
        ask = self._skill.ask if self._skill else ""
        return text.format(
            words=words[0] if words else "",
            other=words[-1] if words else "",
            fact=self.fact or self.bank.no_fact,
            ask=ask,
            ask_low=ask[:1].lower() + ask[1:],
            unknown=self._unknown(),
            withheld=self._withheld(),
            back=self._back(),
        )

    def _unknown(self) -> str:
        text = self.bank.unknown if self.beside.unknown else self.bank.no_unknown
        return text.format(unknown=self.beside.unknown, when_known=self.beside.when_known)

    def _withheld(self) -> str:
        text = self.bank.withheld if self.beside.matter else self.bank.nothing_withheld
        return text.format(matter=self.beside.matter, reason=self.beside.reason)

    def _back(self) -> str:
        """When one is back: the briefing that the dossier names, else before this conference ends."""
        text = self.bank.back if self.beside.briefing else self.bank.back_today
        return text.format(briefing=self.beside.briefing)

    def _said(self, kind: Kind) -> str:
        """The answer of a kind; without a fact, one that owns it also says when there will be more."""
        text: str = getattr(self._replies(), kind)
        if kind == "own" and not self.fact and "{back}" not in text:
            text = f"{text} {{back}}"
        return self._filled(text)

    def _line(self, id_: str, kind: Kind) -> PressLine:
        text = self._said(kind)
        first, others = _LEVELS[kind]
        levels: dict[Skill, Level] = dict.fromkeys(self.reason.skills, others)
        levels[self.reason.skills[0]] = first
        flags = (self._flag(),) if kind == "repeat" else ()
        return PressLine(id_, text, levels, flags, self._findings(kind, text, flags))

    def _flag(self) -> RedFlag:
        if self.reason.why == "flag":
            return self.reason.section  # type: ignore[return-value]  # a flag's section is its name
        return _REPEATS[self.reason.section]

    def _findings(self, kind: Kind, text: str, flags: Sequence[RedFlag]) -> tuple[Finding, ...]:
        """A reason for each level and flag, at the words that it rests on."""
        start, end = self._place(kind, text)
        because, better = getattr(self.bank.because, kind), getattr(self.bank.better, kind)
        if kind == "own" and not self.fact:
            because = self.bank.because.unknown
        skills = [Finding(because, skill, None, start, end, better) for skill in self.reason.skills]
        return (*skills, *(Finding(because, None, flag, start, end, better) for flag in flags))

    def _place(self, kind: Kind, text: str) -> tuple[int, int]:
        """The fact in the answer that brings it, the words in the one that repeats them; else all of it."""
        quotes = self.reason.quotes
        words = self.fact if kind == "own" else in_single_marks(quotes[0].words) if kind == "repeat" and quotes else ""
        start = text.find(words) if words else -1
        return (start, start + len(words)) if start >= 0 else (0, len(text))
