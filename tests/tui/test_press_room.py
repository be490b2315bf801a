"""The press room: marking and saying a line, the aftermath, taking back, going on, leaving and resuming."""

from __future__ import annotations

import pytest

from simulator.session.events import LineChosen, OptionTaken, TakenBack
from simulator.tui.screens.confirm import ConfirmScreen
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.widgets.stage import Stage
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen, settled, told
from tests.tui.story import landslide
from tests.tui.test_pressing import pressed


async def test_five_keys_from_the_library_to_the_first_answer() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "enter", "enter", "enter", "2", "enter")
        assert [event.line for event in room(app).exercise.events if isinstance(event, LineChosen)] == ["owns"]
        assert room(app).looking_back


async def test_keys_typed_ahead_are_all_obeyed_in_their_order() -> None:
    app = made()
    async with running(app) as pilot:
        for key in ("enter", "enter", "enter", "2", "enter", "enter"):
            app.simulate_key(key)
        await press(pilot, "f5")
        assert [answer.choice for answer in room(app).exercise.state.answers] == ["owns"]
        assert room(app).table.scene.id == "log"


async def test_enter_in_haste_says_no_line_of_the_next_question_and_tells_why() -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, "-", "owns"))
    async with running(app) as pilot:
        for key in ("enter", "enter", "1", "enter", "enter", "enter", "enter"):
            app.simulate_key(key)
        await settled(pilot)
        assert [event.option for event in house.journal_events() if isinstance(event, OptionTaken)] == ["publish"]
        assert room(app).table.scene.id == "gauge"
        assert not room(app).looking_back
        assert told(app) == [
            "Mark an option first, with ↑↓ or its number.",
            "Mark a line first, with ↑↓ or its number.",
        ]


async def test_a_press_is_not_answered_by_an_enter_in_haste() -> None:
    app = made(house := FakeHouse(), exercise=pressed(house))
    async with running(app) as pilot:
        await press(pilot, "enter", "enter")
        assert room(app).answering
        await press(pilot, "up", "up", "1", "enter", "enter", "enter")
        assert room(app).table.scene.id == "log"
        assert room(app).marked == ""


async def test_a_mark_is_not_carried_over_to_the_next_scene() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "2", "enter", "enter")
        assert room(app).marked == ""
        await press(pilot, "up")
        assert room(app).marked == "keep", "upwards begins at the last"


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        (("-", "owns"), "A decision is made by one of its options; your own words are for questions."),
        ((), "No question waits for an answer now; own words are open again at the next one."),
    ],
    ids=["decision", "inject"],
)
async def test_where_own_words_are_not_taken_their_key_says_why(steps: tuple[str, ...], why: str) -> None:
    app = made(house := FakeHouse(), "en", exercise=begun(house, *steps))
    async with running(app, (140, 40)) as pilot:
        await press(pilot, "f5", "w")
        assert told(app) == [why]
        assert "Own words" not in seen(app)


async def test_an_inject_is_read_and_gone_past() -> None:
    app = made(exercise=begun(house := FakeHouse()))
    async with running(app) as pilot:
        assert "Lò Văn Ún, Trưởng bản Khe Ten" in seen(app)
        assert "Cán bộ nói to" in seen(app)
        await press(pilot, "enter")
        assert room(app).table.scene.id == "opening"
        assert len(house.journal.entries(room(app).exercise.session_id)) == 2


async def test_the_question_its_speaker_and_its_lines_are_seen() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app):
        text = seen(app)
        for words in (
            "Vi Thu Hằng",
            "Kênh Tin Vùng Cao",
            "Còi báo sạt lở sao không kêu",
            "1 Còi của xã",
            "4 Dân không",
        ):
            assert words in text


async def test_a_closed_line_says_why_and_cannot_be_marked() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        stage = app.screen.query_one(Stage)
        assert "→ Sổ trực chưa đăng." in seen(app)
        await press(pilot, "3")
        assert stage.place is None
        await press(pilot, "down", "down", "down")
        assert stage.place == 3, "the arrow keys step over it"
        await press(pilot, "up")
        assert stage.place == 1


async def test_the_mark_stays_at_the_ends_of_the_list_and_unknown_numbers_do_nothing() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        stage = app.screen.query_one(Stage)
        await press(pilot, "down", "up")
        assert stage.place == 0
        await press(pilot, "4", "down", "down")
        assert stage.place == 4, "in one's own words"
        await press(pilot, "9")
        assert stage.place == 4


async def test_the_aftermath_shows_levels_words_reasons_and_what_changed() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        text = seen(app)
        overall = room(app).exercise.state.answers[-1].overall
        assert f"{overall}/100" in text
        for words in (
            "■■■· 3",
            "■··· 1",
            "■■·· 2",
            "Ngoài hiên có tiếng thở dài.",
            "hỏng từ tháng trước[a]",
            "a Có mốc",
        ):
            assert words in text
        assert "▲" in text or "▼" in text or " =" in text


async def test_a_wide_window_shows_the_reasons_beside_the_words() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "late"))
    async with running(app, (140, 40)) as pilot:
        assert "Tìm đường cho xe cứu thương" in seen(app), "the key messages stand at the side"
        await press(pilot, "1", "enter", "enter", "1", "enter")
        beside = [line for line in seen(app).splitlines() if "│" in line]
        assert any("Chưa biết. 17 giờ mai" in line.split("│")[0] for line in beside)
        assert any("■■■· 3" in line.split("│")[1] for line in beside)


async def test_an_answer_is_taken_back_and_another_given() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "4", "enter", "u", "right", "enter")
        assert not room(app).looking_back
        assert room(app).table.scene.id == "opening"
        assert room(app).exercise.state.answers == ()
        await press(pilot, "2", "enter")
        assert [type(event) for event in room(app).exercise.events[-3:]] == [LineChosen, TakenBack, LineChosen]
        assert room(app).exercise.state.answers[-1].choice == "owns"


