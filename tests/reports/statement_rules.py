"""What the xAPI specification (1.0.3, part two) demands of the statements that Podium makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DURATION = re.compile(r"P(?=[\dT])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,4})?S)?)?")
VERBS = {f"http://adlnet.gov/expapi/verbs/{name}" for name in ("answered", "completed", "passed", "failed")}
KEYS = {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version"}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
CONTEXT = {"registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement"}
INTERACTIONS = {"choice", "long-fill-in"}


def faults(statement: dict[str, Any]) -> list[str]:
    """All rules that a statement breaks."""
    return [*_whole(statement), *_actor(statement), *_object(statement), *_result(statement), *_context(statement)]


def _whole(one: dict[str, Any]) -> Iterator[str]:
    if not set(one) <= KEYS or not {"id", "actor", "verb", "object"} <= set(one):
        yield f"keys: {sorted(one)}"
    if str(UUID(one["id"])) != one["id"]:
        yield "the id is not in standard form"
    if one["verb"]["id"] not in VERBS or not _is_language_map(one["verb"]["display"]):
        yield "the verb"
    if datetime.fromisoformat(one["timestamp"]).tzinfo is None:
        yield "the timestamp has no zone"
    yield from (f"null at {place}" for place in _nulls(one, ""))


def _actor(one: dict[str, Any]) -> Iterator[str]:
    actor = one["actor"]
    if set(actor) != {"objectType", "account"} or actor["objectType"] != "Agent":
        yield "the actor has more than one way to know it"
    if set(actor["account"]) != {"homePage", "name"} or not _is_iri(actor["account"]["homePage"]):
        yield "the account"
    if not actor["account"]["name"]:
        yield "the account has no name"


def _object(one: dict[str, Any]) -> Iterator[str]:
    yield from _activity(one["object"])
    definition = one["object"]["definition"]
    if "interactionType" not in definition:
        return
    if definition["interactionType"] not in INTERACTIONS:
        yield "an unknown interaction"
    if not definition["type"].endswith("/cmi.interaction"):
        yield "the type of an interaction"
    ids = [choice["id"] for choice in definition.get("choices", ())]
    if len(ids) != len(set(ids)) or any(not name or re.search(r"\s", name) for name in ids):
        yield "ids of choices"
    if ("choices" in definition) != (definition["interactionType"] == "choice"):
        yield "choices belong to a choice"
    if not all(_is_language_map(choice["description"]) for choice in definition.get("choices", ())):
        yield "the description of a choice"


def _activity(one: dict[str, Any]) -> Iterator[str]:
    if one["objectType"] != "Activity" or not _is_iri(one["id"]):
        yield f"no activity: {one['id']}"
    definition = one["definition"]
    if not _is_iri(definition["type"]) or not _is_language_map(definition["name"]):
        yield "the definition"
    if not _is_language_map(definition.get("description", {"en": ""})):
        yield "the description"


def _result(one: dict[str, Any]) -> Iterator[str]:
    result = one.get("result", {})
    if not set(result) <= RESULT:
        yield f"result: {sorted(result)}"
    if "score" in result:
        score = result["score"]
        if not -1 <= score["scaled"] <= 1 or not score["min"] <= score["raw"] <= score["max"]:
            yield "the score is out of bounds"
        if score["scaled"] != score["raw"] / score["max"]:
            yield "the score is not what it is scaled to"
    if not DURATION.fullmatch(result.get("duration", "PT0S")):
        yield f"duration {result['duration']}"
    if not isinstance(result.get("response", ""), str) or not isinstance(result.get("success", True), bool):
        yield "response or success"
    if not all(map(_is_iri, result.get("extensions", {}))):
        yield "extensions by no IRI"


def _context(one: dict[str, Any]) -> Iterator[str]:
    context = one.get("context", {})
    if not set(context) <= CONTEXT | {"extensions"}:
        yield f"context: {sorted(context)}"
    UUID(context["registration"])
    if not LANGUAGE_TAG.fullmatch(context["language"]) or not all(map(_is_iri, context["extensions"])):
        yield "the context"
    for activities in context.get("contextActivities", {}).values():
        for activity in activities:
            yield from _activity(activity)


def _is_language_map(value: Any) -> bool:  # noqa: ANN401
    texts = isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return texts and bool(value) and all(map(LANGUAGE_TAG.fullmatch, value))


def _is_iri(value: str) -> bool:
    parts = urlsplit(value)
    return bool(parts.scheme and parts.netloc) and not re.search(r'[\s"<>\\^`{|}\x00-\x20]', value)


def _nulls(value: Any, place: str) -> Iterator[str]:  # noqa: ANN401
    if value is None:
        yield place
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _nulls(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _nulls(inner, f"{place}/{number}")
