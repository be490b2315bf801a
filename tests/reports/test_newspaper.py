"""The two outlets and their headlines: enough of them, in both languages, and none that turns on a community."""

from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest

from simulator.reports.newspaper import QUOTE, PaperManner, headlines, outlets, standfirst
from simulator.scenario.model import Language, Scenario
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from tests.builders import question, scenario

MANNERS: tuple[PaperManner, ...] = get_args(PaperManner)
LANGUAGES: tuple[Language, ...] = get_args(Language)
STORIES: list[tuple[PaperManner, str, str]] = [
    *(("fair", kind, "") for kind in ("weak", "silence", "nothing")),
    *(("harsh", kind, "") for kind in ("cut", "weak", "silence", "nothing")),
    *((manner, "flag", flag) for manner in MANNERS for flag in RED_FLAGS),
    *(("fair", "strong", skill) for skill in SKILLS),
    *(("harsh", "weak", skill) for skill in SKILLS),
]

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_story = pytest.mark.parametrize(("manner", "kind", "about"), STORIES)


@each_language
@each_story
def test_each_story_has_three_headlines_and_one_that_needs_no_words(
    language: Language, manner: PaperManner, kind: str, about: str
) -> None:
    every = headlines(language, manner, kind, about, quoting=True)
    assert len(set(every)) == len(every) >= 3
    assert headlines(language, manner, kind, about, quoting=False)
    for text in every:
        assert _names(text) <= {"quote", "asker", "time"}
    assert _names(standfirst(language, manner, kind)) <= {"whole", "asker", "time"}
    assert "whole" not in _names(standfirst(language, manner, kind, cut=True))


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@each_language
@each_story
def test_no_headline_is_longer_than_a_paper_would_print(
    language: Language, manner: PaperManner, kind: str, about: str
) -> None:
    assert all(
        len(text.replace(QUOTE, "").split()) <= 14 for text in headlines(language, manner, kind, about, quoting=True)
    )


@each_language
@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("flag", ["disclosure", "stigma"])
def test_what_hurts_people_is_not_repeated_in_a_headline(language: Language, manner: PaperManner, flag: str) -> None:
    assert not any(QUOTE in text for text in headlines(language, manner, "flag", flag, quoting=True))


@each_language
def test_no_headline_names_a_community(language: Language) -> None:
    named = re.compile(
        r"dân tộc|người (Mông|Thái|Dao|Kinh)|tôn giáo|ethnic|minorit|tribe|religio|Muslim|Christian", re.I
    )
    for manner, kind, about in STORIES:
        for text in headlines(language, manner, kind, about, quoting=True):
            assert not named.search(text)


@pytest.mark.parametrize(
    ("manners", "fair", "harsh"),
    [
        (["sharp", "patient", "hostile", "friendly_trap"], "Paper 1", "Paper 2"),
        (["sharp", "friendly_trap"], "Paper 1", "Paper 0"),
        (["hostile", "hostile", "sharp"], "Paper 2", "Paper 0"),
        (["patient"], "Paper 0", "The Evening Flash"),
        (["sharp", "sharp"], "Paper 0", "The Evening Flash"),
        (["hostile"], "The Morning Record", "Paper 0"),
    ],
)
def test_the_outlets_are_the_casts_own_of_different_manner(manners: list[str], fair: str, harsh: str) -> None:
    assert outlets(_with_cast([(f"Paper {n}", manner) for n, manner in enumerate(manners)])) == (fair, harsh)


def test_an_invented_name_is_none_of_the_casts() -> None:
    assert outlets(_with_cast([("The Evening Flash", "patient")])) == ("The Evening Flash", "The Market Flash")


def test_two_journalists_of_one_outlet_are_one_outlet() -> None:
    assert outlets(_with_cast([("One", "patient"), ("One", "hostile")])) == ("One", "The Evening Flash")


def _with_cast(papers: list[tuple[str, str]]) -> Scenario:
    journalists = [
        {"id": "hang" if n == 0 else f"j{n}", "name": f"J {n}", "outlet": outlet, "manner": manner}
        for n, (outlet, manner) in enumerate(papers)
    ]
    return scenario(question("q1"), cast={"journalists": journalists})
