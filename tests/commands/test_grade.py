"""`podium grade`: files of answers and single ones; the same bytes whatever the number of processes; bad lines told."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import main
from simulator.commands import grade
from simulator.commands.answers import LINE_MAX, Answer, BadLine, read_answers
from simulator.commands.grading_jobs import ANSWERS_A_JOB, pieces_of, usual_jobs
from simulator.errors import ExitCode
from simulator.scoring.grade import lexical_grader
from simulator.scoring.text import LENGTH_MAX
from tests.scoring.judge.server import judging, says, verdict

ROOT = Path(__file__).parents[2]
DEV = ROOT / "tests" / "grading" / "dev"
SITUATIONS = str(DEV / "situations.yaml")
FLOOD, SPILL = "lu-quet-na-lai", "chemical-spill-nam-ta"
Captured = pytest.CaptureFixture[str]

GIBBERISH = "sdfj kwe rtpo zmxn qqw lkjf vbnm asdw poiu"
"""What is flagged by a rule, whatever the grader was calibrated with."""


@pytest.fixture(autouse=True)
def own_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command sets these for its own process, which here is not its own."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        monkeypatch.setenv(name, "1")


@pytest.fixture
def by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The grader by words alone: as good for these tests, and faster."""
    monkeypatch.setattr("simulator.commands.grading.grader", lexical_grader)


def line(name: str, text: object = "Tôi xin chia buồn.", situation: object = FLOOD) -> str:
    return json.dumps({"id": name, "situation": situation, "lang": "vi", "text": text}, ensure_ascii=False)


