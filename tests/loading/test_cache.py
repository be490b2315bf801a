from __future__ import annotations

import multiprocessing
from hashlib import sha256
from pathlib import Path

import pytest

from simulator.loading import cache, loader
from simulator.loading.loader import examine
from tests.loading.texts import SMALL, small

WARNED = small(("skills: [accuracy]", "skills: [accuracy, empathy]"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "x.yaml"
    file.write_text(WARNED, encoding="utf-8")
    return file


@pytest.fixture
def uncached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from their source from now on."""
    read: list[str] = []

    def read_bytes(data: bytes, file: Path) -> object:
        read.append(str(file))
        return original(data, file)

    original = loader.read_bytes
    monkeypatch.setattr(loader, "read_bytes", read_bytes)
    return read


def _kept() -> list[Path]:
    return sorted((cache.folder() / "scenarios").glob("*.json"))


def test_the_second_time_is_the_same_without_the_source(file: Path, uncached: list[str]) -> None:
    first, second = examine(file), examine(file)
    assert uncached == [str(file)]
    assert first == second
    assert second.scenario is not None
    assert second.scenario.scenes[0] == first.scenario.scenes[0]  # type: ignore[union-attr]
    assert isinstance(second.scenario.scenes, tuple)
    assert [problem.code for problem in second.problems] == ["P506"]


def test_a_changed_source_is_read_again(file: Path, uncached: list[str]) -> None:
    examine(file)
    file.write_text(SMALL, encoding="utf-8")
    assert examine(file).problems == ()
    assert len(uncached) == 2


def test_a_copy_elsewhere_has_its_own_name_in_its_warnings(file: Path, tmp_path: Path) -> None:
    examine(file)
    copy = tmp_path / "y.yaml"
    copy.write_bytes(file.read_bytes())
    assert [problem.file for problem in examine(copy).problems] == [str(copy)]


def test_a_scenario_with_errors_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(small(("outcome: good", "outcome: god")), encoding="utf-8")
    examine(file)
    assert _kept() == []


@pytest.mark.parametrize("damage", ["", "{", "null", "[]\n{}", "{}\n{}", "\x00\xff"])
def test_a_damaged_entry_is_made_anew(file: Path, damage: str, uncached: list[str]) -> None:
    before = examine(file)
    (entry,) = _kept()
    entry.write_text(damage, encoding="utf-8")
    assert examine(file) == before
    assert examine(file) == before
    assert len(uncached) == 2


def test_an_entry_cut_off_anywhere_is_made_anew(file: Path) -> None:
    before = examine(file)
    (entry,) = _kept()
    whole = entry.read_bytes()
    for length in range(0, len(whole), 97):
        entry.write_bytes(whole[:length])
        assert examine(file) == before


@pytest.mark.parametrize(
    "kept", [b'[]\n{"format": 1}', b'[{"colour": "red"}]\n{}', b"5\n{}", b"[", b"[5]\n" + b"[" * 5_000]
)
def test_an_entry_that_is_whole_but_of_another_shape_is_made_anew(file: Path, kept: bytes) -> None:
    before = examine(file)
    (entry,) = _kept()
    entry.write_bytes(sha256(kept).hexdigest().encode() + b"\n" + kept)
    assert examine(file) == before


def test_one_wrong_letter_is_found(file: Path) -> None:
    before = examine(file)
    (entry,) = _kept()
    entry.write_bytes(entry.read_bytes().replace(b"Ten houses", b"Two houses"))
    assert examine(file) == before


def test_other_code_makes_another_entry(file: Path, monkeypatch: pytest.MonkeyPatch, uncached: list[str]) -> None:
    examine(file)
    monkeypatch.setattr(cache, "_edition", lambda: "another")
    examine(file)
    assert len(uncached) == 2
    assert len(_kept()) == 2


def test_a_folder_that_cannot_be_written_to_is_no_problem(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in_the_way").write_text("a file where the folder should be")
    monkeypatch.setenv("PODIUM_CACHE_DIR", str(tmp_path / "in_the_way"))
    assert examine(file) == examine(file)


def test_nothing_is_left_behind_when_writing_fails(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    assert examine(file).scenario is not None
    assert list((cache.folder() / "scenarios").iterdir()) == []


def test_old_entries_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT_MAX", 3)
    for number in range(6):
        file = tmp_path / f"{number}.yaml"
        file.write_text(f"# {number}\n{SMALL}", encoding="utf-8")
        examine(file)
    assert len(_kept()) == 3


def _examine_often(file: Path, times: int) -> None:
    for _ in range(times):
        assert examine(file).scenario is not None
        for entry in _kept():
            entry.unlink(missing_ok=True)


def test_many_processes_at_once(file: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_examine_often, args=(file, 20)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