async def test_whoever_believes_that_they_type_takes_nothing_back() -> None:
    app = made(house := FakeHouse(), exercise=begun(house, "-"))
    async with running(app) as pilot:
        await press(pilot, "4", "enter", *"nguyen tac uy", "Y", "space")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "enter")
        assert room(app).looking_back, "to keep it is what Enter says"
        await press(pilot, "u", "ctrl+q", "escape", "escape")
        assert not any(isinstance(event, TakenBack) for event in house.journal_events())


async def test_nothing_is_taken_back_without_an_aftermath_on_show() -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "u")
        assert not any(isinstance(event, TakenBack) for event in room(app).exercise.events)


async def test_a_decision_tells_its_reaction_and_one_without_goes_straight_on() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns"))
    async with running(app) as pilot:
        assert "Cần quyết định" in seen(app)
        await press(pilot, "1", "enter")
        assert "Cả sân cúi xuống đọc." in seen(app)
        await press(pilot, "u", "right", "enter")
        assert room(app).table.scene.id == "log"
        await press(pilot, "2", "enter")
        assert [event.option for event in room(app).exercise.events if isinstance(event, OptionTaken)][-1] == "keep"
        assert not room(app).looking_back
        assert room(app).table.scene.id == "gauge"


async def test_the_ticker_shows_the_latest_headline_and_is_away_before_the_first() -> None:
    app = made(exercise=begun(FakeHouse()))
    async with running(app) as pilot:
        assert "15:30  Khe Ten gặp báo chí" in seen(app)
        await press(pilot, "enter", "4", "enter")
        assert "Khe Ten: lỗi tại dân?" in seen(app)
    quiet = landslide(scenes=[scene for scene in _written() if scene["id"] != "yard"], start="opening")
    app = made(exercise=(house := FakeHouse(quiet)).begin(quiet.id))
    async with running(app):
        assert not app.screen.query_one("#ticker").display
    assert house.journal.latest_open() is not None


def _written() -> list[dict[str, object]]:
    return list(landslide().model_dump(exclude_none=True)["scenes"])


async def test_leaving_asks_and_staying_changes_nothing() -> None:
    app = made()
    async with running(app) as pilot:
        await press(pilot, "enter", "enter", "enter", "2", "escape")
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "escape")
        assert app.screen.query_one(Stage).place == 1
        await press(pilot, "escape", "enter")
        assert room(app).table.scene.id == "opening", "No is what Enter says"
        await press(pilot, "escape", "y")
        assert isinstance(app.screen, LibraryScreen)


async def test_quitting_from_the_press_room_asks_once() -> None:
    app = made(exercise=begun(FakeHouse()))
    async with running(app) as pilot:
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, ConfirmScreen)
        assert app.return_code is None
        await pilot.press("ctrl+q")
        assert app.return_code == 0


async def test_a_session_is_resumed_at_its_very_place() -> None:
    house = FakeHouse()
    app = made(house)
    async with running(app) as pilot:
        await press(pilot, "enter", "enter", "enter", "1", "enter", "enter", "escape", "y")
        assert isinstance(app.screen, LibraryScreen)
    later = made(house)
    async with running(later) as pilot:
        await press(pilot, "enter", "enter")
        assert room(later).table.scene.id == "log"
        assert [answer.choice for answer in room(later).exercise.state.answers] == ["late"]


async def test_a_changed_scenario_is_told_of_on_resuming() -> None:
    house = FakeHouse()
    begun(house, "-", "owns")
    house.hash = "hash-of-tomorrow"
    app = made(house, "en")
    async with running(app) as pilot:
        await press(pilot, "down", "r")
        assert told(app) == ["The scenario has changed since you left; all your steps still fit."]


async def test_the_dossier_shows_what_has_become_known() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns"))
    async with running(app) as pilot:
        await press(pilot, "f2", "right")
        assert isinstance(app.screen, DossierScreen)
        assert f"3 người bị thương. ● {app.say('new')}" in seen(app)
        assert "2 người bị thương" not in seen(app), "replaced by the newer count"
        await press(pilot, "escape")
        assert room(app).table.scene.id == "log"


@pytest.mark.parametrize("key", ["f2", "d", "escape", "enter"])
async def test_the_dossier_closes_by_several_keys(key: str) -> None:
    app = made(exercise=begun(FakeHouse(), "-"))
    async with running(app) as pilot:
        await press(pilot, "f2", key)
        assert room(app).table.scene.id == "opening"


async def test_the_last_answer_leads_over_its_aftermath_to_the_ending() -> None:
    app = made(exercise=begun(FakeHouse(), "-", "owns", "keep"))
    async with running(app) as pilot:
        await press(pilot, "1", "enter")
        assert room(app).looking_back
        assert "U " not in seen(app).splitlines()[-1], "after an ending nothing is taken back"
        await press(pilot, "enter")
        assert isinstance(app.screen, EndingScreen)


async def test_long_lines_are_scrolled_page_by_page_with_the_question_first() -> None:
    scenes = _written()
    scenes[1]["text"] = "Một câu hỏi dài. " * 120
    app = made(exercise=begun(FakeHouse(landslide(scenes=scenes)), "-"))
    async with running(app) as pilot:
        stage = app.screen.query_one(Stage)
        await press(pilot, "pagedown")
        assert stage._said.top > 0
        assert stage._list.top == 0
        await press(pilot, *["space"] * 12)
        assert stage._said.top == stage._said.lowest
        assert stage._list.top == stage._list.lowest
        await press(pilot, *["pageup"] * 13)
        assert (stage._said.top, stage._list.top) == (0, 0)
