"""What follows from the answers: contradictions and promises, the public, what to practise, three sentences."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.as_json import as_json
from simulator.reports.as_text import WIDTH, as_text
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.practise_next import SuggestedQuestion, with_questions
from simulator.reports.summary import in_three_sentences
from simulator.reports.told_line import told_line
from simulator.scenario.assessment import Assessment, Finding
from simulator.session.events import AnswerGiven, LineChosen, Started
from tests.builders import line, question, scenario
from tests.reports.stories import HOSTILE, debriefed, decided

EN = Catalogue("en")
FACT = {"id": "f", "text": "7 people died.", "source": "The clinic", "as_of": "7:00"}
STORY = scenario(
    question(
        "dead",
        line(
            "seven",
            text="7 people have died.",
            levels={"accuracy": 4},
            findings=[{"skill": "accuracy", "words": "7 people", "because": "A figure."}],
        ),
        line("promise", text="We will publish the list at 15:40.", levels={"accuracy": 1}),
        then="again",
    ),
    question("again", line("nine", text="9 people have died.", levels={"accuracy": 0}, flags=["falsehood"]), takes=90),
    dossier={
        "context": "Context.",
        "facts": (FACT,),
        "rumours": ({"id": "m", "claim": "40 died.", "truth": "7 died.", "evidence": "The list."},),
    },
    clock={"start": "15:30"},
    language="en",
)


def after(*choices: tuple[str, str]) -> Debrief:
    steps = (LineChosen(scene, choice, 1_000 * n) for n, (scene, choice) in enumerate(choices, 1))
    return debrief(STORY, (Started(1), *steps), "s")


def test_what_contradicts_an_answer_or_the_dossier() -> None:
    kept = after(("dead", "seven"), ("again", "nine")).word_kept
    assert kept is not None
    assert {(one.number, one.words, one.other, one.other_words) for one in kept.contradictions} == {
        (2, "9 people have died", 1, "7 people have died"),
        (2, "9 people have died", 0, "7 people died"),
    }


def test_what_was_promised_and_whether_it_has_fallen_due() -> None:
    kept = after(("dead", "promise"), ("again", "nine")).word_kept
    assert kept is not None
    assert [(one.number, one.at, one.past) for one in kept.promises] == [(1, "15:40", True)]
    assert "Answer 1 promised “We will publish the list at 15:40”; that fell due at 15:40." in " ".join(
        as_text(after(("dead", "promise"), ("again", "nine")), EN).split()
    )
    early = after(("dead", "promise")).word_kept
    assert early is not None
    assert not early.promises[0].past


def test_an_hour_of_another_day_is_told_by_the_words_alone() -> None:
    mine = Assessment({"accuracy": 1}, (), (), 25, "podium-1/x")
    said = AnswerGiven("dead", "We will publish the list at 17:00 tomorrow.", mine, 9_000)
    kept = debrief(STORY, (Started(1), said), "s").word_kept
    assert kept is not None
    assert [(one.at, one.past) for one in kept.promises] == [("", False)]


def test_the_public_group_by_group_and_the_rumour_over_time() -> None:
    public = after(("dead", "seven"), ("again", "nine")).public
    assert public is not None
    assert [len(group.trust) for group in public.groups] == [3] * 4
    assert public.names("vi")[0] == "Bà con trong bản"
    assert public.rumour is not None
    minutes, heard = zip(*public.rumour.heard, strict=True)
    assert (minutes[0], heard[0]) == (0, 5)
    assert list(minutes) == sorted(set(minutes))
    assert heard[-1] > heard[0]
    first = public.groups[0]
    line_ = f"Villagers (45% of the public): trust 50 → {first.trust[-1]}; {first.heard}% have heard the rumour"
    assert line_ in as_text(after(("dead", "seven"), ("again", "nine")), EN)


def test_what_to_practise_is_the_weakest_skill_and_the_flag_that_cost_most() -> None:
    practise = after(("dead", "promise"), ("again", "nine")).practise
    assert practise is not None
    assert (practise.skill, practise.flag) == ("accuracy", "falsehood")
    best = after(("dead", "seven")).practise
    assert best is not None
    assert (best.skill, best.flag) == (None, None)


def test_questions_of_the_bank_are_put_in_by_whoever_has_it() -> None:
    read = with_questions(after(("dead", "promise")), [SuggestedQuestion("set/q", "Why?", "A set")])
    assert "Why?: podium practice set/q" in as_text(read, EN)
    assert json.loads(as_json(read))["practise"]["questions"][0]["id"] == "set/q"


def test_three_sentences_what_was_done_well_what_did_harm_and_what_to_practise() -> None:
    assert [*in_three_sentences(after(("dead", "seven")), EN)] == [
        "Done well: Accuracy (4.0); the best words were “7 people” (answer 1).",
        "Nothing that was said did harm.",
    ]
    harmful = [*in_three_sentences(after(("dead", "promise"), ("again", "nine")), EN)]
    assert harmful[0] == "Nothing was done well yet; nearest to it: Accuracy (0.5)."
    assert harmful[1] == "What did harm: Falsehood in answer 2, “9 people have died”."
    whole = [*in_three_sentences(debriefed("Words here."), EN)]
    assert len(whole) == 3
    assert whole[2].startswith("To practise next: Accuracy (0.5)")


@pytest.mark.parametrize("tongue", ["vi", "en"])
@pytest.mark.parametrize("text", HOSTILE)
def test_as_text_every_line_fits_and_no_code_goes_out(text: str, tongue: Tongue) -> None:
    told = as_text(debriefed(text, decided(text)), Catalogue(tongue))
    assert not set(told) & set("\x00\x07\x1b\x9b\u202e\u2066")
    words = {len(word) for word in told.split()}
    assert max(map(len, told.splitlines())) <= max(WIDTH, *words)


def test_as_text_tells_of_a_verdict() -> None:
    told = as_text(debriefed("Words here.", decided("It was right.")), EN)
    for line_ in (
        "* Accuracy: 3 good; the grader's level was 1 absent.",
        "* Reason: It was right.",
        "This counts: 55 of 100.",
    ):
        assert line_ in told


def test_as_json_has_all_of_it_and_the_grade_that_counts() -> None:
    data = json.loads(as_json(debriefed("Words here.", decided())))
    assert data["questions"][0]["given"]["assessment"]["levels"]["accuracy"] == 1
    assert data["questions"][0]["counted"] == {
        "levels": {"accuracy": 3, "empathy": 2},
        "flags": ["stigma"],
        "overall": 55,
    }
    assert data["questions"][0]["verdict"]["by"] == "Words."
    assert {"word_kept", "public", "practise", "front_page", "begun_at", "learner"} <= set(data)


def test_a_machines_reasons_weigh_the_same_in_every_language() -> None:
    against = Finding("slogans, nothing of this case", "clarity", None, 0, 5)
    good = Finding("names who is competent for the rest", "mandate", None, 6, 9)
    mine = Assessment({"clarity": 1, "mandate": 4}, (), (against, good), 62, "podium-1")
    read = debrief(STORY, (Started(1), LineChosen("dead", "seven", 1_000)), "s")
    given = read.questions[0].given
    for tongue in ("vi", "en"):
        catalogue = Catalogue("vi" if tongue == "vi" else "en")
        told = told_line(replace(given, text="Hand in hand.", assessment=mine), catalogue)
        assert [one.weight for one in told.stretches] == ["against", None, "for", None]


def test_own_words_are_graded_with_their_machine_named() -> None:
    mine = Assessment({"accuracy": 1}, (), (), 25, "podium-1/x")
    read = debrief(STORY, (Started(1), AnswerGiven("dead", "We will see.", mine, 9_000)), "s")
    assert read.questions[0].given.assessment.grader == "podium-1/x"
    assert read.questions[0].minutes == 0