def graded(tmp_path: Path, content: str | bytes, *options: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the grades of a file with this content."""
    answers, out = tmp_path / "answers.jsonl", tmp_path / "grades.jsonl"
    answers.write_bytes(content if isinstance(content, bytes) else content.encode())
    code = main(["grade", "--situations", SITUATIONS, "--answers", str(answers), "--out", str(out), *options])
    return code, [json.loads(one) for one in out.read_text(encoding="utf-8").splitlines()]


def interleaved(count: int) -> str:
    """Answers of the development set, one of each situation in turn."""
    lines = (DEV / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    return "\n".join([one for start in range(22) for one in lines[start::22]][:count]) + "\n"


def test_one_process_and_two_give_the_same_bytes_in_the_files_order(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(interleaved(26), encoding="utf-8")
    files = ["--situations", SITUATIONS, "--answers", str(tmp_path / "a.jsonl")]
    written = []
    for jobs in ("1", "2"):
        # Not in this process, where the encoder may be at work with more threads already.
        out = tmp_path / f"{jobs}.jsonl"
        command = [sys.executable, "-m", "simulator", "grade", *files, "--out", str(out), "--jobs", jobs]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        written.append(out.read_bytes())
    assert written[0] == written[1]
    ids = [json.loads(each)["id"] for each in written[0].splitlines()]
    assert ids == [json.loads(each)["id"] for each in interleaved(26).splitlines()]


def test_a_line_has_levels_expected_levels_flags_overall_findings_and_grader(tmp_path: Path, by_words: None) -> None:
    text = GIBBERISH
    _, (one,) = graded(tmp_path, line("a", text))
    assert set(one) == {"id", "levels", "expected", "flags", "overall", "findings", "grader"}
    assert set(one["levels"]) == set(one["expected"])
    assert "non_answer" in one["flags"]
    assert one["grader"] == "podium-2/lexical"
    for finding in one["findings"]:
        assert set(finding) in ({"skill", "start", "end", "because"}, {"flag", "start", "end", "because"})
        assert 0 <= finding["start"] <= finding["end"] <= len(text)


def test_reasons_are_in_the_language_of_the_interface(tmp_path: Path, by_words: None) -> None:
    _, (english,) = graded(tmp_path, line("a", ""))
    answers, out = tmp_path / "answers.jsonl", tmp_path / "vi.jsonl"
    files = ["--situations", SITUATIONS, "--answers", str(answers), "--out", str(out)]
    assert main(["--language", "vi", "grade", *files]) == ExitCode.OK
    vietnamese = json.loads(out.read_text(encoding="utf-8"))
    assert english["findings"][0]["because"] == "there are no words in it"
    assert vietnamese["findings"][0]["because"] != english["findings"][0]["because"]
    assert vietnamese["levels"] == english["levels"]


BAD_LINES = {
    "not JSON": ("{nonsense", "the line is not JSON"),
    "deep": ("[" * 100_000, "the line is not JSON"),
    "a long number": (f'{{"id": {"9" * 5000}}}', "the line is not JSON"),
    "a list": ('["a"]', "the line is not a JSON object"),
    "no id": ('{"situation": "lu-quet-na-lai", "text": "x"}', "`id` is missing"),
    "an id that is a number": ('{"id": 4, "situation": "lu-quet-na-lai", "text": "x"}', "`id` is not text"),
    "an empty id": (line(" "), "`id` is empty"),
    "a long id": (line("x" * 201), "the id is longer than 200 characters"),
    "an id twice": (line("good"), "the id `good` stands in line 1 already"),
    "no situation": ('{"id": "b", "text": "x"}', "`situation` is missing"),
    "a situation misspelt": (line("b", "x", "lu-quet-na-lay"), "did you mean `lu-quet-na-lai`?"),
    "an unknown situation": (line("b", "x", "zzz"), "there is no situation `zzz`"),
    "a situation that is a list": (line("b", "x", ["x"]), "`situation` is not text"),
    "no text": ('{"id": "b", "situation": "lu-quet-na-lai"}', "`text` is missing"),
    "a text that is null": (line("b", None), "`text` is not text"),
    "a long text": (line("b", "x" * (LENGTH_MAX + 1)), "the text is longer than 20000 characters"),
    "a long line": ("x" * (LINE_MAX + 9), "the line is longer than 1048576 bytes"),
    "a control character": (line("b", "x", "\u001b[2J"), "there is no situation `\\u001b[2J`"),
}


@pytest.mark.parametrize(("bad", "told"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_graded(
    tmp_path: Path, capsys: Captured, by_words: None, bad: str, told: str
) -> None:
    code, grades = graded(tmp_path, f"{line('good')}\n\n{bad}\n{line('last')}\n")
    assert code == ExitCode.AUTHOR
    assert [one["id"] for one in grades] == ["good", "last"]
    error = capsys.readouterr().err
    assert f"answers.jsonl:3: {told}" in error or (":3: " in error and told in error)
    assert "2 answers graded. One line passed over." in error


def test_bytes_that_are_no_text_are_told(tmp_path: Path, capsys: Captured, by_words: None) -> None:
    code, grades = graded(tmp_path, b"\xff\xfe{\x00\n" + line("a").encode())
    assert (code, len(grades)) == (ExitCode.AUTHOR, 1)
    assert ":1: the line is not text in UTF-8" in capsys.readouterr().err


def test_a_byte_order_mark_windows_line_ends_and_no_last_line_end_are_no_faults(tmp_path: Path, by_words: None) -> None:
    content = b"\xef\xbb\xbf" + line("a").encode() + b"\r\n" + line("b").encode()
    assert graded(tmp_path, content)[0] == ExitCode.OK


def test_ids_and_texts_that_utf8_has_not_come_back_as_they_were(tmp_path: Path, by_words: None) -> None:
    _, (one,) = graded(tmp_path, r'{"id": "\ud800\u202e", "situation": "lu-quet-na-lai", "text": "\udfff chia buồn"}')
    assert one["id"] == "\ud800\u202e"


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_file_has_no_grades(tmp_path: Path, capsys: Captured, content: str) -> None:
    assert graded(tmp_path, content) == (ExitCode.OK, [])
    assert "0 answers graded." in capsys.readouterr().err


def test_standard_input_to_standard_output(capsys: Captured, monkeypatch: pytest.MonkeyPatch, by_words: None) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{line('a')}\n{line('b')}\n".encode())))
    assert main(["grade", "--situations", SITUATIONS, "--answers", "-", "--out", "-"]) == ExitCode.OK
    told = capsys.readouterr()
    assert [json.loads(one)["id"] for one in told.out.splitlines()] == ["a", "b"]
    assert "\x1b" not in told.err, "a bar is drawn for people only"


@pytest.mark.parametrize(
    "content",
    ["", "# nothing\n", "a: 1\n", "- id: x\n", "- id: [\n"],
    ids=["empty", "comment", "mapping", "bare", "torn"],
)
def test_situations_that_cannot_be_read_are_their_authors(tmp_path: Path, capsys: Captured, content: str) -> None:
    (tmp_path / "s.yaml").write_text(content, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(line("a"), encoding="utf-8")
    files = ["--situations", str(tmp_path / "s.yaml"), "--answers", str(tmp_path / "a.jsonl"), "--out", "-"]
    assert main(["grade", *files]) in (ExitCode.AUTHOR, ExitCode.USAGE)
    told = capsys.readouterr()
    assert "s.yaml" in told.err
    assert told.out == ""


def test_what_was_there_stays_if_grading_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_words: None) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "grades.jsonl").write_text("", encoding="utf-8")
    monkeypatch.setattr(grade, "grade_all", interrupted)
    assert graded(tmp_path, line("a")) == (ExitCode.INTERRUPTED, [])
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["answers.jsonl", "grades.jsonl"]


def test_a_place_that_cannot_be_written_is_told_before_the_work(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grade, "grade_all", None)
    answers = tmp_path / "a.jsonl"
    answers.write_text(line("a"), encoding="utf-8")
    for out in (tmp_path / "no" / "such" / "folder.jsonl", tmp_path, "x" * 5000, "x\0y", answers / "below"):
        files = ["--situations", SITUATIONS, "--answers", str(answers), "--out", str(out)]
        assert main(["grade", *files]) == ExitCode.ENVIRONMENT
        assert "cannot be written" in capsys.readouterr().err


def test_what_is_read_is_not_written_over(tmp_path: Path, capsys: Captured) -> None:
    answers = tmp_path / "a.jsonl"
    answers.write_text(line("a"), encoding="utf-8")
    files = ["--situations", SITUATIONS, "--answers", str(answers), "--out", str(tmp_path / "." / "a.jsonl")]
    assert main(["grade", *files]) == ExitCode.USAGE
    assert answers.read_text(encoding="utf-8") == line("a")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="a device of POSIX systems")
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path, by_words: None) -> None:
    (tmp_path / "a.jsonl").write_text(line("a"), encoding="utf-8")
    files = ["--situations", SITUATIONS, "--answers", str(tmp_path / "a.jsonl"), "--out", "/dev/null"]
    assert main(["grade", *files]) == ExitCode.OK
    assert Path("/dev/null").is_char_device()


def test_a_link_stays_and_its_file_is_renewed(tmp_path: Path, by_words: None) -> None:
    (tmp_path / "real.jsonl").write_text("old", encoding="utf-8")
    (tmp_path / "grades.jsonl").symlink_to(tmp_path / "real.jsonl")
    graded(tmp_path, line("a"))
    assert (tmp_path / "grades.jsonl").is_symlink()
    assert json.loads((tmp_path / "real.jsonl").read_text(encoding="utf-8"))["id"] == "a"


def test_the_grader_by_words_alone_is_told(tmp_path: Path, capsys: Captured, by_words: None) -> None:
    graded(tmp_path, line("a"))
    assert "Graded by words alone" in capsys.readouterr().err


def test_pieces_hold_one_question_each_and_every_answer_once() -> None:
    answers = [Answer(str(number), f"s{number % 3}", "x" * number) for number in range(50)]
    pieces = pieces_of(answers, 2)
    assert all(len({answer.situation for _, answer in piece}) == 1 for piece in pieces)
    assert sorted(place for piece in pieces for place, _ in piece) == list(range(50))


def test_a_handful_of_answers_needs_no_other_process() -> None:
    assert usual_jobs(0) == usual_jobs(ANSWERS_A_JOB) == 1
    assert usual_jobs(10_000) >= 1


def test_lines_are_read_one_by_one() -> None:
    read = list(read_answers(io.BytesIO(f"{line('a')}\nx\n".encode()), {FLOOD}))
    assert isinstance(read[0], Answer)
    assert isinstance(read[1], BadLine)
    assert read[1].number == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")
def test_ctrl_c_ends_every_process_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(interleaved(264), encoding="utf-8")
    files = ["--situations", SITUATIONS, "--answers", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "g.jsonl")]
    command = [sys.executable, "-m", "simulator", "grade", *files, "--jobs", "2"]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".podium-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(2)  # now its processes are beginning, or at work
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=20)
    assert (running.returncode, told.strip()) == (ExitCode.INTERRUPTED, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]
    deadline = time.monotonic() + 5
    while working_in(running.pid) and time.monotonic() < deadline:
        time.sleep(0.05)  # Python's own tracker of resources ends a moment after what it served
    assert not working_in(running.pid)


def working_in(group: int) -> list[str]:
    """The processes of a group that are more than a name that nobody has cleared away; Linux tells them."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            _, state, _, of_group, *_ = stat.read_text(encoding="utf-8").rpartition(")")[2].split(" ")
            if int(of_group) == group and state != "Z":
                found.append(str(stat))
    return found


