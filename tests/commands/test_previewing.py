"""`podium preview`: what its options ask for is checked before the screen comes up."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.commands.preview import opened
from simulator.commands.verbs import podium
from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import Catalogue
from tests.authoring.preview.story import YAML, written

CATALOGUE = Catalogue("en")


def test_it_begins_at_a_scene_with_values(tmp_path: Path) -> None:
    app = opened(CATALOGUE, written(tmp_path), "gauge", ("trust=30", "host=tinh"), 7)
    beginning = app._preview.course.beginning
    assert (beginning.scene, beginning.seed) == ("gauge", 7)
    assert beginning.settings == (("trust", 30), ("host", "tinh"))


def test_a_scene_that_was_renamed_is_found_by_its_old_id(tmp_path: Path) -> None:
    file = written(tmp_path, YAML.replace("  - id: gauge\n", "  - id: gauge\n    was: [rain_meter]\n"))
    assert opened(CATALOGUE, file, "rain_meter")._preview.course.beginning.scene == "gauge"
    with pytest.raises(UsageError) as refused:
        opened(CATALOGUE, file, "rain_metre")
    assert refused.value.params["near"] == "gauge"


@pytest.mark.parametrize(
    ("scene", "settings", "told", "near"),
    [
        ("guage", (), "there is no scene “guage”", "gauge"),
        ("", ("presure=1",), "no variable is called `presure`", "pressure"),
        ("", ("trust=101",), "“101” is not a whole number from 0 to 100", None),
        ("\x1b[31m", (), "there is no scene", ""),
    ],
)
def test_what_is_not_there_is_told_in_a_line(
    tmp_path: Path, scene: str, settings: tuple[str, ...], told: str, near: str | None
) -> None:
    with pytest.raises(UsageError) as refused:
        opened(CATALOGUE, written(tmp_path), scene, settings)
    assert told in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert refused.value.params.get("near") == near


def test_a_broken_file_can_be_previewed_but_not_begun_elsewhere(tmp_path: Path) -> None:
    file = written(tmp_path, YAML.replace("then: gauge", "then: guage"))
    assert opened(CATALOGUE, file).watching.reading.errors == 1
    with pytest.raises(UsageError):
        opened(CATALOGUE, file, "gauge")


def test_a_translation_that_is_not_there_is_told(tmp_path: Path) -> None:
    file = written(tmp_path)
    assert opened(CATALOGUE, file, language="vi")
    with pytest.raises(UsageError, match="has not been translated"):
        opened(CATALOGUE, file, language="en")


def test_it_needs_a_terminal(tmp_path: Path) -> None:
    result = CliRunner().invoke(podium(CATALOGUE), ["preview", str(written(tmp_path))])
    assert isinstance(result.exception, MachineError)


def test_its_house_keeps_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PODIUM_DATA_DIR", str(tmp_path / "data"))
    app = opened(CATALOGUE, written(tmp_path))
    assert not app.house.library()[0] or not (tmp_path / "data").exists()
    assert not (tmp_path / "data").exists()
