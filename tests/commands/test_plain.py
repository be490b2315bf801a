"""The plain line mode: shipped scenarios to their endings by pipe, whatever else may be typed, and a real terminal."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partialmethod
from pathlib import Path

import pexpect
import pytest

from simulator.cli import main
from simulator.commands.drafts import read_draft
from simulator.commands.house import LocalHouse
from simulator.commands.plain.lines import LINE_MAX, Ended, Lines
from simulator.commands.plain.talk import Talk
from simulator.errors import ExitCode
from simulator.journal.port import SessionSummary
from simulator.language.catalogue import Catalogue
from simulator.loading.playthrough import examine_playthrough
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import OWN_WORDS, SILENCE, Option
from simulator.session.compiled import compiled
from simulator.session.events import AnswerGiven, DeadlinePassed, Event, LineChosen, OptionTaken
from simulator.session.rehearsal import rehearse
from simulator.session.view import view
from tests.test_architecture import modules_after

ROOT = Path(__file__).parents[2]
SPILL, FLOOD = "chemical-spill-nam-ta", "lu-quet-na-lai"
ENTER = ""
DRAWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f]")
"""What a terminal obeys, and signs that draw boxes and bars."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX systems")


class Played:
    """What came of a game by pipe."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        self.house = LocalHouse()

    @property
    def session(self) -> SessionSummary:
        """The session recorded in last."""
        return self.house.journal.sessions()[0]

    @property
    def events(self) -> Sequence[Event]:
        """What is recorded of it after its start."""
        return [entry.event for entry in self.house.journal.entries(self.session.header.id)][1:]


class Pipe:
    """Runs `podium` with lines on standard input, within this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, command: Sequence[str], typed: Sequence[str]) -> Played:
        lines = "".join(f"{line}\n" for line in typed)
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8"))
        code = main([*command, "--plain"])
        told = self._capsys.readouterr()
        assert not DRAWN.search(told.out)
        return Played(code, told.out, told.err)

    def play(self, *typed: str, scenario: str = SPILL) -> Played:
        """Past the briefing, with the same chances every time."""
        return self(["play", scenario, "--seed", "1"], [ENTER, *typed])


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Pipe:
    """Where no journalist presses, so that a play-through is what is typed and nothing else."""
    monkeypatch.setattr(LocalHouse, "__init__", partialmethod(LocalHouse.__init__, presses=False))
    return Pipe(monkeypatch, capsys)


def lines_of(scenario: Scenario, playthrough: Path) -> Iterator[str]:
    """What is to be typed to play a play-through, aftermaths read."""
    played = examine_playthrough(playthrough, scenario).playthrough
    assert played is not None
    rehearsed = rehearse(scenario, played)
    for step, before in zip(played.steps, rehearsed.states, strict=False):
        if step.choose is None:
            yield ENTER
            continue
        numbers = [offer.id for offer in view(scenario, before).offers]
        yield str(numbers.index(step.choose) + 1)
        source = compiled(scenario).scene(step.at).choices[step.choose].source
        if not isinstance(source, Option) or source.reaction or source.headline or source.note:
            yield ENTER


@pytest.mark.parametrize(
    ("scenario_id", "language", "words"),
    [
        (
            SPILL,
            "en",
            ["Trust held: At six o'clock", "What to take away", "Debrief", "Skills over the session", "Path"],
        ),
        (
            FLOOD,
            "vi",
            ["Giữ được niềm tin: ", "Bài học rút ra", "Rút kinh nghiệm", "Các kỹ năng trong phiên", "Diễn biến"],
        ),
    ],
)
def test_a_shipped_scenario_is_played_to_its_ending(
    pipe: Pipe, monkeypatch: pytest.MonkeyPatch, scenario_id: str, language: str, words: list[str]
) -> None:
    monkeypatch.setenv("PODIUM_LANGUAGE", language)
    scenario = LocalHouse().scenario(scenario_id)
    typed = lines_of(scenario, ROOT / "scenarios" / scenario_id / "playthroughs" / "all-best.yaml")
    played = pipe.play(*typed, scenario=scenario_id)
    assert played.code == ExitCode.OK, played.err
    assert played.session.ending in {"end_they_ring", "end_trusted"}
    places = [played.out.index(f"\n{word}") for word in words]
    assert places == sorted(places)
    assert words[0] in pipe(["resume", played.session.header.id], []).out, "what has ended can be read again"
    asked = scenario.cast.journalists[0]
    assert f"{asked.name}, {asked.outlet} (" in played.out


