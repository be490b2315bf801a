"""Twee 3: what links mean, which passage is the first, and that nothing is lost without being told."""

from __future__ import annotations

import pytest

from simulator.authoring.importing.story import Passage, Story
from simulator.authoring.importing.twee import read_twee

STORY = """\
words before all

:: StoryTitle
The  late
notice

:: StoryData
{"ifd": "1", "start": "The bridge", "format": "SugarCube"}

:: Elsewhere
Nobody leads here.

:: The bridge [decision market] {"position":"10,20"}
It is closed. [[Ask why->Why]] or [[Home<-go]] home.

[[Wait|Later]]
[[Why]]
[[Pay->Money][$gold to 1]]

:: Why
<<if $x>>A span is cracked.<</if>> (set: $y to 1) <b>Now</b> <!-- a
long remark --> [[x]]
"""


def story() -> Story:
    return read_twee(STORY)


def of(told: Story, key: str) -> Passage:
    return next(one for one in told.passages if one.key == key)


def test_title_start_and_passages() -> None:
    told = story()
    assert (told.title, told.start) == ("The late notice", "The bridge")
    assert [one.key for one in told.passages] == ["Elsewhere", "The bridge", "Why"]
    assert of(told, "The bridge").tags == ("decision", "market")


def test_every_form_of_a_link() -> None:
    links = of(story(), "The bridge").links
    assert [(one.label, one.target, one.line) for one in links] == [
        ("Ask why", "Why", 14),
        ("go", "Home", 14),
        ("Wait", "Later", 16),
        ("Why", "Why", 17),
        ("Pay", "Money", 18),
    ]


def test_a_link_in_a_sentence_leaves_its_words_and_one_alone_leaves_nothing() -> None:
    lines = [line for line in of(story(), "The bridge").text if line]
    assert lines == ["It is closed. Ask why or go home."]


@pytest.mark.parametrize(
    ("inner", "label", "target"),
    [("a->b->c", "a->b", "c"), ("a<-b<-c", "b<-c", "a"), ("a|b|c", "a|b", "c"), ("->b", "b", "b"), ("a->", "a", "")],
)
def test_arrows_within_a_label(inner: str, label: str, target: str) -> None:
    (link,) = of(read_twee(f":: P\n[[{inner}]]"), "P").links
    assert (link.label, link.target) == (label, target)


def test_what_is_not_carried_over_is_told_with_its_line() -> None:
    told = {(one.line, one.shown.split("\n")[0]) for one in story().all_lost()}
    assert told >= {
        (1, "words before all"),
        (18, "$gold to 1"),
        (21, "<<if $x>>"),
        (21, "<</if>>"),
        (21, "(set: $y to 1)"),
        (21, "<b>"),
        (21, "<!-- a"),
    }
    assert of(story(), "Why").prose.split() == ["A", "span", "is", "cracked.", "Now"]
    assert [one.line for one in of(story(), "Why").links] == [22]


def test_passages_for_the_format_alone_are_told() -> None:
    told = read_twee(":: StoryInit\n<<set $a to 1>>\n\n:: css [stylesheet]\nb {}\n\n:: P\nHi.")
    assert [one.key for one in told.passages] == ["P"]
    assert [one.line for one in told.lost] == [1, 4]


def test_signs_in_a_name_are_escaped() -> None:
    told = read_twee(r":: A \[b\] \{c\} [tag]")
    assert (told.passages[0].key, told.passages[0].tags) == ("A [b] {c}", ("tag",))


def test_of_two_passages_of_a_name_both_stay_and_it_is_told() -> None:
    told = read_twee(":: P\none\n:: P\ntwo")
    assert len(told.passages) == 2
    assert [one.line for one in told.all_lost()] == [3]


@pytest.mark.parametrize("data", ["{", "[]", "3", '{"start": 5}', "[" * 100_000])
def test_story_data_that_cannot_be_read_breaks_nothing(data: str) -> None:
    told = read_twee(f":: StoryData\n{data}\n\n:: A\nHi.\n:: Start\nHo.")
    assert told.start == "Start"


def test_without_a_start_the_first_passage_is_it() -> None:
    assert read_twee(":: B\n:: A").start == "B"
    assert read_twee("").passages == []


def test_markup_goes_its_words_stay_and_each_is_told_at_its_line() -> None:
    told = read_twee(
        ":: Start\n''Bold'', //it// and __low__ **two** *one* ~~no~~.\n"
        "(if: $x is 1)[shown [deep]] |a>[named] [last]<b|\n"
        "@@color:red;red@@ {close} \\\n! Head\n---\nPay $gold.sum or $5.\n[[''Go''->A]]\n:: A\n"
    )
    start = told.passages[0]
    assert start.prose.split("\n")[:6] == [
        "Bold, it and low two one no.",
        "shown [deep] named last",
        "red close",
        "Head",
        "",
        "Pay (TODO: $gold.sum) or $5.",
    ]
    assert [(link.label, link.target) for link in start.links] == [("Go", "A")]
    assert [one.line for one in start.lost] == [*[2] * 6, *[3] * 7, *[4] * 3, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "prose",
    [
        "Open http://a.example/b//c at once.",
        "3 * 4 * 5 is 60, on 1/2/2026 // not closed.",
        "a_b_c and x__y__z; it cost $5; 50 == 50.",
        "She said: 'no'.",
    ],
)
def test_prose_that_only_looks_like_markup_stays(prose: str) -> None:
    start = read_twee(f":: Start\n{prose}\n").passages[0]
    assert (start.prose.strip(), start.lost) == (prose, [])


def test_brackets_that_no_macro_rules_stay_and_are_told() -> None:
    start = read_twee(":: Start\nHe left [in haste].\n").passages[0]
    assert start.prose.strip() == "He left [in haste]."
    assert [(one.line, one.shown) for one in start.lost] == [(2, "[in haste]")]


def test_chapbooks_modifiers_and_inserts_are_told() -> None:
    text = ':: StoryData\n{"ifd": "1", "format": "Chapbook"}\n:: Start\n[if seen]\nHello {name}.\n[continued]\n'
    start = read_twee(text).passages[0]
    assert start.prose.split() == ["Hello", "(TODO:", "{name})."]
    assert [one.shown for one in start.lost] == ["[if seen]", "{name}", "[continued]"]
