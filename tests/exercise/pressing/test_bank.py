"""The texts: complete in both languages, quoting, and filled without a rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from simulator.exercise.pressing.bank import Bank, Section, bank
from simulator.exercise.pressing.manners import PRESSING
from simulator.scenario.model import Language
from simulator.scenario.people import Manner
from simulator.scenario.rubric import RED_FLAGS, SKILLS

LANGUAGES: tuple[Language, ...] = get_args(Language)
WHYS = {"contradiction": "contradiction", "dossier": "contradiction", "promise": "promise", "unanswered": "unanswered"}


def sections(texts: Bank) -> Iterator[tuple[str, str, Section]]:
    """Every section with its name and the reason that it is for; silence, which has no words, is left out."""
    yield from ((name, why, getattr(texts, name)) for name, why in WHYS.items())
    yield from ((flag, "flag", section) for flag, section in texts.flag.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flag_and_skill_has_its_texts(language: Language) -> None:
    texts = bank(language)
    assert set(texts.flag) == set(RED_FLAGS) - {"non_answer"}
    assert set(texts.weak_skill) == set(SKILLS)
    assert set(texts.weak) == {manner for manner, pressing in PRESSING.items() if "weak" in pressing.on}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_manner_has_two_questions_for_what_it_presses_on(language: Language) -> None:
    for name, why, section in sections(bank(language)):
        for manner, pressing in PRESSING.items():
            assert (len(section.questions(manner)) >= 2) == (why in pressing.on), (name, manner)
    trap = bank(language).trap
    assert [manner for manner in PRESSING if len(trap.questions(manner)) >= 2] == ["friendly_trap"]
    for section in (bank(language).silence, bank(language).unquoted):
        assert all(len(section.questions(manner)) >= 2 for manner in PRESSING)
        assert not any("{words}" in text for manner in PRESSING for text in section.questions(manner))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_quotes_and_a_contradiction_quotes_both(language: Language) -> None:
    manners: tuple[Manner, ...] = get_args(Manner)
    for name, why, section in sections(bank(language)):
        for text in (text for manner in manners for text in section.questions(manner)):
            assert "“{words}”" in text, (name, text)
            assert ("“{other}”" in text) == (why == "contradiction"), (name, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_known_places_are_filled_in(language: Language) -> None:
    known = {"words", "other", "fact", "ask", "ask_low", "unknown", "when_known", "withheld", "matter", "reason"}
    known |= {"back", "briefing"}
    assert set(re.findall(r"\{(\w*)\}", bank(language).model_dump_json())) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_owns_it_brings_a_fact(language: Language) -> None:
    texts = bank(language)
    replies = [*(section for _, _, section in sections(texts)), texts.silence, texts.trap, *texts.weak_skill.values()]
    assert all("{fact}" in reply.own and "{fact}" not in reply.dodge + reply.repeat for reply in replies)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_says_the_same_in_two_ways(language: Language) -> None:
    texts = [text for _, _, section in sections(bank(language)) for m in PRESSING for text in section.questions(m)]
    assert len(set(texts)) == len(texts)
