"""The schema says what the model says, in words, and the published one is today's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.schema.build import PUBLISHED, schema, schema_text
from simulator.authoring.schema.keys import KEYS
from simulator.authoring.schema.kinds import KINDS
from simulator.language.catalogue import TONGUES, Catalogue, Tongue
from simulator.loading.source import read_source
from simulator.scenario.model import Scenario
from tests.authoring.accepts import accepts

ENGLISH = schema(Catalogue("en"))
SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*/scenario.yaml"))
BAD = Path(__file__).parents[1] / "bad_scenarios"
OF_SHAPE = sorted(path for code in range(101, 108) for path in BAD.glob(f"P{code}-*.yaml"))


def kinds() -> dict[str, Any]:
    """Every kind of mapping in the model, with pydantic's own schema of it."""
    written = Scenario.model_json_schema()
    return {"Scenario": written, **written["$defs"]}


def value_of(path: Path) -> Any:  # noqa: ANN401  # whatever the file holds
    source, _ = read_source(path.read_bytes(), str(path))
    assert source is not None
    return json.loads(json.dumps(source.value, default=float))


def parts(of: object) -> Iterator[dict[str, Any]]:
    """Every mapping within a schema, itself included."""
    if isinstance(of, dict):
        yield of
        for inner in of.values():
            yield from parts(inner)
    elif isinstance(of, list):
        for inner in of:
            yield from parts(inner)


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(Catalogue("en")), (
        "run: podium --language en schema > simulator/authoring/scenario.schema.json"
    )


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_kind_and_every_key_is_told_of(tongue: Tongue) -> None:
    told = schema(Catalogue(tongue))
    for name, kind in {"Scenario": told, **told["$defs"]}.items():
        assert kind["description"]
        assert all(key["description"] for key in kind["properties"].values()), name


def test_no_line_of_the_tables_is_left_over() -> None:
    there = {f"{name}.{key}" for name, kind in kinds().items() for key in kind["properties"]}
    general = {f"*.{name.partition('.')[2]}" for name in there if name not in KEYS}
    assert set(KEYS) - there - general == set()
    assert set(KINDS) == set(kinds())


def test_every_list_of_words_has_their_meanings() -> None:
    lists = [part for part in parts(ENGLISH) if isinstance(part.get("enum"), list)]
    assert len(lists) > 20
    assert all(len(part["enumDescriptions"]) == len(part["enum"]) for part in lists)


def test_every_mapping_is_closed() -> None:
    mappings = [part for part in parts(ENGLISH) if part.get("type") == "object"]
    assert len(mappings) > 25
    assert all(part["additionalProperties"] is False for part in mappings)


def test_it_speaks_vietnamese() -> None:
    assert "Chính xác" in schema_text(Catalogue("vi"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_it_accepts_the_shipped_scenarios(path: Path) -> None:
    assert accepts(ENGLISH, value_of(path), ENGLISH)


@pytest.mark.parametrize("path", OF_SHAPE, ids=lambda path: path.stem)
def test_it_refuses_what_is_not_in_shape(path: Path) -> None:
    assert not accepts(ENGLISH, value_of(path), ENGLISH)


def test_its_examples_are_what_it_asks_for() -> None:
    with_examples = [part for part in parts(ENGLISH) if isinstance(part.get("examples"), list)]
    assert len(with_examples) > 10
    for part in with_examples:
        assert all(accepts(part, example, ENGLISH) for example in part["examples"]), part["examples"]
