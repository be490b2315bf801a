"""What kind of value is wanted at a place, in an author's words."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from pydantic import BaseModel

from simulator.language.catalogue import template
from simulator.loading.fields import Annotation, is_union, origin_of
from simulator.scenario.scenes import Way

_TEXT = template("text is wanted here")
_WHOLE = template("a whole number is wanted here")
_TRUE = template("true or false is wanted here")
_LIST = template("a list is wanted here")
_WAYS = template("a scene's id or a list of ways is wanted here")
_KEYS = template("keys with values are wanted here")
_SIMPLE = template("true, false, a whole number or text is wanted here")
_OTHER = template("something else is wanted here")
WHERE_EMPTY = {
    _TEXT: template("nothing stands here, and text is wanted"),
    _WHOLE: template("nothing stands here, and a whole number is wanted"),
    _TRUE: template("nothing stands here, and true or false is wanted"),
    _LIST: template("nothing stands here, and a list is wanted"),
    _KEYS: template("nothing stands here, and keys with values are wanted"),
    _SIMPLE: template("nothing stands here, and true, false, a whole number or text is wanted"),
}


def wanted_here(wanted: Annotation, value: object) -> tuple[str, str]:
    """What is wanted, and how to mend the value that stands there; the hint may use {written}."""
    if origin_of(wanted) is tuple:
        if get_args(wanted)[0] is Way:
            return _WAYS, template("begin each way with a dash, even if there is only one: - go: …")
        return _LIST, template("write [{written}] for a list of one") if isinstance(value, str) else _ITEMS
    if wanted is Way:
        return _KEYS, template("write a way as - go: {written}")
    if origin_of(wanted) is dict or (isinstance(wanted, type) and issubclass(wanted, BaseModel)):
        return _KEYS, template("write each on a line of its own, as key: value, indented below")
    if wanted is bool:
        return _TRUE, template("write true or false, small and without quotes")
    if wanted is int:
        return _WHOLE, template("write it in digits, without quotes, decimals or signs between them")
    if is_union(wanted):
        return (_SIMPLE, "") if bool in get_args(wanted) else (_KEYS, "")
    return (_TEXT, _text_hint(value)) if wanted is str else (_OTHER, "")


_ITEMS = template("write each item on a line of its own, after a dash and a space")


def _text_hint(value: object) -> str:
    if isinstance(value, bool | int | Decimal):
        return template('put it in quotes: "{written}"')
    return template("a text that begins with a bracket, or has colons in it, belongs in quotes or in a block (>-)")


def shown(value: object) -> str:
    """A value as the author wrote it, or nearly so."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)[:80] if isinstance(value, str | int | Decimal) else "…"
