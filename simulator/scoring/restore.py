"""Diacritics put back by syllable pairs, for the encoder alone: nobody is ever shown what this makes.

Encoders read Vietnamese without diacritics as noise, so sentences typed without them are restored before they are
encoded. One syllable in ten comes out wrong; sentences typed with marks are therefore left as they are, and the heads
learn from both ways of typing. The counts come from the project's own texts (`tests/grading/calibrate.py`).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from simulator.scoring.text import fold

_WORD = re.compile(r"[^\W\d_]+")

PAIR_WEIGHT = 0.9
"""How much of a syllable's probability is taken from the syllable before it."""

RARE = 0.05
"""What a pair never seen is worth beside one that was."""

CANDIDATES_MAX = 8

MARKED_MIN = 0.25
"""Share of a sentence's syllables with marks from which it was typed with them; Vietnamese has about 0.8."""

START = ""
"""Stands before the first syllable."""

ABBREVIATIONS = {
    **dict.fromkeys(("ko", "k", "kh", "hok", "khg"), "không"),
    **dict.fromkeys(("dc", "đc", "dk", "đk"), "được"),
    **dict.fromkeys(("ctoi", "ct"), "chúng tôi"),
    **dict.fromkeys(("bc", "bcon"), "bà con"),
    **{"vs": "với", "j": "gì", "r": "rồi", "ntn": "như thế nào", "ng": "người", "nc": "nước", "tg": "thời gian"},
    **{"ae": "anh em", "cq": "cơ quan", "bv": "bệnh viện", "tt": "thông tin", "hs": "học sinh", "pv": "phóng viên"},
    **{"vn": "việt nam", "ubnd": "ủy ban nhân dân", "ub": "ủy ban", "sđt": "số điện thoại"},
    **{"sdt": "số điện thoại", "tp": "thành phố", "cty": "công ty", "mn": "mọi người", "trc": "trước"},
}
"""Short forms of typed Vietnamese."""


NEAR_WEIGHT = 5
"""How often each syllable of the dossier counts: its own names and words come first."""


