"""What an author is told of the grader: the figures, the causes of each difference, and what to add."""

from __future__ import annotations

import json
import re

import pytest

from simulator.authoring.agreement.as_json import as_json
from simulator.authoring.agreement.as_text import as_text
from simulator.authoring.agreement.compared import compared, count_of
from simulator.authoring.agreement.desks import earliest_desks
from simulator.authoring.agreement.result import Agreement, by_answer, causes_of
from simulator.language.catalogue import Catalogue
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Scenario
from simulator.scenario.rubric import overall
from simulator.scoring.grade import AskedText, Graded
from tests.builders import Written, ending, inject, line, question, scenario

ENGLISH = Catalogue("en")
DESK: Written = {
    "context": "A pipe has burst.",
    "facts": (
        {"id": "f1", "text": "Ten houses have no water since 15:00.", "source": "Waterworks", "as_of": "15:30"},
        {
            "id": "f2",
            "text": "The pipe is 72 years old.",
            "source": "Waterworks",
            "as_of": "16:00",
            "known_from": "note",
        },
    ),
}


def sample(id: str, text: str = "", **changes: object) -> Written:
    return {"id": id, "text": text or f"This is what {id} says.", "levels": {"accuracy": 2}, **changes}


def two_questions(*samples: Written) -> Scenario:
    return scenario(
        question("first", samples=samples, then="note"),
        inject("note", then="second"),
        question("second", line("a", levels={"accuracy": 3}, flags=["blame"]), line("b", levels={"accuracy": 1})),
        ending("end"),
        dossier=DESK,
    )


def assessment(level: int, *findings: Finding, flags: tuple[str, ...] = (), said: tuple[str, ...] = ()) -> Assessment:
    levels = {"accuracy": level}
    return Assessment(levels, flags, findings, overall(levels, flags), "test/1", said)  # type: ignore[arg-type]


def agreement(*pairs: tuple[Written, Assessment], lines: bool = False) -> Agreement:
    """The samples of the first question, graded as given; prepared lines at 1."""
    told = two_questions(*(one for one, _ in pairs))
    given = {one["text"]: graded for one, graded in pairs}

    def grade(text: str, asked: AskedText, desk: Dossier, role: str) -> Graded:
        return Graded(given.get(text, assessment(1)), {})

    return Agreement(told, compared(told, grade, lines=lines))


def kinds(of: Agreement) -> list[str]:
    return [cause.kind for one in of.differences for cause in one.causes]


def test_every_sample_is_graded_on_the_desk_as_it_is_when_its_question_first_comes_up() -> None:
    desks = earliest_desks(two_questions())
    assert [fact.id for fact in desks["first"].facts] == ["f1"]
    assert [fact.id for fact in desks["second"].facts] == ["f1", "f2"]


def test_a_question_that_nobody_comes_to_has_the_whole_dossier() -> None:
    told = scenario(question("first"), question("lost"), ending("end"), dossier={**DESK, "facts": DESK["facts"][:1]})
    assert earliest_desks(told)["lost"] == told.dossier


def test_lines_are_compared_only_if_wanted() -> None:
    told = two_questions(sample("a"), sample("b"))
    assert count_of(told, lines=False) == 2
    assert count_of(told, lines=True) == 6
    both = agreement((sample("a"), assessment(2)), lines=True)
    assert [one.kind for one in both.answers].count("line") == 4
    assert both.flags[-1].labelled == 1


def test_the_figures() -> None:
    of = agreement(*((sample(f"s{n}", levels={"accuracy": n % 5}), assessment(min(4, n % 5 + 1))) for n in range(10)))
    (row,) = of.skills
    assert (row.name, row.pairs, row.within_one) == ("accuracy", 10, 1.0)
    assert row.exact == pytest.approx(0.2)
    assert 0.5 < row.kappa < 0.9
    assert of.pooled.kappa == row.kappa
    assert of.mean_gap("accuracy") == pytest.approx(0.8)
    assert of.widest == 1


def test_where_both_agree_nothing_is_told() -> None:
    of = agreement((sample("a"), assessment(2)))
    assert of.differences == ()
    assert of.pooled.kappa == 1.0
    assert "Furthest" not in as_text(of, ENGLISH, 10)


WORDS = "We are looking into it."


