"""The debrief as a page: whole, named, escaped, fetching nothing, and the words under their marks."""

from __future__ import annotations

import pytest

from simulator.language.catalogue import Catalogue, Tongue
from simulator.reports.debrief import Debrief, debrief
from simulator.reports.pages.debrief_page import debrief_page
from simulator.reports.pages.front_page_page import front_page_page
from simulator.reports.practise_next import SuggestedQuestion, with_questions
from simulator.reports.shown import shown
from tests.reports.reading import Page, faults
from tests.reports.stories import HOSTILE, debriefed, decided, events, story

CALM = "Calm words for a page."


def page(read: Debrief, tongue: Tongue = "en") -> Page:
    return Page(debrief_page(read, Catalogue(tongue), "today"))


@pytest.mark.parametrize("tongue", ["vi", "en"])
@pytest.mark.parametrize("text", [CALM, *HOSTILE])
def test_a_page_is_sound_and_fetches_nothing(text: str, tongue: Tongue) -> None:
    read = with_questions(debriefed(text, decided(text)), [SuggestedQuestion(text, text, text)])
    assert faults(debrief_page(read, Catalogue(tongue), text, "../index.html"), tongue) == []
    assert read.front_page is not None
    assert faults(front_page_page(read.front_page, Catalogue(tongue)), tongue) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_text_and_codes_are_seen(text: str) -> None:
    html = debrief_page(debriefed(text, decided(text)), Catalogue("en"), "today")
    read = Page(html)
    words = " ".join(shown(text).split())
    # Title, question, answer, reason, advice, note, reaction, path and more: every one of them says it whole.
    assert read.text.count(words) > 20
    assert not set(html) & set("\x00\x07\x1b\x9b\u202e\u2066\u200f")
    assert not read.all("b", "evil")
    assert len(read.all("style")) == len(read.all("title")) - len(read.all("svg")) == 1


def test_the_answer_stands_there_letter_for_letter_with_the_letters_of_its_marks() -> None:
    answer = page(debriefed(CALM)).all("blockquote", "words")[0]
    assert answer.text == "Cala" + "m wordb" + CALM[9:]
    marks = page(debriefed(CALM)).all("mark")
    # "Cal" explains level 1, "lm word" a red flag, and where they overlap the graver one counts.
    assert [one.attributes["class"] for one in marks[:3]] == ["against", "against", "against"]


def test_what_is_said_of_each_question() -> None:
    read = debriefed(CALM)
    html = page(read)
    assert len(html.all("article", "question")) == 4
    assert [one.attributes["href"] for one in html.all("a")] == [f"#answer-{n}" for n in (1, 2, 3, 4)]
    assert "This question presses: your own words come back." in html.text
    assert "You kept silent" in html.text
    assert "graded by its words alone" in html.text
    assert "was not open then" in html.text
    for asked in read.questions:
        assert f"Trust {asked.trust[0]} → {asked.trust[1]}" in html.text


def test_a_verdict_stands_beside_the_graders_level_and_counts() -> None:
    html = page(debriefed(CALM, decided(CALM)))
    assert "Accuracy: 3 good; the grader's level was 1 absent." in html.text
    assert "Red flag raised: Stigma." in html.text
    assert "Red flag taken away: Shifting blame." in html.text
    assert [one.text for one in html.all("s")] == ["Shifting blame"]
    assert "3 good (the grader said 1)" in html.text
    assert html.all("span", "got")[0].text.startswith("55")


def test_an_exam_that_goes_on_tells_no_grade() -> None:
    read = debrief(story(CALM), events(CALM, "exam", ended=False), "s")
    assert read.withheld
    html = debrief_page(read, Catalogue("en"), "today")
    assert faults(html, "en") == []
    assert "This is an exam that goes on" in html
    for hidden in ("/100", "<svg", "<mark", "⚑</", "Best line", "Trust <b>", "The rumour", "Mentor"):
        assert hidden not in html


def test_before_the_first_answer() -> None:
    html = debrief_page(debrief(story(CALM), events(CALM)[:1], "s"), Catalogue("en"))
    assert faults(html, "en") == []
    assert "No question was answered in this session." in html


def test_texts_in_another_language_than_the_page_say_so() -> None:
    html = page(debriefed(CALM), "vi")
    assert html.all("h1")[0].attributes["lang"] == "en"
    assert "lang" not in page(debriefed(CALM)).all("h1")[0].attributes
    # What was said in one's own words may be in any language.
    assert "lang" not in html.all("blockquote", "words")[-2].attributes