def test_an_answer_is_told_with_levels_reasons_words_and_what_it_changed(pipe: Pipe) -> None:
    played = pipe.play("1", "m", ENTER)
    told = played.out.partition("Your answer, ")[2]
    assert "Accuracy: 2, partial." in told
    assert "“By tonight it will be back to normal”: Two correct readings" in told
    assert "To go higher: Give the readings with their source and stop there." in told
    assert "Red flag: False reassurance, which gives an absolute guarantee" in told
    assert "Mentor: Two points on a curve are not a promise." in told
    assert re.search(r"Public trust: \d+ of 100, down \d+\.\nMedia heat: \d+ of 100, up \d+\.", told)
    assert "normal by tonight" in told.partition("Media heat")[2]
    assert "Headline: River" in told
    assert "A model answer, 100 of 100: It's hydrochloric acid" in told


def test_reading_changes_nothing(pipe: Pipe) -> None:
    played = pipe.play("d", "k", "n", "s", "r", "h", "?", "D")
    assert played.events == []
    for words in ("Known when:", "Key messages", "Nothing here.", "Public trust: 50 of 100, middling.", "Questions"):
        assert words in played.out
    assert played.out.count("What went into that river") == 2
    assert "How answers are graded" in played.out
    assert "1-5: say that line" in played.out


@pytest.mark.parametrize("typed", ["99", "6", "-1", "1.", "x" * 300, "²", "9" * 5000, ENTER, "u", "m", "\x1b[31m"])
def test_wrong_input_is_one_line_and_changes_nothing(pipe: Pipe, typed: str) -> None:
    played = pipe.play(typed)
    after = played.out.rpartition("0. In your own words…\n")[2].splitlines()
    assert len(after) == 4, "the prompt, what is wrong with it, the prompt again, and that all is kept"
    assert after[0].startswith("A number from 1 to 5 says that line, 0 answers in your own words, ? helps: ")
    wrong = ("There is no line", "means nothing here") if typed else ("Nothing was typed",)
    assert any(words in after[1] for words in wrong)
    assert "“”" not in after[1]
    assert played.events == []
    assert played.code == ExitCode.OK


def test_a_closed_line_says_why_and_cannot_be_said(pipe: Pipe) -> None:
    scenario = LocalHouse().scenario(SPILL)
    closed = next(
        (scene.id, number, line)
        for scene in scenario.scenes
        if scene.kind == "question"
        for number, line in enumerate(scene.lines, 1)
        if line.closed and scene.id == "nine_hours"
    )
    played = pipe.play("3", ENTER, "3", ENTER, str(closed[1]))
    assert f"{closed[1]}. Closed: {closed[2].text}\n   {closed[2].closed}\n" in played.out
    assert f"Line {closed[1]} is closed: {closed[2].closed}" in played.out
    assert [type(event) for event in played.events] == [LineChosen, OptionTaken]


def test_own_words_over_several_lines_are_graded_and_recorded_in_nfc(pipe: Pipe) -> None:
    typed = unicodedata.normalize("NFD", "Tôi xin lỗi các gia đình.")
    played = pipe.play(ENTER, "W", typed, "", "h", "\x1b]0;x\x07 17 giờ trả lời.", ".", scenario=FLOOD)
    answer = next(event for event in played.events if isinstance(event, AnswerGiven))
    assert answer.text == "Tôi xin lỗi các gia đình.\n\nh\n ]0;x  17 giờ trả lời."
    assert "syllables" in played.out
    assert "Empathy: " in played.out
    assert read_draft(played.session.header.id).text == ""


