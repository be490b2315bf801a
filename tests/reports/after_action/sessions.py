"""Sessions for reports, made of events; and a scenario whose every text is hostile."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.journal.port import Entry, SessionHeader
from simulator.reports.after_action.rating import Rating
from simulator.reports.after_action.recorded import Recorded
from simulator.scenario.assessment import Assessment
from simulator.scenario.model import Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.session.events import AnswerGiven, Continued, DeadlinePassed, Event, LineChosen, OptionTaken, Started
from tests.builders import decision, ending, inject, line, option, pool, question, scenario, silence

HOSTILE = (
    '=HYPERLINK("http://x") <script>alert(1)</script> {{ 7*7 }} *b* [l](http://x) | a\x1b[31m\u202e\ud800\x00\ufffe'
)
"""A text that a page, a spreadsheet, a word processor or a terminal might obey, or could not hold."""

STORY = scenario(
    inject("yard", title="The yard", voice="elder", channel="Market square", then="who_knew"),
    question(
        "who_knew",
        line("owns", text="We were late, by three hours.", levels={"accuracy": 4, "empathy": 3}, note="Plain."),
        line(
            "tells",
            text="It was Mr Pao who slept. He is known for it.",
            levels={"accuracy": 2, "empathy": 1},
            flags=["disclosure"],
            findings=[
                {"skill": "accuracy", "because": "Half of it."},
                {"skill": "empathy", "because": "No word for them.", "better": "Speak to the families."},
                {"flag": "disclosure", "words": "Mr Pao", "because": "A name that is to be kept."},
            ],
        ),
        line("vague", text="We will see about it.", levels={"accuracy": 2, "empathy": 0}),
        title="Who knew?",
        then="log",
    ),
    decision("log", option("wait", then="bitter"), option("publish", then="timed")),
    question(
        "timed",
        line("go", text="Go now, uphill.", levels={"accuracy": 3}),
        title="What now?",
        time_limit=60,
        silence=silence(text="Nobody speaks."),
        then="floor",
    ),
    question("aside", line("fine", levels={"accuracy": 3}), title="On the side", when="trust < 20", then="return"),
    question("money", line("sum", levels={"accuracy": 4}), title="How much?", then="return"),
    ending("good_end", outcome="good", headline="It held", lesson="Say it plainly."),
    ending("bitter", outcome="poor", headline="It did not"),
    id="story",
    title="A flood",
    objectives=("Own what is known.", "Keep what is to be kept."),
    pools=(pool("floor", "aside", "money", then="good_end"),),
    dossier={
        "context": "A flood came at night.",
        "facts": ({"id": "f1", "text": "It came at two.", "source": "The log", "as_of": "2:00"},),
        "rumours": (
            {"id": "m1", "claim": "A dam burst.", "truth": "No dam stands there.", "evidence": "The map."},
            {
                "id": "m2",
                "claim": "Aid was stolen.",
                "truth": "It was locked away.",
                "evidence": "The list.",
                "known_from": "aside",
            },
        ),
    },
)


def well() -> tuple[Event, ...]:
    """The expected path, to its end."""
    return _told(LineChosen("who_knew", "owns", 9_000), LineChosen("timed", "go", 20_000))


def badly() -> tuple[Event, ...]:
    """A name is told, and then the clock runs out."""
    return _told(LineChosen("who_knew", "tells", 9_000), DeadlinePassed("timed", 72_000))


def vaguely() -> tuple[Event, ...]:
    """An answer that leaves everybody cold, and no more."""
    return (Started(7), Continued("yard", 1_000), LineChosen("who_knew", "vague", 9_000))


def in_words(text: str, assessment: Assessment) -> tuple[Event, ...]:
    """The same in own words at the first question, and no more."""
    return (Started(7), Continued("yard", 1_000), AnswerGiven("who_knew", text, assessment, 9_000))


def _told(first: Event, second: Event) -> tuple[Event, ...]:
    published = OptionTaken("log", "publish", 12_000)
    return (Started(7), Continued("yard", 1_000), first, published, second, LineChosen("money", "sum", 80_000))


def recorded(
    events: Sequence[Event],
    *ratings: Rating,
    number: int = 1,
    of: Scenario = STORY,
    revisions: Revisions = UNREVISED,
    learner: str = "Lan",
) -> Recorded:
    """A session of these events, recorded a minute apart from six in the morning on."""
    header = SessionHeader(f"s{number}", of.id, of.title, "", of.language, 7, "2026-11-26T06:00:00+00:00", learner)
    at = [f"2026-11-26T06:{minute:02}:00+00:00" for minute in range(len(events))]
    entries = [Entry(header.id, place, event, at[place]) for place, event in enumerate(events)]
    return Recorded(number, of, header, entries, ratings, revisions)


def hostile() -> Scenario:
    """A scenario in which every text that an author writes is hostile."""
    written = HOSTILE.replace("\ud800", "")  # A scenario cannot hold half a character; an answer might.
    return STORY.model_validate(_poisoned(STORY.model_dump(exclude_none=True), written))


_KEPT = {
    *("id", "was", "kind", "journalist", "voice", "start", "then", "go", "ask", "when", "once", "skills", "questions"),
    *("levels", "flags", "skill", "flag", "manner", "module", "level", "language", "clock", "known_from", "replaces"),
    *("effects", "outcome", "interrupts", "type", "words", "licence", "follow_ups", "pools", "variables", "checks"),
}
"""Keys whose values are ids, names of the format or conditions; `words` must stand in the line."""


def _poisoned(value: object, text: str, key: str = "") -> object:
    if key in _KEPT:
        return value
    if isinstance(value, dict):
        return {name: _poisoned(inner, text, name) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_poisoned(inner, text, key) for inner in value)
    return text if isinstance(value, str) else value
