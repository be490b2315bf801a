"""Just enough of JSON Schema to say whether our schema accepts a value: every key word that it uses, and no other."""

from __future__ import annotations

import re
from typing import Any

Schema = dict[str, Any]

ANNOTATIONS = frozenset(
    {"$schema", "$defs", "title", "description", "default", "examples", "enumDescriptions"}
    | {"markdownEnumDescriptions", "patternErrorMessage"}
)
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
}


def accepts(schema: Schema, value: object, root: Schema) -> bool:
    """Whether a value is valid. Raises KeyError for a key word that is not known here."""
    return all(_CHECKS[word](given, value, schema, root) for word, given in schema.items() if word not in ANNOTATIONS)


def _ref(given: str, value: object, _: Schema, root: Schema) -> bool:
    return accepts(root["$defs"][given.removeprefix("#/$defs/")], value, root)


def _type(given: str, value: object, *_: Schema) -> bool:
    return isinstance(value, _TYPES[given]) and (given == "boolean" or not isinstance(value, bool))


def _properties(given: Schema, value: Any, _: Schema, root: Schema) -> bool:  # noqa: ANN401  # any value at all
    return not isinstance(value, dict) or all(accepts(given[key], value[key], root) for key in given.keys() & value)


def _additional(given: bool, value: Any, schema: Schema, _: Schema) -> bool:  # noqa: ANN401
    return not isinstance(value, dict) or given or not value.keys() - schema["properties"].keys()


def _required(given: list[str], value: Any, *_: Schema) -> bool:  # noqa: ANN401
    return not isinstance(value, dict) or set(given) <= value.keys()


def _items(given: Schema, value: Any, _: Schema, root: Schema) -> bool:  # noqa: ANN401
    return not isinstance(value, list) or all(accepts(given, one, root) for one in value)


def _prefix(given: list[Schema], value: Any, _: Schema, root: Schema) -> bool:  # noqa: ANN401
    return not isinstance(value, list) or all(accepts(one, it, root) for one, it in zip(given, value, strict=False))


_CHECKS: dict[str, Any] = {
    "$ref": _ref,
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "prefixItems": _prefix,
    "enum": lambda given, value, *_: value in given and not isinstance(value, bool),
    "const": lambda given, value, *_: value == given and not isinstance(value, bool),
    "anyOf": lambda given, value, _, root: any(accepts(one, value, root) for one in given),
    "oneOf": lambda given, value, _, root: sum(accepts(one, value, root) for one in given) == 1,
    "pattern": lambda given, value, *_: not isinstance(value, str) or bool(re.search(given, value)),
    "minLength": lambda given, value, *_: not isinstance(value, str) or len(value) >= given,
    "maxLength": lambda given, value, *_: not isinstance(value, str) or len(value) <= given,
    "minItems": lambda given, value, *_: not isinstance(value, list) or len(value) >= given,
    "maxItems": lambda given, value, *_: not isinstance(value, list) or len(value) <= given,
    "minimum": lambda given, value, *_: not isinstance(value, int) or value >= given,
    "maximum": lambda given, value, *_: not isinstance(value, int) or value <= given,
}
