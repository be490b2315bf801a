"""What stays of a play-through's file when it is recorded anew: what its author wrote about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.fmt.tree import comments_of, tree_of
from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.loading.events import trail_of
from simulator.loading.files import bytes_of
from simulator.loading.source import read_again, read_source
from simulator.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Kept:
    """The title (empty for none) and `about` that stay, and whether there are things that cannot."""

    title: str
    about: str | None
    comments: bool
    other_seeds: bool


def kept_of(path: Path, scenario: Scenario) -> Kept:
    """What stays of a file. Raises UsageError where it is no play-through of the scenario, MachineError if locked."""
    data = bytes_of(path)
    source, _ = read_source(data, str(path))
    value = source.value if source is not None else None
    if not isinstance(value, Mapping) or "steps" not in value or value.get("scenario") != scenario.id:
        hint = template("nothing was written; only a play-through of the same scenario is replaced")
        raise UsageError(template("{path} is no play-through of `{id}`"), hint, path=path, id=scenario.id)
    text, _ = read_again(data)
    title, about = value.get("title"), value.get("about")
    return Kept(
        title if isinstance(title, str) else "",
        about if isinstance(about, str) else None,
        comments=bool(comments_of(tree_of(text, trail_of(text)))),
        other_seeds="other_seeds" in value,
    )
