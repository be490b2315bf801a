"""A file is read anew whenever it was saved, in whatever way an editor saves."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from simulator.authoring.preview.linting import with_lint
from simulator.authoring.preview.reading import Reading
from simulator.authoring.preview.watching import ABSENT_LOOKS, Watching
from simulator.errors import PodiumError
from simulator.loading.problems import Problem
from tests.authoring.preview.story import YAML, save, written


def watching(file: Path) -> Watching:
    """A watch that is looked through by hand."""
    return Watching(file, lambda _: None, lambda _: None)


def looked(watch: Watching, times: int = 1) -> list[Reading]:
    """All that so many looks bring."""
    return [reading for reading in (watch.look() for _ in range(times)) if reading is not None]


def touch(file: Path) -> None:
    """Make it seem saved at another time."""
    moment = time.time_ns() + 1_000_000
    os.utime(file, ns=(moment, moment))


def test_the_first_reading_knows_where_the_scenes_begin(tmp_path: Path) -> None:
    file = written(tmp_path)
    reading = watching(file).reading
    lines = file.read_text("utf-8").splitlines()
    assert reading.scenario is not None
    assert not reading.problems
    assert list(reading.lines) == ["yard", "opening", "again", "log", "gauge", "bitter", "end"]
    assert all(scene in lines[line - 1] for scene, line in reading.lines.items())
    assert reading.scene_at(reading.lines["gauge"] + 3) == "gauge"
    assert reading.scene_at(1) == ""


def test_nothing_is_read_while_nothing_changes(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    assert not looked(watch, 3)
    touch(file)
    assert not looked(watch, 2), "saved as it was"


def test_a_file_put_in_its_place_and_one_written_into_are_both_read(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    save(file, YAML.replace("Bà con đã đứng kín sân.", "Sân vắng."))
    (reading,) = looked(watch)
    assert reading.version == 2
    assert reading.scenario is not None
    assert reading.scenario.scenes[0].text == "Sân vắng."
    file.write_text(YAML.replace("Bà con đã đứng kín sân.", "Sân lại đầy."), "utf-8")
    touch(file)
    (reading,) = looked(watch)
    assert reading.version == 3


def test_errors_are_told_with_their_places_and_the_scene(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    save(file, YAML.replace("then: gauge", "then: guage"))
    (reading,) = looked(watch)
    assert reading.scenario is None
    assert reading.errors == len(reading.problems) == 1
    assert reading.scene_of(reading.problems[0]) == "log"


def test_what_is_no_yaml_or_no_text_at_all_is_a_reading_too(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    for data in (b"scenes: [", b"\xff\xfe\x00", b"- 1\n- 2\n", b"scenes: 3\n", b"scenes: [3, {id: 4}]\n"):
        file.write_bytes(data)
        touch(file)
        (reading,) = looked(watch)
        assert reading.scenario is None
        assert reading.errors
        assert not reading.lines


def test_a_file_that_is_away_for_a_moment_is_no_news(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    file.unlink()
    assert not looked(watch, ABSENT_LOOKS - 2)
    written(tmp_path, YAML.replace("kín sân", "đầy sân"))
    (reading,) = looked(watch)
    assert reading.scenario is not None
    assert not reading.gone


def test_a_file_that_stays_away_is_told_once_and_so_is_its_coming_back(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    file.unlink()
    (gone,) = looked(watch, ABSENT_LOOKS + 5)
    assert gone.gone
    assert gone.scenario is not None
    written(tmp_path)
    (back,) = looked(watch, 2)
    assert not back.gone
    assert back.scenario is not None


def test_a_file_that_is_emptied_before_it_is_written_is_no_news_but_one_that_stays_empty_is(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    file.write_bytes(b"")
    assert not looked(watch, ABSENT_LOOKS - 2)
    file.write_text(YAML.replace("kín sân", "đầy sân"), "utf-8")
    (reading,) = looked(watch)
    assert reading.scenario is not None
    file.write_bytes(b"")
    (reading,) = looked(watch, ABSENT_LOOKS + 5)
    assert reading.errors


def test_a_file_that_is_still_being_written_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path)
    watch = watching(file)
    file.write_text(YAML[:900], "utf-8")
    touch(file)

    def goes_on(_: float) -> bool:
        file.write_text(YAML.replace("kín sân", "đầy sân"), "utf-8")
        touch(file)
        return False

    monkeypatch.setattr(watch._stopped, "wait", goes_on)
    assert not looked(watch)
    monkeypatch.undo()
    (reading,) = looked(watch)
    assert reading.scenario is not None


def test_a_folder_in_its_place_is_as_if_it_were_gone(tmp_path: Path) -> None:
    file = written(tmp_path)
    watch = watching(file)
    file.unlink()
    file.mkdir()
    assert [reading.gone for reading in looked(watch, ABSENT_LOOKS + 3)] == [True]


def test_a_file_that_is_not_there_at_first_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PodiumError):
        watching(tmp_path / "scenario.yaml")


def test_the_linter_is_heard_where_there_is_one_and_the_scenario_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path)
    said = Problem("P999", "warning", str(file), 3, 1, "a thought")
    linter = ModuleType("simulator.authoring.lint.lint")
    linter.lint = lambda *_: (said,)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "simulator.authoring.lint.lint", linter)
    reading = watching(file).reading
    assert with_lint(reading).problems == (said,)
    broken = written(tmp_path, YAML.replace("then: gauge", "then: guage"))
    reading = watching(broken).reading
    assert with_lint(reading) is reading
    monkeypatch.setitem(sys.modules, "simulator.authoring.lint.lint", None)
    reading = watching(written(tmp_path)).reading
    assert with_lint(reading) is reading
