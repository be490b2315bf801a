"""An expression's text as Python's own syntax tree: guarded before, and with our words for what is wrong.

Python's parser recurses, warns on standard error and words its errors anew in each version. None of that
reaches an author: what provokes it is refused beforehand, at its column.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from simulator.language.catalogue import template
from simulator.scenario.faults import Fault
from simulator.scenario.text import EXPRESSION_MAX

_BREAKS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
"""A block in YAML may be written over several lines."""

_UNQUOTABLE = re.compile(r"[\\\x00-\x1f\x7f\ud800-\udfff]")
"""A backslash would begin an escape; the others no text of a scenario holds."""

_IN_QUOTES = r"[^{quote}\\\x00-\x1f\x7f\ud800-\udfff]*+(?:{quote}|$)"
_QUOTED = re.compile("|".join(quote + _IN_QUOTES.format(quote=quote) for quote in "\"'"))

# A word up against a quote is a prefix (f"…"), a number up against a word makes Python warn.
_READABLE = re.compile(
    r"(?:[^\W\d]\w*+(?![\"'])|\d[\d_]*+(?:\.[\d_]*+)?+(?!\w)|[\s.,()<>=!+\-*/%&|:;\[\]{}]|" + _QUOTED.pattern + ")*"
)

_FOREIGN: Mapping[str, str] = {
    "&&": "and",
    "||": "or",
    "!": "not",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "−": "-",
    "–": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "và": "and",
    "hoặc": "or",
    "không": "not",
}
"""Signs and words of other languages and of word processors, and what stands for them here."""

_FOREIGN_SIGN = re.compile(r"&&|\|\||!(?!=)|[≥≤≠×−–“”‘’]|\b(?:và|hoặc|không)\b")
_LONE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")

_REASONS: Mapping[str, str] = {
    "was never closed": template("this bracket is never closed"),
    "unmatched": template("this bracket was never opened"),
    "does not match": template("this bracket closes another kind of bracket"),
    "unterminated": template("this quote is never closed"),
}
"""Our words for the errors of Python that say something to an author, by a part of Python's."""


def on_one_line(text: str) -> str:
    """The text with a space for each line break and tab; every character stays in its column."""
    return text.translate(_BREAKS)


@lru_cache(maxsize=4096)
def python_tree(text: str, mode: Literal["eval", "exec"]) -> ast.AST:
    """The tree of a text on one line, without the space it begins with. Nobody may change it. Raises Fault."""
    if len(text) > EXPRESSION_MAX:
        long = template("this expression has {length} characters; at most {most} are read")
        raise Fault("P024", 0, long, length=len(text), most=EXPRESSION_MAX)
    # What stands in quotes is blanked: it may be anything.
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    _refuse_foreign(bare)
    _refuse_unreadable(text)
    try:
        return ast.parse(text.lstrip(), mode=mode)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _explained(error, text, bare, mode) from None


def _refuse_foreign(bare: str) -> None:
    sign = _FOREIGN_SIGN.search(bare)
    if sign:
        message = template("write `{own}`, not `{foreign}`")
        raise Fault("P301", sign.start(), message, own=_FOREIGN[sign[0]], foreign=sign[0])


def _refuse_unreadable(text: str) -> None:
    readable = _READABLE.match(text)
    stop = readable.end() if readable else 0
    if stop == len(text):
        return
    word = re.compile(r"\d[\d_.]*|\w+").match(text, stop)
    if word:
        raise Fault("P301", stop, template("a space or a sign is missing after `{word}`"), word=word[0])
    culprit = _UNQUOTABLE.search(text, stop) if text[stop] in "\"'" else None
    column = culprit.start() if culprit else stop
    character = text[column] if text[column].isprintable() else f"U+{ord(text[column]):04X}"
    message = template("the character “{character}” has no place in an expression")
    raise Fault("P301", column, message, character=character)


def _explained(error: Exception, text: str, bare: str, mode: str) -> Fault:
    lone = _LONE_EQUALS.search(bare) if mode == "eval" else None
    if lone:
        return Fault("P301", lone.start(), template("compare with `==`; a single `=` sets a variable"))
    if not isinstance(error, SyntaxError):
        return Fault("P024", 0, template("this expression is nested too deeply"))
    indent = len(text) - len(text.lstrip())
    # Python has no column for a text that ends too soon.
    column = min(indent + error.offset - 1, len(text)) if error.offset else len(text)
    for words, reason in _REASONS.items():
        if words in (error.msg or ""):
            return Fault("P301", column, reason)
    return Fault("P301", column, template("this is not an expression"))
