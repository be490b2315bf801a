"""What news, network and hall make of an answer: its words, its tone, the scenario's texts first, always the same."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Language, Scenario
from simulator.scenario.public import QUOTATION, UNQUOTED, Echo, Upon
from simulator.scenario.rubric import RED_FLAGS, overall
from simulator.session.asked import words_of
from simulator.session.echo_texts import HEADLINES, POSTS, REACTIONS
from simulator.session.echoes import taken_up, tone_of
from simulator.session.state import SessionState
from simulator.session.view import echo_of_last, headlines
from tests.builders import Written, line, question, scenario, silence
from tests.session.playing import begun, go_on

LANGUAGES: tuple[Language, ...] = get_args(Language)
TONES = ("strong", "fair", "weak", "harmful", "silent")
BLAME = "the company next door did all of it"
QUESTIONS = 12


def answer(id: str, text: str, level: int, flag: str = "", words: str = "", **changes: object) -> Written:
    findings = [{"skill": "accuracy", "because": "So."}]
    findings += [{"flag": flag, "because": "So.", "words": words or text}] if flag else []
    return line(id, text=text, levels={"accuracy": level}, flags=[flag] if flag else [], findings=findings, **changes)


def tale(**changes: object) -> Scenario:
    lines = (
        answer("good", "At noon the water reached three houses by the river.", 4),
        answer("so_so", "The water reached some houses by the river.", 2),
        answer("poor", "Houses may have seen water near the river.", 1),
        answer("blames", f"Let me say this: {BLAME}.", 1, "blame", BLAME),
        answer("tells", "Her name is Lo Thi Mai and she lives upstairs.", 1, "disclosure"),
        answer("written", "At noon the water reached three houses by the river.", 4, headline="Three houses"),
        answer("empty", "Well, you know.", 1),
    )
    asked = [
        question(f"q{n}", *lines, time_limit=30, silence=silence(), then=f"q{n + 1}" if n < QUESTIONS else "end")
        for n in range(1, QUESTIONS + 1)
    ]
    return scenario(*asked, **changes)


def after(tale_: Scenario, *choices: str, seed: int = 7) -> SessionState:
    state = begun(tale_)._replace(seed=seed)
    return go_on(tale_, state, *choices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_that_travel_with_it_are_whole(language: Language) -> None:
    assert set(HEADLINES[language]) == set(POSTS[language]) == {*TONES, *RED_FLAGS} == set(get_args(Upon))
    assert set(REACTIONS[language]) == {*TONES, "disclosure", "stigma"}
    for texts in (HEADLINES[language], POSTS[language]):
        for upon, written in texts.items():
            assert len(set(written)) == len(written) >= 2
            assert set(re.findall(r"\{\w*\}", "".join(written))) <= {QUOTATION}
            if upon in UNQUOTED:
                assert len(written) >= 4
                assert not any(QUOTATION in text for text in written)
            elif upon in TONES:
                quoting = [text for text in written if QUOTATION in text]
                assert len(quoting) >= 5
                assert len(written) > len(quoting)
    reactions = [text for written in REACTIONS[language].values() for text in written]
    assert set(re.findall(r"\{\w*\}", "".join(reactions))) <= {"{name}"}


def test_the_tone_is_that_of_the_grade_and_a_flag_outweighs_it() -> None:
    def graded(level: int, *flags: str) -> Assessment:
        return Assessment({"accuracy": level}, flags, (), overall({"accuracy": level}, flags))  # type: ignore[arg-type]

    assert [tone_of(graded(level)) for level in range(5)] == ["weak", "weak", "fair", "strong", "strong"]
    assert tone_of(graded(4, "blame")) == "harmful"
    assert tone_of(graded(4), silent=True) == "silent"


@pytest.mark.parametrize("seed", range(12))
def test_what_is_quoted_stands_in_the_answer(seed: int) -> None:
    told = tale()
    state = after(told, "good", "so_so", "poor", "blames", seed=seed)
    made = taken_up(told, state)[1:]
    assert len(made) == 4
    for one, given in zip(made, state.answers, strict=True):
        assert one.text
        assert one.by
        quoted = re.search(r"“([^”]+)”", one.text)
        assert quoted is not None
        assert quoted[1].removesuffix(" …") in words_of(told, state, given)
    assert BLAME in made[3].text


def test_upon_a_disclosure_and_upon_silence_nothing_is_quoted() -> None:
    for seed in range(12):
        told = tale()
        state = after(told, "tells", "silence", "empty", seed=seed)
        assert not any("“" in one.text or "{" in one.text for one in taken_up(told, state)[1:])
        assert not any("Mai" in one.text for one in taken_up(told, state))


def test_ten_answers_of_one_tone_are_taken_up_in_ten_ways() -> None:
    told = tale()
    for choice in ("good", "poor", "blames"):
        made = taken_up(told, after(told, *[choice] * 10))[1:]
        quoted = [re.sub("“[^”]+”", "", one.text) for one in made]
        assert len(set(zip((one.kind for one in made), quoted, strict=True))) == 10


def test_the_same_seed_and_answers_make_the_same_and_another_seed_another() -> None:
    choices = ("good", "poor", "blames", "so_so", "silence")
    once, again = (taken_up(one, after(one, *choices)) for one in (tale(), tale()))
    assert once == again
    assert once != taken_up(tale(), after(tale(), *choices, seed=8))


def test_what_was_said_later_changes_nothing_of_what_was_made_before() -> None:
    told = tale()
    state = after(told, "good", "blames")
    earlier = taken_up(told, state)
    assert taken_up(told, go_on(told, state, "poor", "silence"))[:3] == earlier


def test_the_scenarios_own_texts_come_first_and_say_whose_they_are() -> None:
    groups = [{"id": "hamlet", "name": "The hamlet", "share": 100, "part": "villagers"}]
    posts = [{"upon": "blame", "by": "hamlet", "text": "Own: “{words}”."}]
    heads = [{"upon": "blame", "by": "hang", "text": "Own head: “{words}”"}]
    told = tale(public={"groups": groups, "posts": posts, "headlines": heads})
    found = {taken_up(told, after(told, "blames", seed=seed))[1] for seed in range(12)}
    assert {(one.kind, one.by, one.text) for one in found} == {
        ("post", "The hamlet", f"Own: “{BLAME}”."),
        ("headline", told.journalist_by_id["hang"].outlet, f"Own head: “{BLAME}”"),
    }


def test_beside_the_authors_headline_there_is_a_post_or_nothing() -> None:
    told = tale()
    found = [headlines(told, after(told, "written", seed=seed)) for seed in range(20)]
    assert all(ticker[0].text == "Three houses" for ticker in found)
    assert {len(ticker) for ticker in found} == {1, 2}
    assert {one.kind for ticker in found for one in ticker[1:]} == {"post"}


def test_an_exam_keeps_back_what_is_made_of_answers_since_its_tone_tells_their_grade() -> None:
    tale_ = tale()
    state = after(tale_, "good", "blames")
    assert headlines(tale_, state)
    exam = state._replace(mode="exam")
    assert headlines(tale_, exam) == ()
    assert echo_of_last(tale_, exam) == (None, "")


def test_braces_and_names_in_an_answer_are_words_like_others() -> None:
    text = "The {words} of {name} stand in the public register today."
    told = tale()
    given = Assessment({"accuracy": 4}, (), (Finding("So.", "accuracy", start=0, end=len(text)),), 100)
    state = after(told, "good")
    own = state.answers[0]._replace(choice="own_words", text=text, assessment=given)
    made = {taken_up(told, state._replace(answers=(own,), seed=seed))[1].text for seed in range(8)}
    assert all(text[:-1] in one for one in made)


def test_every_answer_has_a_reaction_of_the_hall_that_names_who_asked_or_nobody() -> None:
    told = tale()
    made = taken_up(told, after(told, "good", "poor", "blames", "tells", "silence"))
    assert made[0] == made[0].__class__()
    assert all(one.reaction and "{" not in one.reaction for one in made[1:])


def test_an_echo_may_do_without_a_name() -> None:
    assert Echo(upon="weak", text="“{words}”?").by is None
