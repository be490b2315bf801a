"""The strict profile: which plain texts are something else than text."""

from __future__ import annotations

import re
from decimal import Decimal

Scalar = bool | int | Decimal | str | None

_NOT_TEXT = re.compile(r"(?P<word>true|false|null|~|)|[-+]?(?:0|[1-9][0-9]*)(?P<decimals>\.[0-9]+)?")
_BEGINNINGS = frozenset(("", *"tfn~+-0123456789"))
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
_DIGITS_MAX = 400
"""Longer numbers stay text; Python refuses to read them from some length on."""


def plain_scalar(text: str) -> Scalar:
    """What a plain scalar stands for. Dates, `12:30`, `no`, `017` and `1_000` stay text."""
    if text[:1] not in _BEGINNINGS:
        return text
    match = _NOT_TEXT.fullmatch(text)
    if match is None or len(text) > _DIGITS_MAX:
        return text
    if match["word"] is not None:
        return _WORDS[text]
    return Decimal(text) if match["decimals"] else int(text)
