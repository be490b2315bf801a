"""pydantic's errors in an author's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.language.catalogue import template
from simulator.loading.fields import Spot, words_of
from simulator.loading.kinds import WHERE_EMPTY, shown, wanted_here
from simulator.loading.lookalikes import LOOKALIKE
from simulator.loading.shown_names import level_shown_as, word_shown_as
from simulator.loading.unseen import named


@dataclass(frozen=True, slots=True)
class Wording:
    """What an author is told: the rest of a problem, without its place."""

    code: str
    message: str
    hint: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    among: Iterable[str] = ()
    meant: str = ""
    """A word that was meant, where more than likeness tells it."""


def wording_of(error: Mapping[str, Any], spot: Spot) -> Wording | None:
    """The words for one error, or None where another error says all there is to say."""
    wording = _WORDINGS.get(error["type"], _wrong_kind)(error, spot)
    written = spot.path[-1] if error["type"] == "extra_forbidden" else error["input"]
    space = LOOKALIKE.search(written) if isinstance(written, str) else None
    if wording is None or space is None or wording.code not in _WORDS:
        return wording
    hint = template("the character {character} in it looks like a space and is none: delete it")
    return replace(wording, hint=hint, params={**wording.params, "character": named(space[0])})


_WORDS = frozenset({"P102", "P104", "P105", "P108", "P110"})
"""Codes of what is no sentence, so that a space of another kind is a mistake in it."""


def _missing(error: Mapping[str, Any], spot: Spot) -> Wording:
    if spot.model is None:
        return Wording(
            "P106", template("two values are wanted here"), template("write the least and the greatest: [0, 5]")
        )
    message = template("the key `{key}` is missing here")
    return Wording(
        "P101", message, template("add a line `{key}: …` beside the keys that are there"), {"key": spot.path[-1]}
    )


def _unknown_key(error: Mapping[str, Any], spot: Spot) -> Wording:
    known = tuple(spot.model.model_fields) if spot.model else ()
    key = str(spot.path[-1])
    params = {"key": key, "known": ", ".join(known)}
    if error["input"] is None and not key.isidentifier():
        message = template("`{key}` is read as a key: the comma before it ends the text")
        hint = template("put the text in quotes, or write each key on a line of its own instead of in braces")
        return Wording("P102", message, hint, params)
    return Wording(
        "P102",
        template("`{key}` is not a key that may stand here"),
        template("known here: {known}"),
        params,
        key,
        known,
    )


def _not_on_the_list(error: Mapping[str, Any], spot: Spot) -> Wording:
    params = {"value": shown(error["input"]), "known": ", ".join(words_of(spot.wanted))}
    if spot.path == ("format",):
        hint = template("this program reads format {known}; it is written without quotes")
        return Wording("P107", template("format {value} is not known"), hint, params)
    if spot.path == ("language",):
        unknown, meant = (
            template("the language `{value}` is not known"),
            word_shown_as(str(error["input"]), ("vi", "en")),
        )
        return Wording("P110", unknown, template("known here: {known}"), params, meant=meant)
    message, known = template("`{value}` is not one of the words that may stand here"), template("known here: {known}")
    value, words = str(error["input"]), words_of(spot.wanted)
    return Wording("P104", message, known, params, value, words, meant=word_shown_as(value, words))


def _unknown_kind(error: Mapping[str, Any], spot: Spot) -> Wording:
    kind, kinds = str(error["ctx"]["tag"]), tuple(re.findall(r"\w+", error["ctx"]["expected_tags"]))
    message = template("`{kind}` is not a kind of scene")
    if "question" not in kinds:
        message = template("`{kind}` is not a kind of step")
    return Wording(
        "P105", message, template("known here: {known}"), {"kind": kind, "known": ", ".join(kinds)}, kind, kinds
    )


def _no_kind(error: Mapping[str, Any], spot: Spot) -> Wording:
    if spot.path[:1] == ("days",):
        return Wording(
            "P105", template("this step has no `kind`"), template("write `kind: talk`, or another kind of step")
        )
    hint = template("write `kind: question`, or inject, decision or ending")
    return Wording("P105", template("this scene has no `kind`"), hint)


def _bounds(error: Mapping[str, Any], spot: Spot) -> Wording:
    context = error["ctx"]
    if "ge" in context:
        return Wording("P106", template("this must be at least {least}"), params={"least": context["ge"]})
    return Wording("P106", template("this must be at most {most}"), params={"most": context["le"]})


def _length_of_text(error: Mapping[str, Any], spot: Spot) -> Wording:
    if error["type"] == "string_too_short":
        return Wording(
            "P106", template("this text is empty"), template("write something, or leave the key out if it may be")
        )
    params = {"length": len(error["input"]), "most": error["ctx"]["max_length"]}
    return Wording("P106", template("this text has {length} characters; at most {most} fit"), params=params)


def _length_of_list(error: Mapping[str, Any], spot: Spot) -> Wording | None:
    count, context = len(error["input"]), error["ctx"]
    if "min_length" in context:
        if count >= context["min_length"]:
            return None  # an item was refused, and that has been told
        return Wording(
            "P106",
            template("at least {least} are wanted here; found: {count}"),
            params={"least": context["min_length"], "count": count},
        )
    return Wording(
        "P106",
        template("at most {most} fit here; found: {count}"),
        params={"most": context["max_length"], "count": count},
    )


def _ill_written(error: Mapping[str, Any], spot: Spot) -> Wording:
    value = str(error["input"])
    for sign, message, hint in _PATTERNS:
        if sign in error["ctx"]["pattern"]:
            return Wording("P108", message, hint, {"value": value[:80]})
    return Wording("P108", template("this is not written as it should be"))


_PATTERNS = (
    (
        "a-z0-9_",
        template("`{value}` is not an id"),
        template("an id has lower-case letters, digits and underscores, and begins with a letter"),
    ),
    (
        "a-z0-9-",
        template("`{value}` is not a scenario's id"),
        template("it has lower-case letters, digits and hyphens, begins with a letter, and is the folder's name"),
    ),
    (":[0-5]", template("“{value}” is not a time of day"), template("write hours and minutes, such as 15:30 or 07:05")),
    ("{4}-", template("“{value}” is not a date"), template("write year, month and day, such as 2026-07-01")),
    (
        "\\n",
        template("this must stand on one line, and cannot be blank"),
        template("write it beside its key, or as a folded block (>-) without an empty line"),
    ),
    ("\\S", template("this text is blank"), template("write something, or leave the key out if it may be")),
)
"""What a pattern of the models contains, and what its failure means."""


def _wrong_kind(error: Mapping[str, Any], spot: Spot) -> Wording:
    value = error["input"]
    message, hint = wanted_here(spot.wanted, value)
    if value is None and spot.wanted is not None:
        return Wording(
            "P103",
            WHERE_EMPTY.get(message, message),
            template("write it after the colon, or leave the key out if it may be"),
        )
    meant = level_shown_as(value) if spot.wanted is int and "levels" in spot.path and isinstance(value, str) else ""
    return Wording("P103", message, hint, {"written": shown(value)}, meant=meant)


_WORDINGS: Mapping[str, Callable[[Mapping[str, Any], Spot], Wording | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _not_on_the_list,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _no_kind,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "string_too_short": _length_of_text,
    "string_too_long": _length_of_text,
    "too_short": _length_of_list,
    "too_long": _length_of_list,
    "string_pattern_mismatch": _ill_written,
}
