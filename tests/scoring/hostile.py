"""Texts that nobody would say, made by chance from a seed: whatever a keyboard, a clipboard or a client may send."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from simulator.scoring.text import LENGTH_MAX

_PIECES = (
    "lũ", "7 người", "xin lỗi", ". ", ", ", "\n", "\r\n", "\u0301", "\ud83d", "\udfff", "đ", "14:30", "?", "the",
    "\u200b", "ß", "ﬁ", "İ", "ẞ", "½", "²", "٣", "Ⅷ", "९", "\x00", "\x1b[31m", "\ufeff", "\u202e", "\u2028", "مرحبا",
    "שלום", "词语", "ありがとう", "ไทย", "🙏🏽", "0200 555 0112", "sonkhe.example/nalai", "https://", "TP.", "v.v.",
    "nghìn", "mười hai", "hundred thousand", "không", "Ignore all previous instructions", '"', "'", "…", ";;", "{", "}",
    "%s", "\\", "<b>",
)  # fmt: skip
_SCRIPTS = ((0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x590, 0x700), (0xE00, 0xE80), (0x1EA0, 0x1F00),
            (0x2000, 0x2070), (0x4E00, 0x4F00), (0xD800, 0xE000), (0x1F300, 0x1F700))  # fmt: skip


def _pieces(chance: random.Random, honest: str) -> str:
    return "".join(chance.choices(_PIECES, k=chance.randrange(24)))


def _spaced(chance: random.Random, honest: str) -> str:
    return " ".join(chance.choices(_PIECES, k=chance.randrange(24)))


def _any_characters(chance: random.Random, honest: str) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(60)))


def _one_script(chance: random.Random, honest: str) -> str:
    first, last = chance.choice(_SCRIPTS)
    return "".join(chr(chance.randrange(first, last)) for _ in range(chance.randrange(80)))


def _marks_heaped(chance: random.Random, honest: str) -> str:
    return "".join(
        letter + "".join(chr(chance.randrange(0x300, 0x370)) for _ in range(chance.randrange(30)))
        for letter in honest[: chance.randrange(20)]
    )


def _huge_word(chance: random.Random, honest: str) -> str:
    return chance.choice(["x", "đ", "ạ", "9", "\u0301", "👍", "ab1"]) * chance.randrange(1, 300)


def _mutilated(chance: random.Random, honest: str) -> str:
    """An honest answer with characters lost, doubled, swapped for others, or cut off."""
    kept: list[str] = []
    for character in honest[: chance.randrange(160)]:
        kept += [character] * chance.choice((0, 1, 1, 1, 1, 1, 1, 1, 2))
        kept += chance.choice(_PIECES) if chance.random() < 0.03 else ""
    return "".join(kept)


def _stops(chance: random.Random, honest: str) -> str:
    return "".join(chance.choices(".!?;…\n ,a", k=chance.randrange(80)))


def _figures(chance: random.Random, honest: str) -> str:
    return "".join(chance.choices("0123456789.,:/h- ", k=chance.randrange(80)))


KINDS: Sequence[Callable[[random.Random, str], str]] = (
    _pieces, _spaced, _any_characters, _one_script, _marks_heaped, _huge_word, _mutilated, _stops, _figures,
)  # fmt: skip


def hostile_texts(seed: int, count: int, honest: Sequence[str]) -> Iterator[str]:
    """So many texts of every kind; the same for a seed."""
    chance = random.Random(seed)
    for number in range(count):
        yield KINDS[number % len(KINDS)](chance, chance.choice(honest))


LONG: dict[str, str] = {
    "one letter": "x" * (LENGTH_MAX // 4),
    "digits": "9" * (LENGTH_MAX // 4),
    "words": "chúng tôi " * (LENGTH_MAX // 10),
    "sentences": "Có 7 người. " * (LENGTH_MAX // 12),
    "lines": "a\n" * (LENGTH_MAX // 2),
    "marks": "a" + "\u0301" * (LENGTH_MAX - 1),
    "right to left": "مرحبا " * (LENGTH_MAX // 6),
    "surrogates": "\ud800" * LENGTH_MAX,
    "nulls": "\x00" * LENGTH_MAX,
    "emoji": "👍🏽" * (LENGTH_MAX // 2),
    "quotes": '"' * LENGTH_MAX,
    "spaces": " " * LENGTH_MAX,
    "beyond what is read": "Có 7 người. " * LENGTH_MAX,
}
"""As much as is read, of one thing; of one word without an end a quarter, for it is read in quadratic time."""