@pytest.mark.parametrize("nothing", [["."], ["", " ", "."], [".."], ["half a thought", ".."]])
def test_own_words_may_be_left_unsaid(pipe: Pipe, nothing: list[str]) -> None:
    played = pipe.play("0", *nothing, "3", ENTER)
    assert [type(event) for event in played.events] == [LineChosen]


def test_an_answer_that_is_too_long_is_refused_and_kept_as_a_draft(pipe: Pipe) -> None:
    played = pipe.play("w", "word " * 5000, ".")
    assert played.events == []
    assert "An answer has one to 20000 characters" in played.out
    assert read_draft(played.session.header.id).scene == "opening"


@pytest.mark.parametrize(("yes", "kept"), [("co", True), ("có", True), ("Y", True), (ENTER, True), ("khong", False)])
def test_a_draft_outlives_the_end_of_input(pipe: Pipe, yes: str, kept: bool) -> None:
    first = pipe.play("w", "It is acid.")
    assert first.code == ExitCode.OK
    assert first.out.count("What you were writing is kept as a draft") == 1
    assert "Every answer is kept." in first.out
    assert first.events == []
    second = pipe(["resume"], ["w", "what?", unicodedata.normalize("NFD", yes), "Not cyanide.", "."])
    assert "Your draft: It is acid." in second.out
    assert "Please answer y or n." in second.out
    (answer,) = second.events
    assert isinstance(answer, AnswerGiven)
    assert answer.text == ("It is acid.\nNot cyanide." if kept else "Not cyanide.")


def test_an_answer_is_taken_back_and_the_words_are_still_at_hand(pipe: Pipe) -> None:
    played = pipe.play("w", "It is acid.", ".", "u", "w", "y", ".", ENTER)
    exercise = played.house.resume()
    assert [answer.choice for answer in exercise.state.answers] == [OWN_WORDS]
    assert len(exercise.events) == 4, "begun, answered, taken back, answered"
    assert "Your draft: It is acid." in played.out


@pytest.mark.parametrize("typed", [["q"], ["Q"], []])
def test_leaving_is_no_error_and_the_session_is_resumed_where_it_was_left(pipe: Pipe, typed: list[str]) -> None:
    played = pipe.play("3", ENTER, "4", *typed)
    assert played.code == ExitCode.OK
    assert f"podium resume --plain {played.session.header.id}" in played.out
    again = pipe(["resume", played.session.header.id], ["n"])
    assert "Claire Donovan" in again.out
    assert "Don't use the river tonight" in again.out.partition("Headlines")[2]


@pytest.mark.parametrize(("answer", "sessions"), [("y", 1), ("n", 2), ("KHÔNG", 2)])
def test_a_session_that_is_open_may_be_gone_on_with(pipe: Pipe, answer: str, sessions: int) -> None:
    pipe.play("3")
    played = pipe(["play", SPILL], [answer, ENTER])
    asked = re.search(
        r"A session of this scenario, begun (.*) in (.*), is open. Go on with it\? Enter: yes. \(y/n\)", played.out
    )
    assert asked is not None
    assert re.fullmatch(r"\d\d:\d\d \d{4}-\d\d-\d\d", asked[1])
    assert asked[2] in ("English", "Tiếng Việt")
    assert len(played.house.journal.sessions()) == sessions


@pytest.mark.parametrize("typed", [[], ["q"], ["d", "k", "nonsense", "q"]])
def test_whoever_leaves_at_the_briefing_has_begun_nothing(pipe: Pipe, typed: list[str]) -> None:
    played = pipe(["play", SPILL], typed)
    assert played.code == ExitCode.OK
    assert not played.house.journal.sessions()
    assert "Press Law 2025" in played.out
    assert "Nothing has begun" in played.out


