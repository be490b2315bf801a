"""The model's own schema -> one that an editor can help with: words for keys and values, and no noise.

Nothing is looser than the model. Two things are stricter: `key:` with nothing after it, which the loader takes
for a key left out, is underlined, for it is always an unfinished thought; and so is a code under `checks` that there
is not, of which the loader only warns.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.authoring.schema.keys import about
from simulator.authoring.schema.kinds import KINDS
from simulator.authoring.schema.values import EXAMPLES, LEVELS, meanings, spelling
from simulator.language.catalogue import Catalogue, template
from simulator.loading.codes import CODES, may_be_set
from simulator.scenario.model import Scenario

PUBLISHED = Path(__file__).parent.parent / "scenario.schema.json"
"""The schema in English, as it stands in the package."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_DROPPED = frozenset({"title", "discriminator", "description", "propertyNames", "$defs"})
"""pydantic's names and the docstrings' words are for programmers; the rest is OpenAPI's, or said otherwise below."""


def schema(catalogue: Catalogue) -> Schema:
    """The JSON Schema (2020-12) of format 1, with its words in the catalogue's language."""
    written = Scenario.model_json_schema()
    kinds = {name: _of_kind(name, kind, catalogue) for name, kind in written["$defs"].items()}
    head = {"$schema": DIALECT, "title": catalogue.say(template("Podium scenario, format 1"))}
    return {**head, **_of_kind("Scenario", written, catalogue), "$defs": kinds}


def schema_text(catalogue: Catalogue) -> str:
    """The same as the text of a file."""
    return json.dumps(schema(catalogue), ensure_ascii=False, indent=1) + "\n"


def _of_kind(name: str, written: Schema, catalogue: Catalogue) -> Schema:
    """One kind of mapping, with what it is and what each of its keys is for."""
    keys = {key: _of_key(name, key, value, catalogue) for key, value in written["properties"].items()}
    return {"description": catalogue.say(KINDS[name]), **_plain(written, catalogue), "properties": keys}


def _of_key(kind: str, key: str, written: Schema, catalogue: Catalogue) -> Schema:
    examples = EXAMPLES.get(f"{kind}.{key}", EXAMPLES.get(f"*.{key}"))
    told: Schema = {"description": catalogue.say(about(kind, key)), **_plain(written, catalogue)}
    if (kind, key) == ("Scenario", "checks"):
        wish = {**told["additionalProperties"], **_told(told["additionalProperties"], catalogue)}
        told |= {"additionalProperties": False, "properties": _of_codes(wish, catalogue)}
    return told if examples is None else {**told, "examples": list(examples)}


def _plain(written: Schema, catalogue: Catalogue) -> Schema:
    """A schema without what only programs read, down to its innermost part; its keys are seen to elsewhere."""
    kept = {key: value for key, value in written.items() if key not in _DROPPED and key != "properties"}
    if kept.get("default") in (None, [], {}):
        kept.pop("default", None)
    if "propertyNames" in written:
        return _of_each(written["propertyNames"]["enum"], kept["additionalProperties"], catalogue)
    for several in ("anyOf", "oneOf"):
        if several in kept:
            kept = _one_of(kept, several, catalogue)
    for inner in ("items", "prefixItems"):
        if inner in kept:
            kept[inner] = _inner(kept[inner], catalogue)
    return {**kept, **_told(kept, catalogue)}


def _inner(written: Schema | list[Schema], catalogue: Catalogue) -> Schema | list[Schema]:
    if isinstance(written, list):
        return [_plain(one, catalogue) for one in written]
    return _plain(written, catalogue)


def _one_of(kept: Schema, several: str, catalogue: Catalogue) -> Schema:
    """Without the choice of nothing at all; what is then the only choice stands by itself."""
    choices = [_plain(one, catalogue) for one in kept.pop(several) if one != {"type": "null"}]
    return {**kept, **choices[0]} if len(choices) == 1 else {**kept, several: choices}


def _told(kept: Mapping[str, Any], catalogue: Catalogue) -> Schema:
    """What an editor says of the words on a list, and of a text that is not written as it should be."""
    if "enum" in kept and "enumDescriptions" not in kept:
        told = meanings(kept["enum"], catalogue)
        return {"enumDescriptions": told, "markdownEnumDescriptions": told}
    if "pattern" in kept:
        return {"patternErrorMessage": catalogue.say(spelling(kept["pattern"]))}
    return {}


def _of_each(words: list[str], value: Schema, catalogue: Catalogue) -> Schema:
    """A mapping whose keys are the words of a list: as keys they are completed, and told of."""
    told = dict(zip(words, meanings(words, catalogue), strict=True))
    values = _of_level(value, catalogue)
    keys = {word: {"description": told[word], **values} for word in words}
    return {"type": "object", "properties": keys, "additionalProperties": False}


def _of_codes(wish: Schema, catalogue: Catalogue) -> Schema:
    """The codes whose severity can be set, each completed and told of; another one is a warning of the loader's."""
    return {
        code: {"description": catalogue.say(entry.title), **wish} for code, entry in CODES.items() if may_be_set(code)
    }


def _of_level(value: Schema, catalogue: Catalogue) -> Schema:
    """A level is chosen from a list of five rather than typed; any other number stays as it is."""
    if (value.get("minimum"), value.get("maximum")) != (min(LEVELS), max(LEVELS)):
        return value
    told = [catalogue.say(name) for name in LEVELS.values()]
    return {"enum": list(LEVELS), "enumDescriptions": told, "markdownEnumDescriptions": told}
