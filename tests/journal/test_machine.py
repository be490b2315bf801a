"""The record on a machine that is in the way: a folder that may not be written, a disk that is full."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path

import pytest

from simulator.errors import PodiumError
from simulator.journal.connect import open_journal
from simulator.journal.errors import JournalFull, JournalUnwritable
from simulator.journal.port import Journal
from simulator.session.events import Event, LineChosen
from tests.journal.contract import refill

NOBODY = 65534


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users of the machine reach too, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="podium-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_new_record_in_a_read_only_folder(shared_folder: Path) -> None:
    shared_folder.chmod(0o555)
    kind, hint = as_an_ordinary_user(lambda: open_journal(f"sqlite:///{shared_folder}/podium.sqlite3"))
    assert kind == "JournalUnwritable"
    assert "PODIUM_DATA_DIR" in hint


def test_a_record_in_a_folder_that_may_not_be_made(shared_folder: Path) -> None:
    shared_folder.chmod(0o555)
    kind, _ = as_an_ordinary_user(lambda: open_journal(f"sqlite:///{shared_folder}/new/podium.sqlite3"))
    assert kind == "JournalUnwritable"


def test_a_folder_that_may_not_even_be_read(shared_folder: Path) -> None:
    open_journal(f"sqlite:///{shared_folder}/podium.sqlite3").journal.close()
    shared_folder.chmod(0o000)
    kind, _ = as_an_ordinary_user(lambda: open_journal(f"sqlite:///{shared_folder}/podium.sqlite3"))
    assert kind == "JournalUnwritable"


def test_a_record_made_by_another_user(shared_folder: Path) -> None:
    file = shared_folder / "podium.sqlite3"
    journal = open_journal(f"sqlite:///{file}").journal
    refill(journal)
    journal.close()
    file.chmod(0o444)
    shared_folder.chmod(0o555)
    before = file.read_bytes()
    kind, _ = as_an_ordinary_user(lambda: open_journal(f"sqlite:///{file}"))
    assert kind == "JournalUnwritable"
    assert file.read_bytes() == before


def test_a_file_that_may_not_grow_refuses_and_then_takes_the_same_step(tmp_path: Path) -> None:
    journal = open_journal(f"sqlite:///{tmp_path}/podium.sqlite3").journal
    refill(journal)
    with files_limited_to(400_000):
        accepted = append_until_refused(journal)
        with pytest.raises(JournalUnwritable):
            journal.append("s1", accepted, step(accepted))
    check_whole(journal, accepted)


def test_a_full_disk_refuses_and_then_takes_the_same_step(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(200_000))
        journal = open_journal(f"sqlite:///{disk}/podium.sqlite3").journal
        refill(journal)
        accepted = append_until_refused(journal)
        with pytest.raises(JournalFull) as raised:
            journal.append("s1", accepted, step(accepted))
        assert "free some space" in raised.value.hint
        ballast.unlink()
        check_whole(journal, accepted)
        journal.close()


def test_a_new_record_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while ballast.write(bytes(4096)):
                pass
        with pytest.raises(JournalUnwritable):
            open_journal(f"sqlite:///{disk}/podium.sqlite3")


def step(number: int) -> Event:
    return LineChosen("q1", "x" * 500, number)


def append_until_refused(journal: Journal) -> int:
    """Fill the place that is left; returns the number that was refused."""
    for number in range(1, 10_000):
        try:
            journal.append("s1", number, step(number))
        except JournalUnwritable:
            return number
    raise AssertionError("nothing was refused")


def check_whole(journal: Journal, refused: int) -> None:
    """Nothing accepted is lost, nothing refused is kept, and the refused step can be taken now."""
    assert [entry.event for entry in journal.entries("s1")[1:]] == [step(number) for number in range(1, refused)]
    journal.append("s1", refused, step(refused))
    assert len(journal.entries("s1")) == refused + 1


def as_an_ordinary_user(action: Callable[[], object]) -> tuple[str, str]:
    """The kind and hint of the error that the action ends in, where permissions count: root is let do anything."""
    ours, theirs = get_context("fork").Pipe()

    def act() -> None:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            action()
        except PodiumError as error:
            theirs.send((type(error).__name__, error.hint))
        except BaseException as error:
            theirs.send((repr(error), ""))
        else:
            theirs.send(("no error", ""))
        os._exit(0)

    child = get_context("fork").Process(target=act)
    child.start()
    told: tuple[str, str] = ours.recv() if ours.poll(30) else ("no answer", "")
    child.join()
    return told


@contextmanager
def files_limited_to(size: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes: writing fails, as it does on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; skips the test where we may not mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "podium-test", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk takes root, and a system that lets it")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)
