"""Before the conference: messages, matters to keep, an opening statement that is graded, and a draft that stays."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from simulator.errors import MachineError
from simulator.exercise.clock import ManualClock
from simulator.session.events import Prepared
from simulator.session.preparation import MESSAGE_MAX, OPENING_MAX
from simulator.tui.app import PodiumApp
from simulator.tui.preparing import Preparing
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.preparation import TIME_MS, PreparationScreen
from simulator.tui.widgets.matters import Matters
from tests.tui.house import FakeHouse, made, press, room, running, seen, settled, told
from tests.tui.story import landslide

MESSAGE = "Xã nhận lỗi vì còi không kêu."
OPENING = "Xã xin lỗi bà con. 17 giờ mai có câu trả lời."


def here(house: FakeHouse | None = None, **changes: object) -> PodiumApp:
    """A house with the landslide alone."""
    return made(house or FakeHouse(landslide(**changes)), "en")


async def paste(pilot: Pilot[None], text: str) -> None:
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(Paste(text))
    await settled(pilot)


async def fill_in(pilot: Pilot[None]) -> None:
    """From the library: a message, a matter marked, and an opening statement."""
    await press(pilot, "enter", "p")
    await paste(pilot, MESSAGE)
    await press(pilot, "enter", "enter", "enter", "space", "tab")
    await paste(pilot, OPENING)


async def test_it_is_filled_in_graded_recorded_and_shown_like_an_answer() -> None:
    app = here(house := FakeHouse(landslide()))
    async with running(app) as pilot:
        await fill_in(pilot)
        await press(pilot, "f9")
        prepared = house.journal_events()[-1]
        assert isinstance(prepared, Prepared)
        assert (prepared.messages, prepared.withheld, prepared.opening) == ((MESSAGE,), ("r1",), OPENING)
        assert house.graded == [OPENING]
        assert "Your opening statement: 63 of 100" in seen(app)
        assert "Take back" not in seen(app)
        await press(pilot, "enter")
        assert room(app).table.scene.id == "yard"


async def test_an_exam_records_the_opening_statement_and_tells_no_grade() -> None:
    app = here()
    app.mode = "exam"
    async with running(app) as pilot:
        await fill_in(pilot)
        await press(pilot, "f9")
        assert "Your opening statement is recorded" in seen(app)
        assert "of 100" not in seen(app)
        assert room(app).exercise.state.mode == "exam"


async def test_nothing_has_to_be_filled_in() -> None:
    app = here(house := FakeHouse(landslide()))
    async with running(app) as pilot:
        await press(pilot, "enter", "p", "f9")
        assert room(app).table.scene.id == "yard"
        assert not room(app).looking_back
        assert len(house.journal_events()) == 1


async def test_the_draft_stays_on_escape_and_is_gone_once_one_has_gone_in() -> None:
    app = here(house := FakeHouse(landslide()))
    async with running(app) as pilot:
        await fill_in(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, BriefingScreen)
        assert not house.journal.sessions(), "nothing has begun"
        await press(pilot, "p")
        assert isinstance(app.screen, PreparationScreen)
        for words in (MESSAGE, "[✕] Tên người trực.", OPENING):
            assert words in seen(app)
        await press(pilot, "f9")
    assert [draft.text for draft in house.drafts.values()] == [""]


@pytest.mark.parametrize("text", ["{", "[]", '{"messages": 3, "withheld": [], "opening": ""}', '{"messages": []}'])
async def test_a_draft_that_cannot_be_read_is_none(text: str) -> None:
    app = here(house := FakeHouse(landslide()))
    house.keep_draft("preparation-sat-lo-khe-ten", house.draft("")._replace(scene="preparation", text=text))
    async with running(app) as pilot:
        await press(pilot, "enter", "p")
        assert isinstance(app.screen, PreparationScreen)


async def test_an_opening_that_cannot_be_graded_begins_nothing_and_loses_nothing() -> None:
    app = here(house := FakeHouse(landslide()))
    async with running(app) as pilot:
        await fill_in(pilot)
        house.trouble = MachineError("no grader")
        await press(pilot, "f9")
        assert any("No grader" in text for text in told(app))
        assert OPENING in seen(app)
        house.trouble = None
        assert not house.journal.sessions()
        await press(pilot, "f9")
        assert room(app).looking_back


async def test_lengths_are_bounded() -> None:
    app = here(house := FakeHouse(landslide()))
    async with running(app) as pilot:
        await press(pilot, "enter", "p")
        await paste(pilot, "a" * (MESSAGE_MAX + 1))
        await paste(pilot, "b" * MESSAGE_MAX)
        await press(pilot, "tab", "tab", "tab", "tab")
        await paste(pilot, "c" * (OPENING_MAX + 5))
        assert told(app) == ["An opening statement has at most 2,000 characters; what is beyond was left out."]
        await press(pilot, "f9")
        prepared = house.journal_events()[-1]
        assert isinstance(prepared, Prepared)
        assert [len(text) for text in (*prepared.messages, prepared.opening)] == [MESSAGE_MAX, OPENING_MAX]


async def test_the_dossier_stands_beside_it_or_one_key_away() -> None:
    app = here()
    async with running(app) as pilot:
        await press(pilot, "enter", "p")
        assert "Trạm y tế xã" not in seen(app)
        await press(pilot, "f2")
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape")
        await pilot.resize_terminal(140, 40)
        await settled(pilot)
        assert "Trạm y tế xã" in seen(app)


async def test_a_matter_is_marked_with_the_mouse() -> None:
    app = here()
    async with running(app) as pilot:
        await press(pilot, "enter", "p")
        await pilot.click(Matters, offset=(6, 0))
        await settled(pilot)
        assert app.screen.query_one(Matters).marked == ("r1",)
        await press(pilot, "space", "down")
        assert app.screen.query_one(Matters).marked == ()
        assert app.focused is not None
        assert app.focused.id == "opening", "beyond the last is the next field"


async def test_each_matter_is_reached_and_marked_by_keys_and_the_place_is_seen() -> None:
    (name,) = landslide().dossier.restricted
    dossier = landslide().model_dump(exclude_none=True)["dossier"]
    kept = [{**name.model_dump(exclude_none=True), "id": id_, "text": id_} for id_ in ("one", "two", "three")]
    app = here(FakeHouse(landslide(dossier={**dossier, "restricted": kept})))
    async with running(app) as pilot:
        await press(pilot, "enter", "p", "tab", "tab")
        assert "▸ [" not in seen(app)
        await press(pilot, "tab")
        assert "▸ [ ] one" in seen(app)
        await press(pilot, "down", "space", "down", "enter", "up")
        assert "▸ [✕] two" in seen(app)
        assert seen(app).count("▸ [") == 1
        assert app.screen.query_one(Matters).marked == ("two", "three")
        await press(pilot, "shift+tab", "tab")
        assert "▸ [✕] two" in seen(app), "one comes back to where one was"


async def test_its_own_clock_calls_nobody_in() -> None:
    app, clock = here(), ManualClock()
    async with running(app) as pilot:
        screen = PreparationScreen(landslide(), Preparing(), clock)
        await app.push_screen(screen)
        await settled(pilot)
        assert "10:00 left" in seen(app)
        clock.pass_time(TIME_MS)
        screen._show_clock()
        await settled(pilot)
        assert "The journalists are waiting" in seen(app)
        assert "left" not in seen(app).splitlines()[1]


async def test_a_dossier_without_restricted_matters_has_none_to_mark() -> None:
    dossier = {**landslide().model_dump(exclude_none=True)["dossier"], "restricted": ()}
    app = here(dossier=dossier)
    async with running(app) as pilot:
        await press(pilot, "enter", "p")
        assert "Not to be said" not in seen(app)
        await press(pilot, "f9")
        assert room(app).table.scene.id == "yard"


async def test_messages_stay_in_view_and_tell_when_one_comes_back_to_them() -> None:
    app = here()
    async with running(app, (140, 40)) as pilot:
        await fill_in(pilot)
        await press(pilot, "f9", "enter", "enter")
        assert "Your messages" in seen(app)
        assert f"▸ {MESSAGE}" in seen(app)
        assert "✕ Tên người trực." in seen(app)
        await press(pilot, "f5")
        await paste(pilot, "Xã nhận lỗi vì còi không kêu đêm qua.")
        assert f"✓ {MESSAGE}" in seen(app)


async def test_the_debrief_tells_of_message_discipline_and_the_opening() -> None:
    app = here()
    async with running(app, (100, 50)) as pilot:
        await fill_in(pilot)
        await press(pilot, "f9", "enter", "enter", "2", "enter", "enter", "2", "enter", "1", "enter", "enter", "enter")
        assert isinstance(app.screen, DebriefScreen)
        await press(pilot, "left")
        assert app.screen.tab == "prepared"
        text = seen(app)
        for words in ("Message discipline", MESSAGE, "Your opening statement: 63 of 100", "✕ Tên người trực."):
            assert words in text
