"""What is taken away of records, by command line: verdicts, regrading, checks, log, gradebook and statements."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.commands.regrading import regraded
from simulator.errors import ExitCode
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.revisions import REGRADE, revisions
from simulator.reports.lrs import Store
from simulator.scenario.assessment import Assessment
from simulator.scenario.scenes import Decision, Inject
from simulator.scoring.grade import Grader, lexical_grader
from simulator.session.asked import present
from simulator.session.modes import Mode
from simulator.session.view import view
from tests.reports.record_store import KEY, SECRET, keeping, status
from tests.reports.statement_rules import faults

Captured = pytest.CaptureFixture[str]

SCENARIO = "chemical-spill-nam-ta"
SAID = "Five tonnes of acid went into the river. We were nine hours late, and I am sorry. More at six this evening."
WRONG = Assessment({"accuracy": 0, "timeliness": 0, "transparency": 0, "clarity": 0}, ("stigma",), (), 0, "podium-0")


@pytest.fixture
def by_words(monkeypatch: pytest.MonkeyPatch) -> Grader:
    """The grader by words alone: as good for these tests, and faster."""
    for room in ("regrade", "regrading", "grading"):
        monkeypatch.setattr(f"simulator.commands.{room}.grader", lexical_grader)
    return lexical_grader()


def played(
    *, to_the_end: bool = True, mode: Mode = "practice", learner: str = "Hạnh", graded: Assessment = WRONG
) -> Exercise:
    """A session whose first question is answered in own words, and the rest by the first line that is open."""
    house = LocalHouse(seed=1)
    loaded = house.loaded(SCENARIO)
    clock = ManualClock()
    exercise = Exercise.begin(
        loaded.scenario, loaded.source_hash, house.journal, clock, seed=1, learner=learner, mode=mode
    )
    clock.pass_time(41_500)
    exercise.answer(SAID, graded)
    while to_the_end and not exercise.ended:
        clock.pass_time(10_000)
        scene, offers = present(exercise.scenario, exercise.state), view(exercise.scenario, exercise.state).offers
        first = next((offer.id for offer in offers if offer.open), "")
        if isinstance(scene, Inject):
            exercise.go_on()
        elif isinstance(scene, Decision):
            exercise.take_option(first)
        else:
            exercise.choose_line(first)
    return exercise


def run(*words: str) -> int:
    return main(["--language", "en", *words])


def database(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "data").glob("*.sqlite3")
    return file


def changed(tmp_path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(database(tmp_path))) as connection, connection:
        assert connection.execute(statement, values).rowcount > 0


class TestVerdict:
    def test_a_verdict_is_kept_listed_and_counts_in_the_debrief(self, capsys: Captured) -> None:
        session = played().session_id
        words = ("--level", "clarity=3", "--level", "accuracy=2", "--flag", "-stigma", "--flag", "+blame")
        assert run("verdict", session, "1", *words, "--reason", "It is plain.", "--by", "Mai") == ExitCode.OK
        assert "Clarity: 0 → 3" in capsys.readouterr().err
        assert run("verdict", session) == ExitCode.OK
        told = capsys.readouterr().out
        for part in (
            "1. What is in the river?",
            "Accuracy: 0 → 2",
            "− Stigma, + Shifting blame",
            "Mai",
            "It is plain.",
        ):
            assert part in told
        assert "overall grade 0 → 23 of 100" in told
        assert run("debrief", session, "--format", "json") == ExitCode.OK
        asked = json.loads(capsys.readouterr().out)["questions"][0]
        assert asked["given"]["assessment"]["flags"] == ["stigma"]
        assert asked["verdict"]["levels"] == {"clarity": 3, "accuracy": 2}

    def test_a_later_verdict_goes_on_from_the_former_and_can_be_withdrawn(self, capsys: Captured) -> None:
        session = played().session_id
        who = ("--by", "Mai", "--reason", "r")
        run("verdict", session, "1", "--level", "clarity=3", "--flag", "+blame", *who)
        run("verdict", session, "1", "--level", "accuracy=4", *who)
        standing = revisions(LocalHouse().journal, session).verdicts[1]
        assert (standing.levels, standing.flags) == ({"clarity": 3, "accuracy": 4}, ("blame", "stigma"))
        assert run("verdict", session, "1", "--withdraw", *who) == ExitCode.OK
        assert "no verdict stands for it" in capsys.readouterr().err
        assert run("verdict", session, "1", "--withdraw", *who) == ExitCode.USAGE
        capsys.readouterr()
        run("verdict", session, "--format", "json")
        rows = json.loads(capsys.readouterr().out)
        assert [row["withdrawn"] for row in rows] == [False, False, True]
        assert not any(row["standing"] for row in rows)

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (["1", "--level", "clarity=3"], "--by and --reason"),
            (["1", "--level", "clarity=3", "--by", " ", "--reason", "r"], "--by and --reason"),
            (["1", "--by", "M", "--reason", "r"], "decides something"),
            (["--level", "clarity=3", "--by", "M", "--reason", "r"], "by its number"),
            (["99", "--level", "clarity=3", "--by", "M", "--reason", "r"], "no answer 99"),
            (["0", "--level", "clarity=3", "--by", "M", "--reason", "r"], "from 1 to"),
            (["1", "--level", "clarety=3", "--by", "M", "--reason", "r"], "did you mean `clarity`?"),
            (["1", "--level", "zzz=3", "--by", "M", "--reason", "r"], "there are: accuracy"),
            (["1", "--level", "rebuttal=3", "--by", "M", "--reason", "r"], "not judged on rebuttal"),
            (["1", "--level", "clarity=5", "--by", "M", "--reason", "r"], "from 0 to 4"),
            (["1", "--level", "clarity", "--by", "M", "--reason", "r"], "from 0 to 4"),
            (["1", "--flag", "stigma", "--by", "M", "--reason", "r"], "write +stigma"),
            (["1", "--flag", "", "--by", "M", "--reason", "r"], "raise a red flag"),
            (["1", "--flag", "-stigmata", "--by", "M", "--reason", "r"], "did you mean `stigma`?"),
            (["1", "--level", "clarity=3", "--by", "M", "--reason", "r" * 2_001], "longer than 2000"),
        ],
    )
    def test_what_is_no_verdict_is_one_line(self, capsys: Captured, words: list[str], told: str) -> None:
        session = played(to_the_end=False).session_id
        assert run("verdict", session, *words) == ExitCode.USAGE
        err = capsys.readouterr().err
        assert told in err
        assert "Traceback" not in err
        assert LocalHouse().journal.remarks(session) == ()

    def test_an_exam_that_goes_on_takes_and_tells_none(self, capsys: Captured) -> None:
        session = played(to_the_end=False, mode="exam").session_id
        assert run("verdict", session) == ExitCode.USAGE
        assert "it is told at its end" in capsys.readouterr().err

    def test_a_session_that_goes_on_as_another_takes_none(self, capsys: Captured, tmp_path: Path) -> None:
        former, later = (played(to_the_end=False).session_id for _ in range(2))
        changed(tmp_path, "update sessions set branch_of = ? where id = ?", former, later)
        words = ("1", "--level", "clarity=3", "--by", "Mai", "--reason", "r")
        assert run("verdict", former, *words) == ExitCode.USAGE
        assert f"goes on as {later}" in capsys.readouterr().err
        assert run("verdict", later, *words) == ExitCode.OK

    def test_what_people_write_is_never_obeyed(self, capsys: Captured) -> None:
        session = played().session_id
        run(
            "verdict", session, "1", "--level", "clarity=1", "--by", "\x1b[31mMai\u202e", "--reason", "a\x1b]0;b\x07\nc"
        )
        run("verdict", session)
        told = capsys.readouterr()
        assert not set("\x1b\u202e\x07") & set(told.out + told.err)

    def test_verdicts_count_in_the_profile(self, capsys: Captured) -> None:
        session = played().session_id
        house = LocalHouse(learner="Hạnh")
        before = house.learning.answered()[0]
        run("verdict", session, "1", "--level", "clarity=4", "--flag", "-stigma", "--by", "Mai", "--reason", "r")
        after = LocalHouse(learner="Hạnh").learning.answered()[0]
        assert (before.levels["clarity"], before.flags) == (0, ("stigma",))
        assert (after.levels["clarity"], after.flags, after.overall) == (4, (), 25)


class TestVerdicts:
    def test_labels_can_be_graded_and_compared(self, tmp_path: Path, capsys: Captured, by_words: Grader) -> None:
        session = played().session_id
        run("verdict", session, "1", "--level", "clarity=3", "--by", "Mai", "--reason", "Plain.")
        run("verdict", session, "2", "--level", "accuracy=3", "--by", "Mai", "--reason", "A prepared line's.")
        files = {
            name: str(tmp_path / name) for name in ("labels.jsonl", "answers.jsonl", "situations.yaml", "grades.jsonl")
        }
        labels, answers, situations, grades = files.values()
        assert run("verdicts", "--out", labels, "--answers", answers, "--situations", situations) == ExitCode.OK
        assert "One labelled answer written." in capsys.readouterr().err
        (label,) = map(json.loads, Path(labels).read_text("utf-8").splitlines())
        assert label["levels"] == {**WRONG.levels, "clarity": 3}
        assert (label["flags"], label["decided"], label["decided_flags"]) == (["stigma"], ["clarity"], False)
        assert label["raters"][0]["levels"] == label["levels"]
        (answer,) = map(json.loads, Path(answers).read_text("utf-8").splitlines())
        assert (answer["id"], answer["text"], answer["lang"]) == (label["id"], SAID, "en")
        graded = run("grade", "--situations", situations, "--answers", answers, "--out", grades, "--jobs", "1")
        assert graded == ExitCode.OK
        capsys.readouterr()
        assert run("agreement", "--graded", grades, "--labels", labels, "--answers", answers) == ExitCode.OK
        assert "1 answers graded and labelled" in capsys.readouterr().out

    def test_without_verdicts_the_files_are_empty(self, tmp_path: Path) -> None:
        played()
        files = [str(tmp_path / name) for name in ("l", "a", "s")]
        assert run("verdicts", "--out", files[0], "--answers", files[1], "--situations", files[2]) == ExitCode.OK
        assert [Path(file).read_bytes() for file in files] == [b"", b"", b"[]\n"]

    def test_three_files_are_three(self, tmp_path: Path, capsys: Captured) -> None:
        file = str(tmp_path / "x")
        assert run("verdicts", "--out", file, "--answers", file, "--situations", str(tmp_path / "s")) == ExitCode.USAGE
        assert not (tmp_path / "x").exists()


class TestRegrade:
    def test_what_would_change_is_listed_and_nothing_is(self, capsys: Captured, by_words: Grader) -> None:
        session = played().session_id
        assert run("regrade", session, "--jobs", "1") == ExitCode.OK
        told = capsys.readouterr().out
        assert f"Session {session}" in told
        assert "− Stigma" in told
        assert "podium-0 → podium-2/lexical" in told
        assert "One answer graded anew by podium-2/lexical. One differs." in told
        assert "Nothing was changed" in told
        assert revisions(LocalHouse().journal, session).regrades == {}

    def test_the_new_grade_is_kept_beside_the_record_and_counts(self, capsys: Captured, by_words: Grader) -> None:
        exercise = played()
        log = LocalHouse().journal.log(exercise.session_id)
        assert run("regrade", "--all", "--apply", "--jobs", "1", "--format", "json") == ExitCode.OK
        outcome = json.loads(capsys.readouterr().out)
        assert (outcome["answers"], outcome["graded"], outcome["applied"]) == (1, 1, True)
        assert outcome["changed"][0]["flags_lost"] == ["stigma"]
        journal = LocalHouse().journal
        assert journal.log(exercise.session_id) == log
        assert journal.check_chain(exercise.session_id).broken is None
        kept = revisions(journal, exercise.session_id).regrades[1]
        house = LocalHouse()
        in_play = house.look_back(exercise.session_id)
        assert kept.assessment.grader == "podium-2/lexical"
        assert house.debrief(in_play).questions[0].given.assessment == kept.assessment

    def test_it_is_graded_as_it_would_be_in_play(self, capsys: Captured, by_words: Grader) -> None:
        house = LocalHouse(seed=1)
        first = house.begin(SCENARIO)
        graded = by_words.assess(SAID, first.question, first.dossier, role=first.scenario.role).assessment
        session = played(graded=graded).session_id
        assert run("regrade", session, "--apply", "--jobs", "1") == ExitCode.OK
        assert "One answer graded anew by podium-2/lexical. 0 differ." in capsys.readouterr().out
        assert revisions(LocalHouse().journal, session).regrades == {}

    def test_an_interrupted_run_goes_on_where_it_was(
        self, capsys: Captured, by_words: Grader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sessions = [played().session_id for _ in range(3)]

        def cut_off(*given: Any) -> Iterator[Any]:  # noqa: ANN401
            yield next(regraded(*given))
            raise KeyboardInterrupt

        monkeypatch.setattr("simulator.commands.regrade.regraded", cut_off)
        assert run("regrade", "--all", "--apply", "--jobs", "1") == ExitCode.INTERRUPTED
        journal = LocalHouse().journal
        done = len(journal.remarks_of(REGRADE))
        assert 0 < done < 3
        monkeypatch.setattr("simulator.commands.regrade.regraded", regraded)
        capsys.readouterr()
        assert run("regrade", "--all", "--apply", "--jobs", "1") == ExitCode.OK
        assert f"and left alone: {done}." in capsys.readouterr().out
        (one, *others) = [revisions(LocalHouse().journal, session).regrades[1] for session in sessions]
        assert [replace(other, at=one.at) for other in others] == [one, one]
        assert run("regrade", "--all", "--apply", "--jobs", "1") == ExitCode.OK
        assert "0 answers graded anew" in capsys.readouterr().out
        assert len(LocalHouse().journal.remarks_of(REGRADE)) == 3

    def test_several_processes_come_to_the_same(self, capsys: Captured) -> None:
        for _ in range(2):
            played()
        outcomes = []
        for jobs in ("1", "2"):
            assert run("regrade", "--all", "--jobs", jobs, "--format", "json") == ExitCode.OK
            outcomes.append(json.loads(capsys.readouterr().out))
        assert outcomes[0]["changed"] == outcomes[1]["changed"]
        assert (outcomes[1]["jobs"], outcomes[1]["graded"]) == (2, 2)

    def test_exams_that_go_on_and_scenarios_that_are_gone_are_told_and_passed_over(
        self, capsys: Captured, by_words: Grader, tmp_path: Path
    ) -> None:
        exam = played(to_the_end=False, mode="exam").session_id
        gone = played().session_id
        changed(tmp_path, "update sessions set scenario_id = 'gone', source = '' where id = ?", gone)
        played()
        assert run("regrade", "--all", "--jobs", "1") == ExitCode.OK
        told = capsys.readouterr()
        assert f"{exam}: an exam that goes on" in told.err
        assert f"session {gone}: " in told.err
        assert "One answer graded anew" in told.out

    def test_sessions_are_named_or_all(self, capsys: Captured) -> None:
        assert run("regrade") == ExitCode.USAGE
        assert run("regrade", "nobody's") == ExitCode.USAGE
        assert "there is no session" in capsys.readouterr().err


class TestVerify:
    def test_sound_sessions(self, capsys: Captured) -> None:
        one, other = played().session_id, played(to_the_end=False).session_id
        assert run("verify") == ExitCode.OK
        told = capsys.readouterr()
        assert f"{one}: sound" in told.out
        assert f"{other}: sound, 2 entries" in told.out
        assert told.err == "2 sessions checked.\n"

    def test_the_broken_entry_is_named_and_the_exit_code_says_so(self, capsys: Captured, tmp_path: Path) -> None:
        one, other = played().session_id, played().session_id
        changed(
            tmp_path, "update entries set event = replace(event, 'nine', 'two') where session = ? and number = 1", one
        )
        assert run("verify", one, other) == ExitCode.ENVIRONMENT
        told = capsys.readouterr()
        assert f"{one}: entry 1 is not as it was recorded" in told.out
        assert f"{other}: sound" in told.out
        assert "One is not as it was recorded." in told.err
        assert run("verify", other) == ExitCode.OK
        capsys.readouterr()
        assert run("verify", "--format", "json") == ExitCode.ENVIRONMENT
        rows = {row["session"]: row for row in json.loads(capsys.readouterr().out)}
        assert (rows[one]["sound"], rows[one]["broken"]) == (False, 1)

    def test_sessions_from_before_the_chain_are_named_as_such(self, capsys: Captured, tmp_path: Path) -> None:
        old = played(to_the_end=False).session_id
        changed(tmp_path, "update entries set chain = '' where session = ?", old)
        assert run("verify") == ExitCode.OK
        assert f"{old}: from before entries were chained" in capsys.readouterr().out

    def test_a_damaged_header_is_told(self, capsys: Captured, tmp_path: Path) -> None:
        session = played(to_the_end=False).session_id
        changed(tmp_path, "update sessions set seed = 'x' where id = ?", session)
        assert run("verify", session) == ExitCode.ENVIRONMENT
        assert "is damaged" in capsys.readouterr().out
        assert run("verify") == ExitCode.ENVIRONMENT
        assert f"{session}: " in capsys.readouterr().out
        assert run("verify", "nobody's") == ExitCode.USAGE


class TestLog:
    def test_the_log_is_written_whole(self, tmp_path: Path, capsys: Captured) -> None:
        exercise = played()
        run("verdict", exercise.session_id, "1", "--level", "clarity=3", "--by", "Mai", "--reason", "r")
        out = tmp_path / "log.jsonl"
        assert run("log", exercise.session_id, "--out", str(out)) == ExitCode.OK
        head, *lines = map(json.loads, out.read_text("utf-8").splitlines())
        assert (head["line"], head["id"], head["learner"]) == ("session", exercise.session_id, "Hạnh")
        assert [line["line"] for line in lines] == ["entry"] * len(exercise.events) + ["remark"]
        assert lines[1]["event"]["text"] == SAID
        assert lines[-1]["value"]["levels"] == {"clarity": 3}

    def test_an_exam_that_goes_on_is_not_logged_for_its_entries_hold_the_grades(self, capsys: Captured) -> None:
        assert run("log", played(to_the_end=False, mode="exam").session_id) == ExitCode.USAGE
        told = capsys.readouterr()
        assert told.out == ""
        assert "an exam that goes on" in told.err

    def test_a_damaged_session_can_be_logged(self, tmp_path: Path, capsys: Captured) -> None:
        session = played(to_the_end=False).session_id
        changed(tmp_path, "update entries set event = '{' where session = ? and number = 1", session)
        assert run("log", session) == ExitCode.OK
        assert json.loads(capsys.readouterr().out.splitlines()[2])["event"] == "{"


class TestGradebook:
    def test_a_row_for_each_session_of_everybody(self, tmp_path: Path, capsys: Captured) -> None:
        first = played(learner="=1+1").session_id
        played(to_the_end=False, mode="exam", learner="Páo")
        out = tmp_path / "book.csv"
        assert run("gradebook", "--out", str(out)) == ExitCode.OK
        raw = out.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
        assert [row["Learner"] for row in rows] == ["'=1+1", "Páo"]
        assert rows[0]["Session"] == first
        assert rows[0]["Overall"].isdigit()
        assert rows[1]["Overall"] == ""
        assert run("gradebook", "--out", str(out), first) == ExitCode.OK
        assert len(out.read_text("utf-8-sig").splitlines()) == 2

    def test_an_unknown_session_leaves_nothing_behind(self, tmp_path: Path, capsys: Captured) -> None:
        played()
        assert run("gradebook", "--out", str(tmp_path / "book.csv"), "nobody's") == ExitCode.USAGE
        assert not (tmp_path / "book.csv").exists()


class TestXapi:
    @pytest.fixture(autouse=True)
    def _credentials(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PODIUM_LRS_KEY", KEY)
        monkeypatch.setenv("PODIUM_LRS_SECRET", SECRET)

    def test_statements_are_written_a_line_each(self, tmp_path: Path, capsys: Captured) -> None:
        exercise = played(mode="exam")
        played(to_the_end=False)
        out = tmp_path / "statements.jsonl"
        words = ("--pass-mark", "1", "--home-page", "https://school.example/")
        assert run("xapi", "--all", "--out", str(out), *words) == ExitCode.OK
        found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        assert [faults(one) for one in found] == [[]] * (len(exercise.state.answers) + 2)
        assert found[0]["actor"]["account"] == {"homePage": "https://school.example", "name": "Hạnh"}
        assert found[0]["result"]["duration"] == "PT42S"
        assert found[-1]["verb"]["id"].endswith("/passed")
        assert "it has not ended" in capsys.readouterr().err

    def test_each_statement_is_delivered_once_over_restarts(
        self, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pytest.importorskip("httpx")
        monkeypatch.setattr("simulator.reports.lrs.BATCH", 3)
        monkeypatch.setattr(Store.__init__, "__defaults__", (lambda _: None,))
        count = len(played().state.answers) + 1
        with keeping(status(503), lambda _: False, status(500), lambda _: False, status(404)) as (settings, kept):
            assert run("xapi", "--all", "--lrs", settings.url) == ExitCode.ENVIRONMENT
            assert "refused a statement (404)" in capsys.readouterr().err
            assert len(kept.order) == 6
            assert run("xapi", "--all", "--lrs", settings.url.removesuffix("/statements")) == ExitCode.OK
            assert f"{count - 6} statements delivered. 6 had been delivered before." in capsys.readouterr().err
            assert kept.arrived == count == len(kept.order)
            requests = len(kept.requests)
            assert run("xapi", "--all", "--lrs", settings.url) == ExitCode.OK
            assert len(kept.requests) == requests
            assert [faults(one) for one in kept.kept.values()] == [[]] * count

    def test_a_store_that_lost_its_note_takes_no_second_copy(self, capsys: Captured, tmp_path: Path) -> None:
        pytest.importorskip("httpx")
        count = len(played().state.answers) + 1
        with keeping() as (settings, kept):
            assert run("xapi", "--all", "--lrs", settings.url) == ExitCode.OK
            changed(tmp_path, "delete from remarks where kind = 'xapi.sent'")
            run(
                "verdict",
                next(iter(LocalHouse().journal.sessions())).header.id,
                "1",
                "--level",
                "clarity=3",
                "--by",
                "M",
                "--reason",
                "r",
            )
            assert run("xapi", "--all", "--lrs", settings.url) == ExitCode.OK
            assert len(kept.order) == count

    @pytest.mark.parametrize(
        "words",
        [
            ["--all"],
            ["--all", "--out", "x", "--lrs", "https://lrs.example"],
            ["--out", "x"],
            ["--all", "--lrs", "http://lrs.example"],
            ["--all", "--out", "x", "--home-page", "school"],
            ["--all", "--out", "x", "--home-page", "https://school.example/?a"],
        ],
    )
    def test_what_cannot_be_is_one_line(
        self, capsys: Captured, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert run("xapi", *words) == ExitCode.USAGE
        assert "Traceback" not in capsys.readouterr().err
        assert not (tmp_path / "x").exists()
