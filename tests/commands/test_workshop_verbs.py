"""`podium host`, `podium join`, `podium room`: what is refused, what is told, and that a room can be deleted whole."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.errors import ExitCode
from simulator.journal.connect import open_workshop
from simulator.session.events import Started
from simulator.workshop.room import events as e
from simulator.workshop.room.codec import encode
from tests.commands.practised import Typed
from tests.workshop.nodes import HEADER, node, open_room

ROOT = Path(__file__).parents[2]


@pytest.fixture
def podium(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(monkeypatch, capsys)


@contextmanager
def hosted(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real program without a console, once it tells how to join; what it told so far."""
    processes = () if "--processes" in words else ("--processes", "1")
    arguments = [sys.executable, "-m", "simulator", "host", *words, *processes, "--no-console", "--port", "0"]
    host = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert host.stdout is not None
    told = ""
    try:
        while "Observers" not in told:
            line = host.stdout.readline()
            assert line, told
            told += line
        yield host, told
    finally:
        host.kill()
        host.wait(20)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["host"], "name the scenario or the course"),
        (["host", "no-such-scenario"], "no scenario is called"),
        (["host", "lu-quet-na-lai", "--tables", "--mode", "hot-seat"], "there are no tables"),
        (["host", "lu-quet-na-lai", "--certificate", "none.pem"], "the certificate cannot be used"),
        (["host", "--room", "ZZZZZZ", "--no-console", "--port", "0"], "there is no room ZZZZZZ"),
        (["host", "lu-quet-na-lai", "--dry-run", "--room", "ABC234"], "leave out --room"),
        (["room", "show", "ZZZZZZ"], "there is no room ZZZZZZ"),
        (["room", "delete", "ZZZZZZ", "--yes"], "there is no room ZZZZZZ"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(podium: Typed, words: list[str], told: str) -> None:
    code, _, err = podium(words)
    assert code == ExitCode.USAGE
    assert told in err
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["host", "lu-quet-na-lai"], ["join", "http://127.0.0.1:1/r/ABC234"]])
def test_screens_need_a_terminal(podium: Typed, words: list[str]) -> None:
    code, _, err = podium(words)
    assert code == ExitCode.ENVIRONMENT
    assert "terminal" in err


def test_rooms_are_listed_and_one_is_told_for_programs(podium: Typed) -> None:
    assert "no room is on record" in podium(["room"])[1]
    opened = open_workshop()
    open_room(opened, seats=2)
    one = node(opened)
    session = one.desk("s1").exercise().session_id
    one.live.say(e.HotWashAsked(questions=("Điều gì khó nhất?",)))
    one.live.say(e.HotWashAnswered(seat="s1", answers=("Nói lời xin lỗi.",)))
    opened.close()
    assert re.search(r"ABC234  Lũ quét  \(.*; seats 2, sessions 1\)", podium(["room"])[1])
    (room,) = json.loads(podium(["room", "show", "abc234", "--format", "json"])[1])
    assert room["sessions"] == [{"owner": "s1", "run": 1, "session": session}]
    assert [seat["name"] for seat in room["seats"]] == ["Người 1", "Người 2"]
    assert room["hot_wash"] == [{"question": "Điều gì khó nhất?", "answers": {"s1": "Nói lời xin lỗi."}}]
    assert HEADER.secret not in json.dumps(room)
    assert "1234" not in json.dumps(room["seats"])


def test_a_deleted_room_leaves_nothing_of_its_seats(podium: Typed) -> None:
    opened = open_workshop()
    open_room(opened, seats=1)
    desk = node(opened).desk("s1")
    exercise = desk.exercise()
    desk.suggest(exercise.state.scene, "Một bản nháp")
    opened.journal.remark(exercise.session_id, "rating", "Quan sát viên", "{}")
    opened.close()
    code, _, err = podium(["room", "delete", "ABC234"])
    assert code == ExitCode.USAGE
    assert "--yes" in err
    assert podium(["room", "delete", "ABC234", "--yes"])[0] == ExitCode.OK
    opened = open_workshop()
    try:
        assert opened.rooms.rooms() == ()
        assert opened.journal.session_ids() == ()
        assert opened.journal.remarks_of("rating") == ()
    finally:
        opened.close()


