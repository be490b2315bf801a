"""Whatever an author or a player writes is data on every screen: no markup, no control code, no template."""

from __future__ import annotations

import unicodedata

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.errors import MachineError
from simulator.scenario.model import Scenario
from simulator.tui.app import PodiumApp
from simulator.tui.house import Notice
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.what_if import WhatIfScreen
from tests.builders import decision, ending, inject, line, option, question, scenario, silence
from tests.tui.house import FakeHouse, made, press, running, seen

H = "[bold red]x[/] {name} [@click=app.quit]y[/]\x1b[31m \x07\x1b]0;t\x07\x9b5m\x7f \u202egnp.exe\u2066 %s $primary"


def hostile() -> Scenario:
    """A scenario all of whose texts are hostile. The loader would refuse it; a screen must not rely on that."""
    told = {"text": H, "reaction": H, "headline": H, "note": H}
    finding = {"skill": "accuracy", "words": "y[/]", "because": H, "better": H}
    return scenario(
        inject("i0", text=H, title=H, channel=H, headline=H, voice="elder", then="q1"),
        question(
            "q1",
            line("a", levels={"accuracy": 2}, findings=[finding], **told),
            line("b", when="trust > 99", closed=H, **told),
            text=H,
            title=H,
            time_limit=60,
            silence=silence(**told),
            then="d1",
        ),
        decision("d1", option("do", **told), option("wait", text=H), text=H, title=H),
        ending("end", headline=H, text=H, lesson=H),
        title=H,
        role=H,
        objectives=(H,),
        author=H,
        licence=H,
        legal_basis=({"title": H, "in_force": "2026-01-01", "about": H},),
        dossier={
            "context": H,
            "facts": ({"id": "f", "text": H, "source": H, "as_of": H},),
            "unknowns": ({"id": "u", "text": H, "when_known": H},),
            "restricted": ({"id": "r", "text": H, "reason": H, "competent_body": H},),
            "rumours": ({"id": "m", "claim": H, "truth": H, "evidence": H},),
            "key_messages": (H,),
            "channels": {"next_briefing": H, "hotline": H, "web": H},
        },
        cast={
            "journalists": ({"id": "hang", "name": H, "outlet": H, "manner": "hostile", "about": H},),
            "voices": ({"id": "elder", "name": H, "part": H},),
        },
        public={"groups": ({"id": "g", "name": H, "share": 100, "part": "youth"},)},
    )


def assert_harmless(app: PodiumApp) -> None:
    """Nothing on the screen would be obeyed by a terminal."""
    bad = {character for character in seen(app) if unicodedata.category(character) in ("Cc", "Cf", "Cs")} - {"\n"}
    assert not bad, f"on {app.screen}"


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_hostile_text_is_shown_as_it_is_on_every_screen(size: tuple[int, int]) -> None:
    house = FakeHouse(hostile())
    house.notices = [Notice("{place}", {"place": H})]
    app = made(house)
    async with running(app, size) as pilot:
        assert_harmless(app)
        await press(pilot, "enter")
        await _all_tabs(pilot, 7)
        await press(pilot, "enter")
        assert_harmless(app)
        await press(pilot, "enter")
        assert "[bold red]x[/] {name} [@click=app.quit]y[/]␛[31m" in seen(app)
        assert_harmless(app)
        await press(pilot, "f2")
        await _all_tabs(pilot, 6)
        await press(pilot, "escape", "f6")
        assert_harmless(app)
        await press(pilot, "escape", "1", "enter")
        assert_harmless(app)
        await press(pilot, "enter", "1", "enter")
        assert_harmless(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, EndingScreen)
        assert_harmless(app)
        await press(pilot, "t")
        assert_harmless(app)
        await press(pilot, "escape", "enter")
        await _all_tabs(pilot, 5)
        await press(pilot, "w")
        assert_harmless(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, WhatIfScreen)
        assert_harmless(app)
        await press(pilot, "f1")
        assert_harmless(app)


async def _all_tabs(pilot: Pilot[None], count: int) -> None:
    app = pilot.app
    assert isinstance(app, PodiumApp)
    for _ in range(count):
        assert_harmless(app)
        await press(pilot, "right")


async def test_the_words_of_a_finding_are_still_found_after_control_codes() -> None:
    app = made(house := FakeHouse(hostile()), exercise=house.begin("tiny"))
    async with running(app) as pilot:
        await press(pilot, "enter", "1", "enter")
        assert "y[/][a]␛[31m" in seen(app)


async def test_hostile_errors_are_told_as_they_are() -> None:
    house = FakeHouse()
    app = made(house, "en")
    async with running(app, (100, 30)) as pilot:
        house.trouble = MachineError("cannot open {path}", path=H)
        await press(pilot, "enter")
        assert_harmless(app)
        assert "[bold red]x[/]" in seen(app)


async def test_pasted_control_codes_are_taken_as_signs() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "slash")
        field = app.screen.query_one("#search", Input)
        field.post_message(Paste("a\x1b[31mb\nc"))
        await press(pilot, "f5")
        assert field.value == "a␛[31mb"
        assert_harmless(app)
