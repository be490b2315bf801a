"""Whose fault a sentence says it is: ours, or another's. Vectors and bags of words hear `the province's fault, not the
headman's` and its contrary alike, so that direction is read by rule, clause by clause.

A clause names a fault (`lỗi của …`, `… is to blame`, `because we waited`) and whose it is; a negator before it turns it
to the other side. What no rule reads is left to the heads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from simulator.scoring.acts import ACTS
from simulator.scoring.packing import Array
from simulator.scoring.text import fold

Side = Literal["ours", "theirs", "not theirs"]

SURE, HARDLY = 0.85, 0.1
"""How clear an act is taken to be that a rule has read, and one that it excludes."""

_CLAUSE = re.compile(r"[,;:.!?…—–]|\b(?:ma la|nhung|chu khong|but|rather than|and not)\b")
_NEGATED = re.compile(r"\b(?:khong|chua|chang|chu|dau|not|never|nor|nobody|no)\b|n't\b")

_OURS = (
    r"(?:chung toi|toi|ben toi|phia toi|tinh|so|uy ban|ub|ubnd|ban chi huy|nganh|xa|huyen|chinh quyen|lanh dao"
    r"|don vi toi|us|me|ours?|mine|we|the province|the department|the authorit(?:y|ies)|the administration|our \w+)"
)
_THEIRS = (
    r"(?:bac|ong|ba|anh|chi|co|cau|chau|dan|ba con|nguoi dan|ho|truong ban|can bo truc|nha thau|nha may|lai xe|tai xe"
    r"|phu huynh|cong ty|doanh nghiep|nguoi ta|tap quan|them|him|her|he|she|they|people"
    r"|the (?:driver|headman|contractor|company|villagers?|officer|families|parents|residents))"
)
_BODIES = r"(?:nha thau|nha may|lai xe|tai xe|cong ty|doanh nghiep|truong ban|phu huynh|nguoi dan|ba con|bac \w+)"
_OF = r"\b(?:loi|trach nhiem)\b(?: \w+)? (?:cua|thuoc ve|o|do|tai|phia)"
_BEARS = r"(?:co loi|phai chiu trach nhiem"
_GUILTY = r"(?:is|am|are|was|were) (?:\w+ )?(?:to blame|at fault|responsible)\b"

_WRITTEN: tuple[tuple[Side, str], ...] = (
    ("ours", rf"{_OF} {_OURS}\b"),
    ("theirs", rf"{_OF} {_THEIRS}\b"),
    ("theirs", rf"\b{_BODIES}(?: \w+){{0,3}} {_BEARS}|phai tu chiu)\b"),
    ("ours", rf"\b{_OURS}(?: \w+){{0,3}} {_BEARS}|nhan loi|chiu trach nhiem)\b"),
    ("ours", r"\b(?:our|my) (?:own )?(?:fault|failure|mistake|responsibility|error|delay)\b"),
    ("ours", r"\bthe (?:fault|failure|mistake|delay) (?:is|was) ours\b"),
    ("theirs", r"\b(?:his|her|their) (?:own )?(?:fault|failure|mistake|error|doing)\b"),
    ("theirs", rf"\b{_THEIRS}(?: \w+){{0,4}} {_GUILTY}"),
    ("ours", rf"\b(?:we|i|the province|the department)(?: \w+){{0,2}} {_GUILTY}"),
    ("ours", r"\bbecause (?:we|i) (?!could|had to|were told)\w+"),
)
_PATTERNS = tuple((side, re.compile(pattern)) for side, pattern in _WRITTEN)


def directed(texts: Sequence[str], chances: Array) -> Array:
    """The chances of acts, shape (sentences, acts), with owning and shifting as the rules read them."""
    out = chances.copy()
    for row, text in enumerate(texts):
        for act, bound in _BOUNDS.get(side_of(text) or "", {}).items():
            place = _PLACES[act]
            out[row, place] = max(out[row, place], bound) if bound > HARDLY else min(out[row, place], bound)
    return out


_BOUNDS: Mapping[str, Mapping[str, float]] = {
    "ours": {"owns": SURE, "shifts": HARDLY, "belittle": HARDLY},
    "theirs": {"shifts": SURE, "owns": HARDLY},
    "not theirs": {"shifts": HARDLY, "belittle": HARDLY},
}
_PLACES = {act: place for place, act in enumerate(ACTS)}


def side_of(sentence: str) -> Side | None:
    """Whose fault a sentence says it is. Owning a fault outweighs clearing others of it; None where it says nothing."""
    folded, start, sides = fold(sentence), 0, set[Side]()
    for end in (*(match.start() for match in _CLAUSE.finditer(folded)), len(folded)):
        sides |= _sides(folded[start:end])
        start = end
    if {"ours", "theirs"} <= sides:
        return None
    return next((side for side in _SIDES if side in sides), None)


_SIDES: tuple[Side, ...] = ("ours", "theirs", "not theirs")


def _sides(clause: str) -> set[Side]:
    found = [(side, match) for side, pattern in _PATTERNS if (match := pattern.search(clause))]
    if not found:
        return set()
    side, match = min(found, key=lambda each: each[1].start())
    if not _NEGATED.search(clause[: match.end()]):
        return {side}
    return {"not theirs"} if side == "theirs" else set()
