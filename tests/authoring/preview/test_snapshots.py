"""Pictures of the preview; see `tests.tui.test_snapshots`."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.authoring.preview import watching
from simulator.authoring.preview.app import PreviewApp
from simulator.authoring.preview.beginnings import Beginning
from simulator.authoring.preview.course import Course
from simulator.authoring.preview.settings import Setting
from simulator.language.catalogue import Catalogue, Tongue
from simulator.tui.preferences import Preferences
from tests.authoring.preview.story import YAML, written
from tests.tui.house import FakeHouse
from tests.tui.test_snapshots import Compare, pressing

BROKEN = YAML.replace("id: bitter, kind: ending", "id: bitter, kind: endin")

SCREENS: dict[str, tuple[str, tuple[str, ...]]] = {
    # name: the file, keys pressed from the beginning at `opening`
    "question": (YAML, ("2", "i", "i")),
    "aftermath": (YAML, ("2", "enter")),
    "outline": (YAML, ("enter", "enter", "o", "o", "down")),
    "broken": (BROKEN, ("n",)),
}
LOOKS: tuple[tuple[Tongue, tuple[int, int]], ...] = (("vi", (80, 24)), ("en", (140, 40)))


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(("tongue", "size"), LOOKS, ids=["vi-80x24", "en-140x40"])
def test_the_preview_looks_as_it_did(
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    tongue: Tongue,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(watching, "with_lint", lambda reading: reading)
    text, keys = SCREENS[name]
    course = Course(Beginning("opening", (Setting("trust", 60),)))
    app = PreviewApp(FakeHouse(), Catalogue(tongue), written(tmp_path, text), course, preferences=Preferences(None))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))
