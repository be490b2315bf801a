"""The debrief: what was answered, why it was graded so, what would have been better, and the path."""

from __future__ import annotations

import json

import pytest

from simulator.language.catalogue import Catalogue
from simulator.reports.as_json import as_json
from simulator.reports.as_text import WIDTH, as_text
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.library import LibraryEntry
from simulator.session.events import DeadlinePassed, Event, LineChosen, OptionTaken, Started
from tests.builders import decision, ending, line, option, question, scenario, silence

STORY = scenario(
    question(
        "who_knew",
        line("owns", text="We were late.", levels={"accuracy": 4, "empathy": 3}, note="Plain.", reaction="A nod."),
        line("vague", text="We will see about it.", levels={"accuracy": 2, "empathy": 2}),
        line("best_later", levels={"accuracy": 4, "empathy": 4}, when="trust > 90"),
        line("blames", levels={"accuracy": 0, "empathy": 0}, flags=["blame"]),
        title="Who knew?",
        then="log",
    ),
    decision("log", option("publish", then="timed"), option("wait", then="timed")),
    question("timed", line("go", levels={"accuracy": 3}), time_limit=60, silence=silence(text="Nobody speaks.")),
    ending("end", outcome="good", headline="It held"),
    ending("other", headline="It did not"),
)


def after(*events: Event) -> Debrief:
    return debrief(STORY, (Started(1), *events), "session-1")


WHOLE = (LineChosen("who_knew", "vague", 9_400), OptionTaken("log", "publish", 12_000), DeadlinePassed("timed", 72_000))


def test_a_question_stands_beside_the_best_line_that_was_open() -> None:
    first = after(*WHOLE).questions[0]
    assert (first.title, first.seconds, first.silent) == ("Who knew?", 9, False)
    assert first.given.text == "We will see about it."
    assert first.best.id == "owns", "a line that was closed is no better line"
    assert [one.id for one in first.lines] == ["best_later", "owns", "vague", "blames"]
    assert first.trust == (50, 50)


def test_silence_is_an_answer_of_its_own() -> None:
    last = after(*WHOLE).questions[-1]
    assert last.silent
    assert last.given.text == "Nobody speaks."
    assert last.trust[1] < last.trust[0]
    assert last.seconds == 60


def test_the_session_as_a_whole() -> None:
    read = after(*WHOLE)
    assert read.ending is not None
    assert read.ending.headline == "It held"
    assert [one.headline for one in read.endings_missed] == ["It did not"]
    assert {one.skill: one.levels for one in read.skills} == {"accuracy": (2, 0), "empathy": (2,)}
    assert read.weakest is not None
    assert read.weakest.skill == "accuracy"
    assert (read.scenes_seen, read.scenes_in_all) == (4, 5)
    assert [step.scene for step in read.path] == ["who_knew", "log", "timed"]
    assert read.path[1].not_taken == ("Take wait.",)
    assert read.curve[0].trust == 50


def test_flags_are_counted() -> None:
    assert after(LineChosen("who_knew", "blames", 1)).flags == (("blame", 1),)


def test_before_the_first_answer_there_is_little_to_say() -> None:
    read = after()
    assert (read.questions, read.skills, read.strongest, read.weakest, read.ending) == ((), (), None, None, None)
    assert "has not ended yet" in as_text(read, Catalogue("en"))


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_as_text_every_line_fits(tongue: str) -> None:
    catalogue = Catalogue("vi" if tongue == "vi" else "en")
    text = as_text(after(*WHOLE), catalogue)
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "We were late." in text


def test_as_json_is_plain_data() -> None:
    data = json.loads(as_json(after(*WHOLE)))
    assert data["questions"][0]["best"]["assessment"]["levels"] == {"accuracy": 4, "empathy": 3}
    assert data["ending"]["id"] == "end"


def test_progress_of_a_library_entry() -> None:
    common = ("id", "title", "press", "basic", "vi", 5, "role", (), "author", "licence")
    assert LibraryEntry(*common).progress == "new"  # type: ignore[arg-type]  # the literals above
    assert LibraryEntry(*common, open_session="s", times_ended=2).progress == "open"  # type: ignore[arg-type]
    assert LibraryEntry(*common, times_ended=1).progress == "done"  # type: ignore[arg-type]