@pytest.mark.parametrize(
    ("written", "graded", "kind"),
    [
        (sample("a", "It was 340 houses.", levels={"accuracy": 3}), assessment(1), "unknown_figure"),
        (sample("a", "It is 72 years old.", levels={"accuracy": 3}), assessment(1), "later_figure"),
        (sample("a", "Ten houses.", levels={"accuracy": 3}), assessment(1), "no_fact"),
        (
            sample("a", WORDS, levels={"accuracy": 3}),
            assessment(1, Finding("vague", "accuracy", None, 0, 6, "give a figure")),
            "wants_more",
        ),
        (
            sample("a", WORDS, levels={"accuracy": 3}),
            assessment(1, Finding("no words", "accuracy"), flags=("non_answer",)),
            "no_answer",
        ),
        (
            sample("a", WORDS, levels={"accuracy": 3}),
            assessment(0, Finding("guesses", None, "speculation", 0, 6), flags=("speculation",)),
            "flag_raised",
        ),
        (sample("a", WORDS, levels={"accuracy": 0}, flags=["blame"]), assessment(2), "flag_missed"),
        (
            sample("a", WORDS, levels={"accuracy": 0}),
            assessment(2, Finding("a fact", "accuracy", None, 0, 6)),
            "heard_more",
        ),
        (sample("a", WORDS, levels={"accuracy": 0}), assessment(2), "whole"),
    ],
)
def test_each_cause_is_found(written: Written, graded: Assessment, kind: str) -> None:
    of = agreement((written, graded))
    assert kinds(of)[0] == kind
    assert of.differences[0].causes[0].advice


def test_a_figure_that_the_desk_holds_in_other_spelling_is_no_strange_one() -> None:
    of = agreement((sample("a", "At 15:00 it was 10 houses.", levels={"accuracy": 4}), assessment(3)))
    assert "unknown_figure" not in kinds(of)


def test_a_flag_that_differs_alone_is_told_too() -> None:
    of = agreement((sample("a", flags=["disclosure"]), assessment(2)))
    (one,) = of.differences
    assert one.skill is None
    assert "restricted" in one.causes[0].advice
    assert of.widest == 0


def test_the_widest_come_first_each_answer_once() -> None:
    of = agreement(
        (sample("near", levels={"accuracy": 3}), assessment(2)), (sample("far", levels={"accuracy": 4}), assessment(0))
    )
    shown = by_answer(of.differences, 1)
    assert [one.answer.written.id for one in shown[0]] == ["far"]
    assert len(causes_of([*shown[0], *shown[0]])) == len(causes_of(shown[0]))


def test_what_is_missing_is_told_for_each_band_flag_and_question() -> None:
    of = agreement(*((sample(f"s{n}", levels={"accuracy": 3}), assessment(1)) for n in range(7)))
    told = as_text(of, ENGLISH, 0)
    assert "none: second" in told
    assert "Accuracy at the levels 0-1 (+3), 2 (+3)\n" in told
    assert "`blame`" in told
    assert "sterner than you by 2.0" in told


def test_a_scenario_without_samples_says_what_to_write() -> None:
    of = agreement()
    assert of.pooled.kappa != of.pooled.kappa
    told = as_text(of, ENGLISH, 5)
    assert "no question has `samples` yet" in told
    assert "first, second" in told
    assert json.loads(as_json([of], ENGLISH))["scenarios"][0]["all"]["kappa"] is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_fits_a_terminal_and_obeys_nothing_that_an_author_wrote(language: str) -> None:
    hostile = sample("a", "\u200b[bold]x[/bold] " + "dài " * 200, levels={"accuracy": 4})
    of = agreement((hostile, assessment(0, Finding("x", "accuracy", None, 0, 800, "y"))))
    told = as_text(of, Catalogue(language), 10)  # type: ignore[arg-type]
    assert max(map(len, told.splitlines())) <= 80
    assert "\u200b" not in told
    assert "[bold]x[/bold]" in told


def test_json_tells_what_the_text_does() -> None:
    of = agreement((sample("a", levels={"accuracy": 4}, flags=["blame"]), assessment(1)))
    (told,) = json.loads(as_json([of], ENGLISH))["scenarios"]
    assert told["answers"][0]["author"] == {"levels": {"accuracy": 4}, "flags": ["blame"]}
    assert told["differences"][0]["grader"] == 1
    assert told["flags"]["blame"]["recall"] == 0.0
    assert told["flags"]["blame"]["precision"] is None


def test_a_sample_may_be_in_another_language() -> None:
    told = two_questions(sample("a", language="vi"), sample("b"))
    languages = [one.language for one in compared(told, lambda *_: Graded(assessment(2), {}))]
    assert languages == ["vi", "en"]


def test_columns_are_explained_and_numbers_written_as_the_reader_does() -> None:
    of = agreement(*((sample(f"s{n}", levels={"accuracy": 3}), assessment(3 - n % 2)) for n in range(6)))
    english, vietnamese = (as_text(of, Catalogue(tongue), 5) for tongue in ("en", "vi"))
    for told in ("kappa: agreement beyond chance", "n: levels compared", "precision: how many of those raised"):
        assert told in " ".join(english.split())
    assert "-0.5" in english
    assert "-0,5" in vietnamese
    assert not re.search(r"\d\.\d", vietnamese.partition("kappa:")[0].partition("\n\n")[2])
