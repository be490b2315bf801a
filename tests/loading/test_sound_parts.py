"""One run tells what is wrong beside a broken part too, and never what is only wrong because of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.loading.texts import SMALL, codes_of, problems_of, small, source_of

Path = tuple[str | int, ...]


def _thawed(value: object) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {key: _thawed(inner) for key, inner in value.items()}
    return [_thawed(inner) for inner in value] if isinstance(value, tuple) else value


def _paths(value: object, path: Path = ()) -> Iterator[Path]:
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from _paths(one, (*path, key))


TREE = _thawed(source_of(SMALL).value)


def _broken(path: Path) -> Iterator[dict[str, Any]]:
    """The small scenario with one mistake at a path, of each kind."""
    for wrong in (5, "not so!", ["a"], None):
        yield _with(path, wrong)
    if isinstance(path[-1], str):
        for key in (f"{path[-1]}x", path[-1][1:], "zzz"):
            yield _with(path, ..., key)


def _with(path: Path, value: object, key: str | None = None) -> dict[str, Any]:
    tree: dict[str, Any] = deepcopy(TREE)
    around: Any = tree
    for part in path[:-1]:
        around = around[part]
    if key is None:
        around[path[-1]] = value
    else:
        entries = [(key if name == path[-1] else name, inner) for name, inner in around.items()]
        around.clear()
        around.update(entries)
    return tree


@pytest.mark.parametrize("path", list(_paths(TREE)), ids=lambda path: ".".join(map(str, path)))
def test_a_mistake_of_shape_brings_no_other_with_it(path: Path) -> None:
    for tree in _broken(path):
        codes = codes_of(json.dumps(tree))
        if any("P101" <= code <= "P108" for code in codes):
            assert [code for code in codes if code > "P2"] == [], tree


@pytest.mark.parametrize(
    ("mistake", "code"),
    [
        (("words: Ten houses,", "words: Twelve houses,"), "P504"),
        (("then: the_end", "then: the_edn"), "P204"),
        (("journalist: hang", "journalist: hnag"), "P206"),
        (("effects: [promised = true]", "says: [f9]"), "P213"),
        (("id: waits", "id: owns_it"), "P201"),
        (("levels: {accuracy: 1}", "levels: {}"), "P501"),
        (("outcome: good\n", "outcome: good\n    was: [opening]\n"), "P203"),
        (("default: town", "default: city"), "P309"),
        (("    then: the_end\n", ""), "P401"),
    ],
)
@pytest.mark.parametrize(
    "broken",
    [
        ("title: The burst pipe", "titel: The burst pipe"),
        ("minutes: 5", "minutes: five"),
        ("manner: sharp", "manner: shrp"),
        ("lesson: Say", "lessson: Say"),
        ("skills: [accuracy]\nauthor", "skills: [acuracy]\nauthor"),
    ],
)
def test_what_is_wrong_elsewhere_is_told_in_the_same_run(
    mistake: tuple[str, str], code: str, broken: tuple[str, str]
) -> None:
    alone, both = problems_of(small(mistake)), problems_of(small(mistake, broken))
    told = {(one.code, one.line, one.column) for one in both}
    assert {(one.code, one.line, one.column) for one in alone if one.code == code} <= told
    assert code in {one.code for one in alone}
    assert len(both) > len([one for one in alone if one.severity == "error"])


def test_a_value_under_a_misspelt_key_is_looked_at_where_it_stands() -> None:
    problems = problems_of(small(("    journalist: hang", "    jurnalist: hnag")))
    assert [(one.code, one.line, one.column, one.nearest) for one in problems] == [
        ("P101", 29, 5, ""),
        ("P102", 31, 5, "journalist"),
        ("P206", 31, 16, "hang"),
    ]
    assert problems[-1].path == "scenes.0.jurnalist"


def test_what_is_hidden_behind_a_misspelt_kind_is_told() -> None:
    codes = codes_of(small(("kind: ending", "kind: endng"), ("lesson: Say", "leson: Say")))
    assert codes == ["P101", "P105", "P102"]


def test_without_all_ids_no_name_is_called_unknown() -> None:
    assert codes_of(small(("  - id: the_end\n", "  - zzz: the_end\n"))) == ["P101", "P102"]
    assert codes_of(
        small(("facts:\n    - {id: f1", "facts:\n    - {zzz: f1"), ("effects: [promised = true]", "says: [f1]"))
    ) == [
        "P101",
        "P102",
    ]


def test_of_far_too_many_mistakes_the_rest_is_left_alone() -> None:
    flags = ", ".join(["wrong"] * 1_100)
    codes = codes_of(small(("effects: [promised = true]", f"flags: [{flags}]"), ("then: the_end", "then: the_edn")))
    assert "P104" in codes
    assert "P204" not in codes
