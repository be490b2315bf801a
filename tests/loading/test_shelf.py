from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from simulator.errors import UsageError
from simulator.loading import shelf


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two scenarios, on the shelf."""
    for name in ("flood-night", "market-fire"):
        (tmp_path / "own" / name).mkdir(parents=True)
        (tmp_path / "own" / name / "scenario.yaml").touch()
    (tmp_path / "own" / "notes").mkdir()
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path / "own"))
    return tmp_path / "own"


def test_those_that_come_with_podium_are_there() -> None:
    for file in shelf.all_scenarios():
        assert file.is_file()
        assert shelf.find(file.parent.name) == file


def test_own_folders_are_looked_through(own: Path) -> None:
    assert own / "flood-night" / "scenario.yaml" in shelf.all_scenarios()
    assert shelf.find("market-fire") == own / "market-fire" / "scenario.yaml"


def test_several_folders_and_empty_ones(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "more" / "new-one").mkdir(parents=True)
    (tmp_path / "more" / "new-one" / "scenario.yaml").touch()
    monkeypatch.setenv(
        "PODIUM_SCENARIOS", os.pathsep.join(["", str(own), str(tmp_path / "missing"), str(tmp_path / "more")])
    )
    assert {"flood-night", "market-fire", "new-one"} <= {file.parent.name for file in shelf.all_scenarios()}


def test_the_users_data_folder_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda _: tmp_path)
    (tmp_path / "scenarios" / "mine").mkdir(parents=True)
    (tmp_path / "scenarios" / "mine" / "scenario.yaml").touch()
    assert shelf.find("mine") == tmp_path / "scenarios" / "mine" / "scenario.yaml"


def test_of_two_with_one_name_the_first_counts(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "more" / "flood-night").mkdir(parents=True)
    (tmp_path / "more" / "flood-night" / "scenario.yaml").touch()
    monkeypatch.setenv("PODIUM_SCENARIOS", os.pathsep.join([str(tmp_path / "more"), str(own)]))
    assert shelf.find("flood-night") == tmp_path / "more" / "flood-night" / "scenario.yaml"
    assert [file.parent.name for file in shelf.all_scenarios()].count("flood-night") == 1


def test_a_path_is_taken_as_it_is(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    assert shelf.find("./flood-night") == Path("flood-night/scenario.yaml")
    assert shelf.find("flood-night/scenario.yaml") == Path("flood-night/scenario.yaml")
    assert shelf.find(str(own / "flood-night")) == own / "flood-night" / "scenario.yaml"


def test_an_unknown_id_tells_the_nearest(own: Path) -> None:
    with pytest.raises(UsageError) as raised:
        shelf.find("flod-night")
    assert raised.value.params == {"name": "flod-night", "near": "flood-night"}
    assert "near" in raised.value.hint


@pytest.mark.parametrize(
    "name", ["", ".", "..", "x", "a\0b", "x" * 5_000, "x/" * 3_000, "~nobody/x", "\x1b[31m", "/dev/null"]
)
def test_nonsense_is_a_usage_error_on_one_clean_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as raised:
        shelf.find(name)
    assert str(raised.value).isprintable()
