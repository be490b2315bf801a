from __future__ import annotations

import gc
import os
from hashlib import sha256
from pathlib import Path

import pytest

from simulator.errors import ExitCode, MachineError, UsageError
from simulator.loading.loader import ScenarioInvalid, examine, load, load_scenario, read_scenario
from tests.loading.texts import SMALL, small

BAD = small(("outcome: good", "outcome: god"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    return folder


def test_a_folder_and_its_file_are_the_same_scenario(folder: Path) -> None:
    assert load_scenario(folder) == load_scenario(folder / "scenario.yaml")
    assert load_scenario(folder).id == "small"


def test_the_hash_is_that_of_the_bytes(folder: Path) -> None:
    loaded = load(folder)
    assert loaded.source_hash == sha256(SMALL.encode()).hexdigest()
    assert loaded.path == folder / "scenario.yaml"


def test_an_invalid_scenario_raises_with_all_its_problems(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as raised:
        load(file)
    assert [problem.code for problem in raised.value.problems] == ["P104"]
    assert raised.value.exit_code == ExitCode.AUTHOR
    assert "\n" not in str(raised.value)


def test_warnings_do_not_keep_a_scenario_from_being_played(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(small(("skills: [accuracy]", "skills: [accuracy, empathy]")), encoding="utf-8")
    scenario, problems = read_scenario(file)
    assert scenario is not None
    assert [problem.severity for problem in problems] == ["warning"]


def test_an_examination_of_a_bad_file_has_its_hash_too(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(BAD, encoding="utf-8")
    examined = examine(file)
    assert examined.scenario is None
    assert examined.source_hash == sha256(BAD.encode()).hexdigest()


@pytest.mark.parametrize("name", ["", "nothing", "nothing/here.yaml", "a\0b", "x" * 5_000, "/dev/null", "~nobody"])
def test_what_is_not_there_is_one_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as raised:
        load_scenario(Path(name))
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300


def test_a_folder_without_a_scenario(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load_scenario(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_locked_file(folder: Path) -> None:
    (folder / "scenario.yaml").chmod(0)
    with pytest.raises(MachineError):
        load_scenario(folder)


def test_a_file_that_fails_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(MachineError) as raised:
        load_scenario(folder)
    assert "the disk or the terminal fails" in str(raised.value)


def test_the_collector_is_as_it_was(folder: Path) -> None:
    load(folder)
    assert gc.isenabled()
    gc.disable()
    try:
        load(folder)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_copy_in_another_folder_is_told(folder: Path, tmp_path: Path) -> None:
    load(folder)
    other = tmp_path / "other"
    folder.rename(other)
    _, problems = read_scenario(other)
    assert [problem.code for problem in problems] == ["P109"]