def test_what_is_not_confirmed_is_told_once(pipe: Pipe) -> None:
    told = [line for line in pipe(["play", SPILL], []).out.splitlines() if "Press Law 2025" in line]
    assert [line.lower().count("to be confirmed by a lawyer") for line in told] == [1]


@pytest.mark.parametrize(("scenario", "language"), [(SPILL, "en"), (FLOOD, "vi")])
def test_no_prompt_is_blank_and_nothing_drawn_in_own_words(
    pipe: Pipe, monkeypatch: pytest.MonkeyPatch, scenario: str, language: str
) -> None:
    monkeypatch.setenv("PODIUM_LANGUAGE", language)
    first = ENTER if scenario == FLOOD else "?"
    told = pipe.play(first, "w", "one", "two", ".", scenario=scenario).out.splitlines()
    assert [line for line in told if line.endswith(("1: one", "2: two", "3: ."))] == (
        ["Line 1: one", "Line 2: two", "Line 3: ."] if language == "en" else ["Dòng 1: one", "Dòng 2: two", "Dòng 3: ."]
    )


def test_no_time_limit_is_counted_in_a_pipe(pipe: Pipe) -> None:
    scenario = LocalHouse().scenario(SPILL)
    typed = lines_of(scenario, ROOT / "scenarios" / SPILL / "playthroughs" / "all-best.yaml")
    played = pipe(["play", SPILL, "--seed", "1", "--time-scale", "1"], [ENTER, *typed])
    assert "is not counted here" in played.out
    assert not [event for event in played.events if isinstance(event, DeadlinePassed)]
    assert len({event.at for event in played.events}) == 1, "the clock stands"


def test_a_real_pipe_without_end_of_line_and_without_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "simulator", "play", SPILL, "--plain", "--seed", "1"]
    done = subprocess.run(command, input="\ufeff\r\n3\r\nq".encode(), capture_output=True, cwd=ROOT, check=True)
    assert b"Your answer, 100 of 100" in done.stdout
    assert done.stderr == b""
    assert not DRAWN.search(done.stdout.decode())
    closed = subprocess.run(f"{sys.executable} -m simulator resume --plain <&-", shell=True, cwd=ROOT, check=False)
    assert closed.returncode == ExitCode.OK


def test_lines_are_bounded_and_end_once_and_for_all() -> None:
    lines = Lines(io.BytesIO(b"a" * (LINE_MAX + 5000) + b"\nb\xff"))
    read = [lines.next() for _ in range(3)]
    assert [len(line or "") > LINE_MAX for line in read] == [True, False, False]
    assert read[2] == "b\N{REPLACEMENT CHARACTER}"
    for _ in range(2):
        with pytest.raises(Ended):
            lines.next()


def test_what_authors_write_is_never_obeyed() -> None:
    output = io.StringIO()
    Talk(Catalogue("en"), Lines(io.BytesIO()), output).tell("  red \x1b[31m\x9b2J \u202e text\r\x07\nnext")
    assert not DRAWN.search(output.getvalue())
    assert output.getvalue().splitlines()[1] == "  next"


def test_plain_lines_need_no_screens() -> None:
    assert "textual" not in modules_after("import simulator.commands.plain.run")


TIMED = """\
format: 1
id: timed
language: en
title: Timed
module: press
level: basic
minutes: 5
role: Spokesperson
objectives: [Answer in time.]
skills: [accuracy]
author: Podium
licence: CC0
dossier:
  context: There was a long and winding fire in the old storehouse behind the market square of the town.
  facts:
    - {id: f1, text: It is out., source: The brigade, as_of: now}
cast:
  journalists:
    - {id: hang, name: Hang, outlet: The Ledger, manner: patient}
clock: {start: 08:00}
start: first
scenes:
  - id: first
    kind: question
    journalist: hang
    text: Was it big?
    skills: [accuracy]
    then: q
    lines:
      - id: a
        text: It was.
        levels: {accuracy: 3}
        findings: [{skill: accuracy, because: It was so.}]
      - id: b
        text: Not very.
        levels: {accuracy: 1}
        findings: [{skill: accuracy, because: It was.}]
  - id: q
    kind: question
    journalist: hang
    text: Is it out?
    skills: [accuracy]
    time_limit: 5
    silence:
      text: Nobody says a word.
      levels: {accuracy: 0}
      findings: [{skill: accuracy, because: There is nothing to go by.}]
      reaction: Pens drop.
    then: end
    lines:
      - id: a
        text: It is.
        levels: {accuracy: 3}
        findings: [{skill: accuracy, because: It is so.}]
      - id: b
        text: It may be.
        levels: {accuracy: 1}
        findings: [{skill: accuracy, because: It is vague.}]
  - {id: end, kind: ending, outcome: mixed, headline: Night, text: It is over., lesson: Sleep.}
"""


