"""A press as the tests put it, and the session that it is put in."""

from __future__ import annotations

from simulator.scenario.assessment import Finding
from simulator.session.press import Press, PressLine, Quote

PRESS = Press(
    id="press_1",
    journalist="hang",
    why="flag",
    text="You said “line x”. Can you guarantee that?",
    quotes=(Quote(1, "line x"),),
    skills=("accuracy", "transparency"),
    lines=(
        PressLine("a", "I take it back.", {"accuracy": 4, "transparency": 3}, (), (Finding("Owned.", "accuracy"),)),
        PressLine("b", "We shall see.", {"accuracy": 1, "transparency": 2}),
        PressLine(
            "c",
            "It is as I said.",
            {"accuracy": 0, "transparency": 0},
            ("false_reassurance",),
            (Finding("Again.", flag="false_reassurance", start=6, end=15, better="Say what is known."),),
        ),
    ),
)
