"""Sessions for the reports to tell of: one of everything, in texts of the test's choice."""

from __future__ import annotations

from dataclasses import replace

from simulator.reports.debrief import Debrief, debrief
from simulator.scenario.assessment import Assessment, Finding
from simulator.scenario.model import Scenario
from simulator.scenario.revision import UNREVISED, Revisions
from simulator.scenario.verdict import Verdict
from simulator.session.events import (
    AnswerGiven,
    Continued,
    DeadlinePassed,
    Event,
    LineChosen,
    OptionTaken,
    Prepared,
    Pressed,
    Rated,
    Started,
)
from simulator.session.modes import Mode
from simulator.session.preparation import OPENING_SKILLS
from simulator.session.press import Press, PressLine, Quote
from tests.builders import decision, ending, inject, line, option, question, scenario, silence

HOSTILE = (
    "</style></title><script>alert(1)</script><img src=//evil.example/x onerror=alert(2)> <b>&amp;\"'`{{7*7}}{% raw %}"
    " \x1b[31m\x07\x00\x9b \u202egnp\u2066\u200f url(//evil.example)",
    "[link](http://evil.example) ![i](//evil.example/i) **bold** _em_ `code` | cell | <http://evil.example> ~~s~~ \\"
    " http://evil.example www.evil.example a@evil.example &lt; # h1",
    "1. one\n- two\n# three\n> four\n\n    five\n--- \n=1+1 [6]: http://evil.example",
)
"""What no report may obey."""


def story(text: str = "Words.", language: str = "en") -> Scenario:
    """A scenario with every kind of scene, all of whose texts are this one."""
    label = " ".join(text.splitlines())
    told = {"text": text, "reaction": text, "headline": label, "note": text}
    reasons = [{"skill": "accuracy", "words": text[:3], "because": text, "better": text}]
    flagged = [{"flag": "blame", "words": text[2:9], "because": text, "better": text}]
    return scenario(
        inject("i0", text=text, title=label, channel=label, headline=label, voice="elder", then="q1"),
        question(
            "q1",
            line("a", levels={"accuracy": 1, "empathy": 2}, flags=["blame"], findings=reasons + flagged, **told),
            line("b", levels={"accuracy": 4, "empathy": 3}, findings=reasons, **told),
            line("c", levels={"accuracy": 3, "empathy": 3}, when="trust > 99", closed=text, **told),
            text=text,
            title=label,
            then="d1",
        ),
        decision("d1", option("do", then="q2", **told), option("wait", text=text, then="q2"), text=text, title=label),
        question(
            "q2",
            line("x", levels={"accuracy": 3}),
            time_limit=60,
            silence=silence(**told),
            text=text,
            title=label,
            then="q3",
        ),
        question("q3", line("y", levels={"accuracy": 2}), text=text, title=label),
        ending("end", headline=label, text=text, lesson=text, outcome="mixed"),
        ending("other", headline=label, text=text, lesson=text, outcome="good"),
        id="a-story",
        language=language,
        title=label,
        role=text,
        author=label,
        dossier={
            "context": text,
            "facts": ({"id": "f", "text": text, "source": label, "as_of": label},),
            "rumours": ({"id": "m", "claim": text, "truth": text, "evidence": text},),
        },
        cast={
            "journalists": ({"id": "hang", "name": label, "outlet": label, "manner": "hostile", "about": text},),
            "voices": ({"id": "elder", "name": label, "part": label},),
        },
        public={"groups": ({"id": "g", "name": label, "share": 100, "part": "villagers"},)},
    )


def events(text: str = "Words.", mode: Mode = "practice", *, ended: bool = True) -> tuple[Event, ...]:
    """One of every event: a preparation, a line, a press, silence, and an answer in own words."""
    opening = Assessment(dict.fromkeys(OPENING_SKILLS, 2), (), (), 50)
    graded = Assessment(
        {"accuracy": 1},
        ("speculation",),
        (Finding(text, "accuracy", None, 0, 3, text), Finding(text, None, "speculation", 1, 6, text)),
        17,
        "podium-1/lexical",
    )
    press = Press(
        "press_1",
        "hang",
        "flag",
        text,
        (Quote(1, text),),
        ("accuracy",),
        (PressLine("a", text, {"accuracy": 4}), PressLine("b", text, {"accuracy": 0}, ("falsehood",))),
    )
    begun: tuple[Event, ...] = (
        Started(1, mode=mode),
        Prepared((text[:100],), (), text, opening, 100),
        Continued("i0", 500),
        LineChosen("q1", "a", 1_000),
        Rated(3, 1_100),
        Pressed(press, 1_200),
        LineChosen("press_1", "b", 2_000),
        OptionTaken("d1", "do", 3_000),
        DeadlinePassed("q2", 63_000),
    )
    return (*begun, AnswerGiven("q3", text, graded, 70_000)) if ended else begun


def debriefed(text: str = "Words.", revisions: Revisions = UNREVISED, mode: Mode = "practice") -> Debrief:
    """The debrief of all that."""
    read = debrief(story(text), events(text, mode), "session-1", revisions)
    return replace(read, learner=text[:100], begun_at="2026-11-26T06:00:00+00:00")


def decided(text: str = "Words.") -> Revisions:
    """A person's verdict on the first answer: another level, one flag instead of the other."""
    verdict = Verdict(1, {"accuracy": 3}, ("stigma",), reason=text, by=text[:60], moment=1_000)
    return Revisions({1: verdict})
