"""Tomorrow's front page: what is quoted of a session by whom, for what, and what would have prevented it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.language.catalogue import Catalogue
from simulator.language.signs import OBEYED
from simulator.reports.as_json import as_json
from simulator.reports.as_text import WIDTH
from simulator.reports.debrief import debrief
from simulator.reports.front_page import FrontPage, front_page
from simulator.reports.front_page_text import NOTHING_WOULD, front_page_as_text
from simulator.reports.quotation import WORDS_MAX
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.rubric import RED_FLAGS, RedFlag, overall
from simulator.session.events import AnswerGiven, DeadlinePassed, Event, LineChosen, Started
from tests.builders import Written, line, question, scenario, silence

GOOD = "We were late. I answer for that, and the log is on our page."
BLAMES = "The hamlet did not listen, so nobody is to blame here."


def because(words: str = "", better: str = "", **about: str) -> Written:
    return {
        "because": "It stands there.",
        **about,
        **({"words": words} if words else {}),
        **({"better": better} if better else {}),
    }


STORY = scenario(
    question(
        "who_knew",
        line("owns", text=GOOD, levels={"accuracy": 4}, findings=[because("I answer for that", skill="accuracy")]),
        line(
            "blames",
            text=BLAMES,
            levels={"accuracy": 1},
            flags=["blame"],
            findings=[
                because("The hamlet did not listen", flag="blame"),
                because("nobody", "Say who.", skill="accuracy"),
            ],
        ),
        line(
            "weak",
            text="It is being looked into.",
            levels={"accuracy": 1},
            findings=[
                because("being looked into", "Say by when.", skill="accuracy"),
            ],
        ),
        title="Who knew?",
        then="timed",
    ),
    question(
        "timed",
        line("shows", text="Read the log: it is on our page.", levels={"accuracy": 3}),
        time_limit=60,
        silence=silence(),
    ),
)


def page_of(*events: Event, seed: int = 1) -> FrontPage:
    return front_page(STORY, debrief(STORY, (Started(seed), *events)))


SILENT = DeadlinePassed("timed", 90_000)


def said(line_id: str) -> LineChosen:
    return LineChosen("who_knew", line_id, 5_000)


def test_a_flag_is_printed_out_of_context_beside_what_was_good() -> None:
    page = page_of(said("blames"), LineChosen("timed", "shows", 9_000))
    assert (page.harsh.kind, page.harsh.about, page.harsh.number, page.harsh.scene) == ("flag", "blame", 1, "who_knew")
    assert page.harsh.quote == "The hamlet did not listen"
    assert page.harsh.sentence == BLAMES
    assert (page.fair.kind, page.fair.quote) == ("strong", "Read the log: it is on our page")


def test_it_would_have_been_prevented_by_advice_or_by_the_best_lines_words() -> None:
    blamed = page_of(said("blames")).harsh.prevention
    assert (blamed.by, blamed.words) == ("line", "I answer for that, and the log is on our page.")
    weak = page_of(said("weak")).harsh.prevention
    assert (weak.by, weak.words) == ("advice", "Say by when.")


def test_where_nothing_was_good_the_fair_outlet_reports_the_flag_too() -> None:
    page = page_of(said("blames"))
    assert (page.fair.kind, page.fair.about) == ("flag", "blame")
    assert page.fair.headline != page.harsh.headline


def test_a_weak_answer_without_flags() -> None:
    page = page_of(said("weak"))
    assert (page.fair.kind, page.harsh.kind) == ("weak", "weak")
    assert page.harsh.quote == "being looked into"


def test_a_perfect_session_is_cut_out_of_context_and_nothing_would_have_prevented_it() -> None:
    page = page_of(said("owns"))
    assert (page.fair.kind, page.harsh.kind) == ("strong", "cut")
    assert page.harsh.quote == "I answer for that"
    assert page.harsh.prevention.by == "nothing"
    assert NOTHING_WOULD.split(":")[0] in front_page_as_text(page, Catalogue("en"))


def test_silence_alone() -> None:
    only = scenario(question("timed", line("shows"), time_limit=60, silence=silence(levels={"accuracy": 0})))
    page = front_page(only, debrief(only, (Started(1), DeadlinePassed("timed", 60_000))))
    assert (page.fair.kind, page.harsh.kind, page.harsh.quote) == ("silence", "silence", "")
    assert page.harsh.prevention.words == "This is the line shows."


def test_silence_lies_between_harmful_and_absent() -> None:
    assert page_of(said("weak"), SILENT).harsh.kind == "silence"
    assert page_of(said("blames"), SILENT).harsh.kind == "flag"


def test_before_the_first_answer_both_say_so() -> None:
    page = page_of()
    assert (page.fair.kind, page.harsh.kind, page.fair.number) == ("nothing", "nothing", 0)
    assert page.fair.headline != page.harsh.headline


def test_the_seed_chooses_the_headline_and_nothing_else_does() -> None:
    pages = [page_of(said("blames"), seed=seed) for seed in range(20)]
    assert len({page.harsh.headline for page in pages}) == 3
    assert pages[3] == page_of(said("blames"), seed=3)


def test_the_papers_write_in_the_scenarios_language() -> None:
    vietnamese = STORY.model_copy(update={"language": "vi"})
    page = front_page(vietnamese, debrief(vietnamese, (Started(1), said("blames"))))
    assert page.harsh.outlet in ("Trang tin Cuối Ngày", "Highland News")
    assert "mạng xã hội" in page.harsh.standfirst
    assert "Tomorrow's front page" in front_page_as_text(page, Catalogue("en"))


HOSTILE = st.text(st.sampled_from("ab ,.{}[]<>&“”\x1b\x00\n\u202e=@-"), min_size=1, max_size=80).filter(str.strip)


@settings(max_examples=60)
@given(
    HOSTILE,
    st.sampled_from([None, *RED_FLAGS]),
    st.integers(0, 4),
    st.integers(0, 90),
    st.integers(0, 90),
    st.integers(0, 9),
)
def test_any_answer_makes_a_page_of_plain_words(
    text: str, flag: RedFlag | None, level: int, start: int, end: int, seed: int
) -> None:
    flags = (flag,) if flag else ()
    findings = (Finding("Because.", None if flag else "accuracy", flag, start, end),)
    assessment = Assessment({"accuracy": level}, flags, findings, overall({"accuracy": level}, flags), "podium-1")
    page = page_of(AnswerGiven("who_knew", text, assessment, 5_000), seed=seed)
    for story in (page.fair, page.harsh):
        assert story.quote in text
        assert len(story.quote.split()) <= WORDS_MAX
        for words in (story.headline, story.standfirst, story.quote, story.sentence, story.outlet):
            assert not OBEYED.search(words)
            assert "\n" not in words
    shown = front_page_as_text(page, Catalogue("vi"))
    assert not OBEYED.search(shown)


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_as_text_every_line_fits(tongue: str) -> None:
    shown = front_page_as_text(page_of(said("blames")), Catalogue("vi" if tongue == "vi" else "en"))
    assert max(map(len, shown.splitlines())) <= WIDTH
    assert "“The hamlet did not listen”" in shown


def test_as_json_is_plain_data() -> None:
    data = json.loads(as_json(page_of(said("blames"))))
    assert data["harsh"]["quote"] == "The hamlet did not listen"
    assert data["harsh"]["prevention"]["by"] == "line"


def test_a_fair_paper_prints_the_whole_sentence_or_says_that_it_is_cut() -> None:
    page = page_of(said("owns"))
    assert page.fair.standfirst.endswith("“I answer for that, and the log is on our page.”")
    assert "The whole sentence" not in front_page_as_text(page, Catalogue("en")).split(page.harsh.outlet)[0]
    long = f"{'We were late and ' * 30}I answer for that."
    assessment = Assessment({"accuracy": 4}, (), (Finding("Because.", "accuracy", None, 0, 12),), 100)
    cut = page_of(AnswerGiven("who_knew", long, assessment, 5_000))
    assert cut.fair.standfirst.endswith("in a sentence cut here: “We were late”")


def test_a_paper_does_not_call_itself_by_its_name() -> None:
    page = page_of(said("owns"))
    asked = debrief(STORY, (Started(1), said("owns"))).questions[0].outlet
    assert page.fair.outlet == asked
    assert "in answer to this newspaper" in page.fair.standfirst
    assert asked not in page.fair.standfirst


def test_tomorrow_is_the_day_after() -> None:
    read = debrief(STORY, (Started(1), said("owns")))
    for day, after in (("6 March", "7 March"), ("one fine day", ""), (None, "")):
        dated = STORY.model_copy(update={"clock": STORY.clock.model_copy(update={"day": day})})
        assert front_page(dated, read).day == after