def terminal(tmp_path: Path, *options: str) -> pexpect.spawn[str]:
    """The timed scenario in a terminal of 40 columns, at its briefing."""
    place = tmp_path / "timed"
    place.mkdir()
    (place / "scenario.yaml").write_text(TIMED, encoding="utf-8")
    arguments = ["-m", "simulator", "play", str(place), "--plain", *options]
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 40), cwd=ROOT, encoding="utf-8", timeout=60)
    child.logfile_read = io.StringIO()
    child.expect("q\\s+leaves:")
    return child


def shown(child: pexpect.spawn[str]) -> str:
    """All that the program has written to its terminal."""
    assert isinstance(child.logfile_read, io.StringIO)
    text = child.logfile_read.getvalue().replace("\r\n", "\n")
    assert not DRAWN.search(text)
    assert max(map(len, text.replace("^C", "").splitlines())) <= 40
    return text


def closed(child: pexpect.spawn[str]) -> int | None:
    """The exit code, once the program has ended of its own accord."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


@posix
def test_in_a_terminal_time_runs_and_silence_is_the_answer(tmp_path: Path) -> None:
    child = terminal(tmp_path, "--time-scale", "40")
    for typed, told in (("", "helps:"), ("1", "what else:"), ("", "You have 2 seconds")):
        child.sendline(typed)
        child.expect(told)
    child.sendline("w")
    child.expect("Write your answer")
    child.sendline("We are")
    child.send("not ready")
    child.expect("Time left: one second")
    child.expect("You kept silent, 0 of 100: Nobody")
    child.expect("not said: the\\s+time had run out\\s+We are")
    child.expect("Pens drop")
    child.expect("what else:")
    child.sendline("")
    child.expect("A mixed outcome: Night")
    child.expect("Enter\\s+leaves:")
    child.sendline("")
    assert closed(child) == ExitCode.OK
    assert "accuracy" not in shown(child)
    _, answer = LocalHouse().resume(LocalHouse().newest_session()).state.answers
    assert answer.choice == SILENCE


@posix
def test_in_a_terminal_an_answer_in_time_counts_and_ctrl_c_leaves(tmp_path: Path) -> None:
    child = terminal(tmp_path)
    child.sendline("d")
    child.expect("It is out")
    child.expect("leaves:")
    child.sendline("")
    child.expect("helps:")
    child.sendline("1")
    child.expect("Your answer, 75 of 100: It was")
    child.expect("what else:")
    child.sendintr()
    child.expect("Every answer is kept")
    assert closed(child) == ExitCode.INTERRUPTED
    assert "Traceback" not in shown(child)
    assert LocalHouse().newest_session()


@posix
@pytest.mark.parametrize("way", ["end of input", "hang-up"])
def test_a_terminal_that_ends_or_goes_leaves_the_session_recorded(tmp_path: Path, way: str) -> None:
    child = terminal(tmp_path, "--time-scale", "0")
    child.sendline("")
    child.expect("helps:")
    if way == "end of input":
        child.sendeof()
        assert closed(child) == ExitCode.OK
    else:
        child.kill(signal.SIGHUP)
        child.expect(pexpect.EOF)
    assert LocalHouse().journal.latest_open("timed") is not None
