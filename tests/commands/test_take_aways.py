"""`podium debrief --format html|markdown`, `portfolio`, `certificate`: files, errors, and nothing told early."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.commands.plain.ending import question
from simulator.commands.portfolio import page_of
from simulator.errors import ExitCode
from simulator.exercise.clock import ManualClock
from simulator.exercise.exercise import Exercise
from simulator.journal.revisions import keep_verdict
from simulator.language.catalogue import Catalogue
from simulator.scenario.scenes import Ending, Inject, Question
from simulator.scenario.verdict import Verdict
from simulator.session.asked import present
from simulator.session.view import view
from tests.commands.practised import LUNCH, practised
from tests.commands.test_cli import Captured, played
from tests.reports.reading import Page, faults
from tests.reports.stories import debriefed, decided

EXAM = "deepfake-of-the-chairman"
NAME = '<b>Lan</b> "x" \u202e'


def exam(*, best: bool = True, learner: str = "") -> Exercise:
    """The closing exam of the course that comes with Podium, sat to its end by the best lines, or the worst."""
    house = LocalHouse(seed=1, mode="exam", learner=learner)
    loaded = house.loaded(EXAM)
    given = {"seed": 1, "mode": "exam", "learner": learner, "presses": False}
    exercise = Exercise.begin(loaded.scenario, loaded.source_hash, house.journal, ManualClock(), **given)  # type: ignore[arg-type]
    while not isinstance(scene := present(exercise.scenario, exercise.state), Ending):
        offers = [offer.id for offer in view(exercise.scenario, exercise.state).offers if offer.open]
        if isinstance(scene, Inject):
            exercise.go_on()
        elif isinstance(scene, Question):
            grades = {line.id: sum(line.levels.values()) / len(line.levels) - len(line.flags) for line in scene.lines}
            exercise.choose_line((max if best else min)(offers, key=lambda one: grades[one]))
        else:
            exercise.take_option(offers[0])
    return exercise


def weak() -> Exercise:
    """A session with one weak answer."""
    exercise = LocalHouse(seed=1).begin("chemical-spill-nam-ta")
    exercise.choose_line(min(exercise.question.lines, key=lambda line: sum(line.levels.values())).id)
    return exercise


def test_a_debrief_as_a_page_and_as_markdown(capsys: Captured, tmp_path: Path) -> None:
    session = weak().session_id
    out = tmp_path / "debrief.html"
    assert main(["debrief", session, "--format", "html", "--out", str(out)]) == ExitCode.OK
    assert "Written: " in capsys.readouterr().err
    assert faults(out.read_text("utf-8"), "en") == []
    assert "podium practice " in out.read_text("utf-8"), "questions of the bank are suggested"
    assert main(["--language", "vi", "debrief", "--format", "html"]) == ExitCode.OK
    assert faults(capsys.readouterr().out, "vi") == []
    assert main(["debrief", "--format", "markdown"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("# Debrief")
    assert main(["debrief", "--format", "json"]) == ExitCode.OK
    data = json.loads(capsys.readouterr().out)
    assert data["begun_at"]
    assert len(data["practise"]["questions"]) == 3


def test_the_front_page_as_a_page_and_what_if_as_none(capsys: Captured) -> None:
    session = played().session_id
    assert main(["debrief", session, "--front-page", "--format", "html"]) == ExitCode.OK
    assert faults(capsys.readouterr().out, "en") == []
    assert main(["debrief", session, "--front-page", "--format", "markdown"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("# Tomorrow's front page")
    assert main(["debrief", session, "--what-if", "1=plain_acid", "--format", "html"]) == ExitCode.USAGE
    assert "text or as JSON only" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_the_machines(capsys: Captured, tmp_path: Path) -> None:
    played()
    assert main(["debrief", "--format", "html", "--out", str(tmp_path / "no" / "x.html")]) == ExitCode.ENVIRONMENT
    assert "cannot be written" in capsys.readouterr().err


def test_a_verdict_is_shown_and_counts(capsys: Captured) -> None:
    exercise = played()
    moment = exercise.state.answers[0].at
    verdict = Verdict(1, {"accuracy": 0}, None, "It was wrong.", "Ms Thu", moment=moment)
    keep_verdict(LocalHouse().journal, exercise.session_id, verdict)
    for format_, told in (
        ("html", "<p>Decided by Ms Thu:</p>"),
        ("markdown", "Ms Thu&#58;"),
        ("text", "Decided by Ms Thu:"),
    ):
        assert main(["debrief", "--format", format_]) == ExitCode.OK
        assert told in capsys.readouterr().out


def test_a_portfolio_leads_from_its_index_to_every_page(capsys: Captured, tmp_path: Path) -> None:
    practised(LUNCH, LUNCH, learner="Lan")
    practised(LUNCH, learner="Minh")
    out = tmp_path / "portfolio"
    assert main(["portfolio", "--as", "Lan", "--out", str(out)]) == ExitCode.OK
    files = {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*.html")}
    assert len(files) == 4, "an index, two sessions, one question that was answered twice"
    for name, html in files.items():
        assert faults(html, "en") == [], name
        for link in (one.attributes["href"].split("#")[0] for one in Page(html).all("a")):
            assert not link or (out / name).parent.joinpath(link).resolve().is_file(), (name, link)
    index = Page(files["index.html"])
    assert index.all("h1")[0].text == "Lan"
    assert "2 answers, on one day" in index.text
    assert "Mixed" not in index.text, "a single question ends in but one way"
    assert len(Page(files["questions/001.html"]).all("article")) == 2
    capsys.readouterr()
    assert main(["portfolio", "--as", "Lan", "--out", str(out)]) == ExitCode.USAGE
    assert "is there already" in capsys.readouterr().err


def test_a_portfolio_of_nothing_and_of_an_exam_that_goes_on(tmp_path: Path) -> None:
    assert main(["portfolio", "--as", "Nobody", "--out", str(tmp_path / "a")]) == ExitCode.USAGE, "a name mistyped"
    assert main(["portfolio", "--out", str(tmp_path / "a")]) == ExitCode.OK
    html = (tmp_path / "a" / "index.html").read_text("utf-8")
    assert faults(html, "en") == []
    assert "Nothing has been answered yet." in html
    exercise = LocalHouse(seed=1, mode="exam", learner="Lan").begin("chemical-spill-nam-ta")
    exercise.choose_line("plain_acid")
    assert main(["portfolio", "--as", "Lan", "--out", str(tmp_path / "b")]) == ExitCode.OK
    for path in (tmp_path / "b").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "/100" not in text
        assert "<svg" not in text
        assert "⚑" not in Page(text).text


def test_a_session_whose_scenario_is_gone_is_listed_and_told(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(LUNCH, learner="Lan")
    exercise = practised(LUNCH, learner="Lan")[0]

    def gone(_: LocalHouse, header: object) -> None:
        from simulator.errors import UsageError

        raise UsageError("there is no scenario called {id}", id="x")

    monkeypatch.setattr(LocalHouse, "of_session", gone)
    assert main(["portfolio", "--as", "Lan", "--out", str(tmp_path / "p")]) == ExitCode.OK
    assert f"{exercise.session_id} is left out: there is no scenario called x" in capsys.readouterr().err
    assert len([*(tmp_path / "p" / "sessions").glob("*")] if (tmp_path / "p" / "sessions").exists() else []) == 0


def test_files_are_named_by_what_every_system_takes() -> None:
    assert page_of("../../Etc/passwd\n", "a") == "a/etc-passwd.html"
    assert page_of("x", "a", ["a/x.html", "a/x-2.html"]) == "a/x-3.html"
    assert page_of("…", "a") == "a/page.html"


def test_by_lines_a_verdict_is_told_after_the_grade() -> None:
    told = [*question(1, debriefed("Words here.", decided("It was right.")).questions[0], Catalogue("en"))]
    place = told.index("Decided by It was right.:")
    assert told[place + 1] == "Accuracy: 3 good; the grader's level was 1 absent."
    assert "This counts: 55 of 100." in told[place:]


def test_a_certificate_of_an_exam_that_was_passed(capsys: Captured) -> None:
    session = exam().session_id
    assert main(["certificate", session, "--name", NAME]) == ExitCode.OK
    html = capsys.readouterr().out
    assert faults(html, "en") == []
    page = Page(html)
    assert page.all("p", "who")[0].text == '<b>Lan</b> "x" \ufffd'
    assert "Passed as an exam" in page.text
    assert "55 are wanted" in page.text
    assert session in page.text


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_certificate_needs_a_name(capsys: Captured, name: str) -> None:
    assert main(["certificate", "hai-ngay", "--name", name]) == ExitCode.USAGE
    assert "1 to 120 characters" in capsys.readouterr().err


def test_nothing_is_certified_that_was_not_done(capsys: Captured) -> None:
    failed = exam(best=False).session_id
    practice = played().session_id
    house = LocalHouse(seed=1, mode="exam")
    going_on = house.begin(EXAM).session_id
    for about, told in (
        (failed, "was not passed"),
        (practice, "is no exam with a mark to pass"),
        (going_on, "has not ended"),
        ("hai-ngay", "is not done: 0 of"),
        ("nothing", "nothing"),
    ):
        assert main(["certificate", about, "--name", "Lan"]) != ExitCode.OK
        captured = capsys.readouterr()
        assert told in captured.err
        assert not captured.out


def test_a_certificate_of_a_course_that_was_done(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = {
        "format": 1,
        "id": "mot-buoi",
        "title": {"vi": "Một buổi", "en": "One morning <i>"},
        "about": {"vi": "Ngắn.", "en": "Short."},
        "author": "A",
        "licence": "CC0",
        "days": [
            {
                "title": {"vi": "Sáng", "en": "Morning"},
                "steps": [
                    {"id": "talk", "kind": "talk", "at": "08:00", "minutes": 30, "title": {"vi": "Nói", "en": "A talk"}}
                ],
            }
        ],
    }
    place = tmp_path / "shelf" / "courses" / "mot-buoi.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps(course), "utf-8")
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path / "shelf"))
    assert main(["certificate", "mot-buoi", "--name", "Lan"]) == ExitCode.USAGE
    assert "is not done: 0 of 1 steps" in capsys.readouterr().err
    assert main(["course", "mot-buoi", "--done", "talk"]) == ExitCode.OK
    assert main(["certificate", "mot-buoi", "--name", "Lan"]) == ExitCode.OK
    page = Page(capsys.readouterr().out)
    assert "One morning <i>" in page.text
    assert "Its one step was done." in page.text