@dataclass(frozen=True, eq=False)
class Restorer:
    """Counts of marked syllables, of English words, and of the pairs of both; turns of phrase common to many cases,
    folded; and the counts of the dossier at hand."""

    singles: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    english: Mapping[str, int]
    english_pairs: Mapping[tuple[str, str], int]
    common: frozenset[tuple[str, str]] = frozenset()
    near: Restorer | None = None

    @classmethod
    def learn(
        cls, vietnamese: Iterable[str], english: Iterable[str], common: Iterable[tuple[str, str]] = ()
    ) -> Restorer:
        """Count the syllables of marked texts and the words of English ones."""
        singles: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for text in vietnamese:
            said = [START, *_WORD.findall(text.lower())]
            singles.update(said[1:])
            pairs.update(pairwise(said))
        said_in_english = [_WORD.findall(fold(text)) for text in english]
        words = Counter(word for said in said_in_english for word in said)
        beside = Counter(pair for said in said_in_english for pair in pairwise(said))
        return cls(dict(singles), dict(pairs), dict(words), dict(beside), frozenset(common))

    def beside(self, texts: Iterable[str]) -> Restorer:
        """The same, with a dossier's texts at hand."""
        return Restorer(
            self.singles, self.pairs, self.english, self.english_pairs, self.common, Restorer.learn(texts, ())
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "singles": dict(sorted(self.singles.items())),
            "pairs": _by_first(self.pairs),
            "english": dict(sorted(self.english.items())),
            "english_pairs": _by_first(self.english_pairs),
            "common": [" ".join(pair) for pair in sorted(self.common)],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Restorer:
        return cls(
            kept["singles"], _pairs(kept["pairs"]), kept["english"], _pairs(kept["english_pairs"]), _common(kept)
        )

    @cached_property
    def candidates(self) -> Mapping[str, Sequence[str]]:
        """The marked forms of each folded syllable, the commonest first."""
        forms: dict[str, list[str]] = defaultdict(list)
        for form in sorted(self.singles, key=lambda form: (-self.singles[form], form)):
            forms[fold(form)].append(form)
        return forms

    @cached_property
    def folded_singles(self) -> Mapping[str, int]:
        return {bare: sum(self.singles[form] for form in forms) for bare, forms in self.candidates.items()}

    def forms(self, bare: str) -> Sequence[str]:
        """At most CANDIDATES_MAX forms of a folded syllable; itself where nothing is known."""
        nearby = self.near.candidates.get(bare, ()) if self.near else ()
        return tuple(dict.fromkeys([*nearby, *self.candidates.get(bare, ())]))[:CANDIDATES_MAX] or (bare,)

    def single(self, form: str) -> int:
        return self.singles.get(form, 0) + (NEAR_WEIGHT * self.near.single(form) if self.near else 0)

    def pair(self, one: str, two: str) -> int:
        return self.pairs.get((one, two), 0) + (NEAR_WEIGHT * self.near.pair(one, two) if self.near else 0)

    @cached_property
    def _sums(self) -> tuple[int, int]:
        return sum(self.singles.values()) or 1, sum(self.english.values()) or 1

    def is_english(self, text: str) -> bool:
        """Whether a text without marks reads as English rather than as Vietnamese typed without them."""
        if any(fold(character) != character.lower() for character in text):
            return False
        score = 0.0
        for word in _WORD.findall(fold(text)):
            ours, theirs = self.folded_singles.get(word, 0), self.english.get(word, 0)
            score += math.log((theirs + 0.5) / self._sums[1]) - math.log((ours + 0.5) / self._sums[0])
        return score > 0

    def spoken(self, text: str, *, english: bool) -> str:
        """The text as the encoder reads it: lower case, short forms written out, diacritics where there were none."""
        if english:
            return text.lower()
        return written_out(text) if is_marked(text) else self.retyped(text)

    def retyped(self, text: str) -> str:
        """A Vietnamese text as it reads when typed without diacritics and restored."""
        written = written_out(text)
        words = list(_WORD.finditer(fold(written)))
        restored = self.restore([word.group() for word in words])
        parts, last = list[str](), 0
        for word, form in zip(words, restored, strict=True):
            parts += [written[last : word.start()], form]
            last = word.end()
        return "".join([*parts, written[last:]])

    def restore(self, bare: Sequence[str]) -> list[str]:
        """The likeliest marked forms of folded syllables (Viterbi over pairs)."""
        best: dict[str, tuple[float, tuple[str, ...]]] = {START: (0.0, ())}
        for syllable in bare:
            before = [(form, score, way, max(1, self.single(form))) for form, (score, way) in best.items()]
            best = {form: self._step(before, form, share) for form, share in self._shares(syllable)}
        return list(max(best.values(), key=lambda path: path[0])[1]) if bare else []

    def _shares(self, bare: str) -> list[tuple[str, float]]:
        """The forms of a folded syllable and how much of it each is, 0-1."""
        forms = self.forms(bare)
        counts = [self.single(form) for form in forms]
        whole = max(1, sum(counts))
        return [(form, max(1, count) / whole) for form, count in zip(forms, counts, strict=True)]

    def _step(
        self, before: Sequence[tuple[str, float, tuple[str, ...], int]], form: str, share: float
    ) -> tuple[float, tuple[str, ...]]:
        """The best way to a form: score and forms so far."""
        rest = (1 - PAIR_WEIGHT) * share * RARE
        score, way = max(
            (
                (score + math.log(PAIR_WEIGHT * (self.pair(one, form) / count) + rest), way)
                for one, score, way, count in before
            ),
            key=lambda path: path[0],
        )
        return score, (*way, form)


def _by_first(pairs: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    after: dict[str, dict[str, int]] = defaultdict(dict)
    for (one, two), count in sorted(pairs.items()):
        after[one][two] = count
    return after


def _common(kept: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    return frozenset((one, two) for one, two in map(str.split, kept["common"]))


def _pairs(kept: Mapping[str, Mapping[str, int]]) -> dict[tuple[str, str], int]:
    return {(one, two): count for one, after in kept.items() for two, count in after.items()}


def written_out(text: str) -> str:
    """Vietnamese in lower case, short forms written out."""
    return _WORD.sub(lambda match: ABBREVIATIONS.get(match.group().lower(), match.group().lower()), text)


def is_marked(text: str) -> bool:
    """Whether Vietnamese was typed with diacritics."""
    words = _WORD.findall(text.lower())
    marked = sum(1 for word in words if fold(word) != word)
    return marked >= MARKED_MIN * max(1, len(words))