ANSWER = "As of 14:00 three people are in hospital. The cause is not known yet, and we will tell you at six."


def test_a_single_answer_is_graded_with_its_reasons_and_words(capsys: Captured, by_words: None) -> None:
    assert main(["grade", SPILL, "opening", "--text", GIBBERISH]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "Accuracy: " in told
    assert "! Non-answer" in told
    assert f"“{GIBBERISH}”" in told
    assert "To go higher:" in told
    assert max(map(len, told.splitlines())) <= 78


def test_a_judge_is_heard_for_a_single_answer(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, by_words: None
) -> None:
    said = verdict({"clarity": 4}, [], [{"flag": "blame", "quote": "three people"}])
    with judging(says(said)) as (settings, told):
        monkeypatch.setenv("PODIUM_JUDGE_URL", settings.url)
        monkeypatch.setenv("PODIUM_JUDGE_MODEL", settings.model)
        assert main(["grade", SPILL, "opening", "--text", ANSWER, "--judge"]) == ExitCode.OK
    assert len(told.asked) == 1
    shown = capsys.readouterr().out
    assert f"+judge:{settings.model}@" in shown
    assert "! Shifting blame (proposed by the judge, not counted)" in shown


def test_a_judge_that_is_down_leaves_the_offline_grades(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, by_words: None
) -> None:
    content = f"{line('a')}\n{line('b', '')}\n"
    _, offline = graded(tmp_path, content)
    monkeypatch.setenv("PODIUM_JUDGE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("PODIUM_JUDGE_MODEL", "m")
    code, grades = graded(tmp_path, content, "--judge")
    assert code == ExitCode.OK
    assert [one | {"judge": None} for one in grades] == [one | {"judge": None} for one in offline]
    assert "could not be reached" in grades[0]["judge"]["note"]
    assert "The judge could not be reached: the offline grade stands. (1)" in capsys.readouterr().err


def test_what_a_judge_did_stands_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_words: None) -> None:
    text = "7 người chết. Vì sao tin nhắn chậm thì chưa rõ."
    _, (offline,) = graded(tmp_path, line("a", text))
    accuracy = offline["levels"]["accuracy"]
    said = verdict(
        {"accuracy": accuracy - 1, "empathy": 4}, ["7 người chết"], [{"flag": "blame", "quote": "tin nhắn chậm"}]
    )
    with judging(says(said)) as (settings, _):
        monkeypatch.setenv("PODIUM_JUDGE_URL", settings.url)
        monkeypatch.setenv("PODIUM_JUDGE_MODEL", settings.model)
        _, (one,) = graded(tmp_path, line("a", text), "--judge", "--jobs", "1")
    assert one["levels"]["accuracy"] == accuracy - 1
    assert one["judge"]["moved"] == {"accuracy": accuracy}
    assert one["judge"]["look"] == {"empathy": 4}
    assert one["judge"]["proposed"][0]["flag"] == "blame"
    assert one["flags"] == offline["flags"]


def test_a_judge_without_an_address_is_told(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PODIUM_JUDGE_URL", "PODIUM_JUDGE_MODEL", "PODIUM_JUDGE_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["grade", SPILL, "opening", "--text", "x", "--judge"]) == ExitCode.USAGE
    assert "PODIUM_JUDGE_URL" in capsys.readouterr().err


def test_a_single_answer_as_json_and_from_standard_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, by_words: None
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"\ufeff{ANSWER}\r\n".encode())))
    assert main(["grade", SPILL, "opening", "--format", "json"]) == ExitCode.OK
    from_input = json.loads(capsys.readouterr().out)
    assert main(["grade", SPILL, "opening", "--format", "json", "--text", ANSWER]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == from_input
    assert from_input["id"] == "opening"


def test_text_for_people_is_in_their_language(capsys: Captured, by_words: None) -> None:
    assert main(["--language", "vi", "grade", SPILL, "opening", "--text", ANSWER]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "Muốn" in told or "Để" in told
    assert "To go higher" not in told


@pytest.mark.parametrize("text", ["", " ", "\x1b[2J\x07 hello", "\ud800\u202e abc", "x" * LENGTH_MAX, "{braces} {0}"])
def test_any_text_is_printed_without_what_a_terminal_obeys(capsys: Captured, by_words: None, text: str) -> None:
    for format_ in ("text", "json"):
        assert main(["grade", SPILL, "opening", "--text", text, "--format", format_]) == ExitCode.OK
        told = capsys.readouterr().out
        assert not set("\x1b\x07\u202e\ud800") & set(told)


def test_an_unknown_question_names_the_nearest(capsys: Captured) -> None:
    assert main(["grade", SPILL, "openning", "--text", "x"]) == ExitCode.USAGE
    assert "did you mean `opening`?" in capsys.readouterr().err
    assert main(["grade", SPILL, "zzz", "--text", "x"]) == ExitCode.USAGE
    assert "its questions are: opening," in capsys.readouterr().err
    assert main(["grade", "chemical-spill-nam-t", "opening", "--text", "x"]) == ExitCode.USAGE
    assert "did you mean `chemical-spill-nam-ta`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        [],
        [SPILL],
        [SPILL, "opening", "--out", "-"],
        ["--situations", SITUATIONS],
        [SPILL, "opening", "--text", "x" * (LENGTH_MAX + 1)],
        ["--situations", "/no/such/file", "--answers", "-", "--out", "-"],
        ["--situations", SITUATIONS, "--answers", str(ROOT), "--out", "-"],
        ["--situations", SITUATIONS, "--answers", "-", "--out", "-", "--jobs", "0"],
        ["--situations", SITUATIONS, "--answers", "-", "--out", "-", "--text", "x"],
    ],
)
def test_a_wrong_command_line_is_told(capsys: Captured, options: list[str]) -> None:
    assert main(["grade", *options]) == ExitCode.USAGE
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "input_", [None, io.TextIOWrapper(io.BytesIO(b"\xf0\x9f\x91\x8d" * 30_000))], ids=["closed", "endless"]
)
def test_standard_input_that_will_not_do_is_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, input_: io.TextIOWrapper | None
) -> None:
    monkeypatch.setattr("sys.stdin", input_)
    assert main(["grade", SPILL, "opening"]) == ExitCode.USAGE
    assert "podium: " in capsys.readouterr().err


def test_standard_input_that_is_no_text_is_told(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00")))
    assert main(["grade", SPILL, "opening"]) == ExitCode.USAGE
    assert "not text in UTF-8" in capsys.readouterr().err