def test_reports_take_the_sessions_of_a_room(podium: Typed, tmp_path: Path) -> None:
    opened = open_workshop()
    open_room(opened, seats=2)
    one = node(opened)
    for seat in ("s1", "s2"):
        exercise = one.desk(seat).exercise()
        exercise.go_on()
        exercise.choose_line(exercise.question.lines[0].id)
    played = set(one.live.state.sessions.values())
    opened.close()
    book = tmp_path / "book.csv"
    assert podium(["gradebook", "--room", "abc234", "--out", str(book)])[0] == ExitCode.OK
    assert {line.split(",")[0] for line in book.read_text("utf-8").splitlines()[1:]} == played
    code, report, _ = podium(["after-action", "--room", "ABC234", "--run", "1", "--format", "markdown"])
    assert code == ExitCode.OK
    assert report.startswith("# ")
    code, _, err = podium(["xapi", "--room", "ABC234", "--out", str(tmp_path / "x.jsonl")])
    assert all(session in err for session in played), err  # Neither has ended, which is told of each.


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["after-action", "--room", "ZZZZZZ"], "there is no room ZZZZZZ"),
        (["after-action", "--room", "ABC234", "--run", "2"], "nothing was played in room ABC234"),
        (["gradebook", "--run", "1", "--out", "-"], "--run goes with --room"),
    ],
)
def test_a_room_without_sessions_is_told(podium: Typed, words: list[str], told: str) -> None:
    opened = open_workshop()
    open_room(opened, seats=1)
    opened.close()
    code, _, err = podium(words)
    assert code == ExitCode.USAGE
    assert told in err


def test_a_port_that_is_taken_leaves_no_room_on_record(podium: Typed) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, _, err = podium(["host", "lu-quet-na-lai", "--no-console", "--port", port])
    assert code == ExitCode.ENVIRONMENT
    assert "another program is using it" in err
    assert "no room is on record" in podium(["room"])[1]


def test_what_continues_a_room_s_session_goes_with_it(podium: Typed) -> None:
    opened = open_workshop()
    open_room(opened, seats=1)
    header = node(opened).desk("s1").exercise().header
    for id_, before in (("b-1", header.id), ("b-2", "b-1"), ("another", "")):
        branch = replace(header, id=id_, branch_of=before, begun_at=opened.journal.now())
        opened.journal.begin(branch, (Started(0),))
    opened.close()
    assert podium(["room", "delete", "ABC234", "--yes"])[0] == ExitCode.OK
    opened = open_workshop()
    try:
        assert opened.journal.session_ids() == ("another",)
    finally:
        opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a program there without a word")
def test_a_hosted_room_can_be_joined_and_served_again(podium: Typed) -> None:
    with hosted("lu-quet-na-lai") as (host, told):
        found = re.search(r"(http://127\.0\.0\.1:\d+)/r/([A-Z2-9]{6})", told)
        assert found is not None
        base, code = found.groups()
        asked = json.dumps({"code": code, "name": "Lò Thị Hoa", "pin": ""}).encode()
        request = urllib.request.Request(f"{base}/join", asked, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert json.loads(answer.read())["path"].startswith("/seat/")
        host.send_signal(signal.SIGTERM)
        assert host.wait(20) == 0
        assert host.stdout is not None
        assert f"podium host --room {code}" in host.stdout.read()
    (room,) = json.loads(podium(["room", "show", code, "--format", "json"])[1])
    assert [seat["name"] for seat in room["seats"]] == ["Lò Thị Hoa"]
    with hosted("--room", code) as (_, again):
        assert code in again


def test_a_course_is_hosted_as_the_scenarios_of_its_steps() -> None:
    with hosted("hai-ngay") as (_, told):
        code = re.search(r"/r/([A-Z2-9]{6})", told)
        assert code is not None
        opened = open_workshop()
        try:
            header = opened.rooms.by_code(code[1])
            assert header is not None
            first = e.Opened.model_validate_json(opened.rooms.since(header.id, 0)[0].event)
        finally:
            opened.close()
    assert len(first.programme) == len(first.modes) > 5
    assert first.modes.count("exam") == 1
    assert encode(first)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_further_processes_serve_their_share_and_go_with_the_first() -> None:
    with hosted("lu-quet-na-lai", "--processes", "2") as (host, told):
        found = re.search(r"(http://127\.0\.0\.1:\d+)/r/([A-Z2-9]{6})", told)
        assert found is not None
        base, code = found.groups()
        elsewhere = [joined(base, code, f"Người {number}")["at"] for number in (1, 2, 3, 4)]
        (other,) = set(elsewhere) - {""}
        assert sorted(elsewhere) == ["", "", other, other]
        assert answers(other)
        host.kill()
        assert gone(other)


def joined(base: str, code: str, name: str) -> dict[str, str]:
    asked = json.dumps({"code": code, "name": name, "pin": ""}).encode()
    request = urllib.request.Request(f"{base}/join", asked, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return dict(json.loads(answer.read()))


def answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(f"{base}/health", timeout=2) as answer:
            return bool(json.loads(answer.read())["ok"])
    except OSError:
        return False


def gone(base: str) -> bool:
    """Whether a node stops to answer, in a time that a slow machine needs."""
    for _ in range(150):
        if not answers(base):
            return True
        time.sleep(0.1)
    return False
