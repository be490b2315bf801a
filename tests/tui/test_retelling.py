"""F3 tells the scenario in the other language, too, where it is translated; what is not translated is noted."""

from __future__ import annotations

from dataclasses import replace

from simulator.scenario.model import Scenario
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.widgets.shelf import EntryItem
from tests.tui.house import FakeHouse, begun, made, press, room, running, seen
from tests.tui.story import landslide

ID = "sat-lo-khe-ten"


def in_english() -> Scenario:
    """The landslide with its titles, questions, lines and endings in English, by the same ids."""
    story = landslide()
    scenes = tuple(scene.model_copy(update=_english(scene)) for scene in story.scenes)
    return story.model_copy(
        update={"language": "en", "title": "Landslide at Khe Ten", "role": "ROLE", "scenes": scenes}
    )


def _english(scene: object) -> dict[str, object]:
    id_ = scene.id  # type: ignore[attr-defined]
    told: dict[str, object] = {"title": f"TITLE {id_}", "text": f"TEXT {id_}"}
    lines = getattr(scene, "lines", None)
    if lines:
        told["lines"] = tuple(line.model_copy(update={"text": f"LINE {line.id}", "findings": ()}) for line in lines)
    if getattr(scene, "lesson", None):
        told |= {"headline": f"HEADLINE {id_}", "lesson": "LESSON"}
    return told


def translated() -> FakeHouse:
    house = FakeHouse()
    house.translated = {(ID, "vi"): landslide(), (ID, "en"): in_english()}
    return house


async def test_in_the_press_room_the_question_and_its_lines_are_told_anew() -> None:
    house = translated()
    exercise = begun(house, "-")
    first = exercise.question
    app = made(house, exercise=exercise)
    async with running(app) as pilot:
        assert first.lines[0].text.split()[0] in seen(app)
        await press(pilot, "down", "f3")
        assert f"TEXT {first.id}" in seen(app)
        assert f"LINE {first.lines[0].id}" in seen(app)
        assert "Landslide at Khe Ten" in seen(app)
        assert room(app).exercise.state.scene == first.id
        await press(pilot, "f3")
        assert f"TEXT {first.id}" not in seen(app)
        await press(pilot, "f3", "1", "enter")
        assert f"LINE {first.lines[0].id}" in seen(app)
        assert exercise.state.answers[-1].choice == first.lines[0].id


async def test_a_scenario_without_a_translation_stays_as_it_is_and_says_so() -> None:
    app = made(scenario=landslide())
    async with running(app) as pilot:
        assert "chưa được dịch" not in seen(app)
        await press(pilot, "f3")
        assert "only in Vietnamese" in seen(app)


async def test_the_briefing_is_told_anew_without_a_note() -> None:
    house = translated()
    app = made(house, scenario=house.scenarios[ID])
    async with running(app) as pilot:
        await press(pilot, "f3")
        assert "Landslide at Khe Ten" in seen(app)
        assert "ROLE" in seen(app)
        assert "only in" not in seen(app)


async def test_the_dossier_over_the_room_is_told_anew() -> None:
    house = translated()
    english = in_english()
    dossier = english.dossier.model_copy(update={"context": "CONTEXT"})
    house.translated[ID, "en"] = english.model_copy(update={"dossier": dossier})
    app = made(house, exercise=begun(house, "-"))
    async with running(app) as pilot:
        await press(pilot, "f2")
        assert "CONTEXT" not in seen(app)
        await press(pilot, "f3")
        assert "CONTEXT" in seen(app)


def test_the_filter_by_language_counts_translations() -> None:
    entry = FakeHouse(landslide()).library()[0][0]
    both = EntryItem(replace(entry, languages=("vi", "en")))
    assert both.matches({"language": "en"}, "")
    assert both.matches({"language": "vi"}, "")
    assert not EntryItem(entry).matches({"language": "en"}, "")


async def test_the_debrief_is_told_anew() -> None:
    house = translated()
    exercise = begun(house, "-")
    exercise.choose_line(exercise.question.lines[0].id)
    app = made(house)
    async with running(app, (140, 40)) as pilot:
        from simulator.tui.screens.debrief import open_debrief

        await open_debrief(app, lambda: exercise)
        await press(pilot, "right", "f3")
        assert isinstance(app.screen, DebriefScreen)
        shown = seen(app)
        assert "TITLE" in shown
        assert "LINE" in shown
        assert "Landslide at Khe Ten" in shown


async def test_the_library_notes_what_is_only_in_the_other_language() -> None:
    app = made(FakeHouse(landslide()), "en")
    async with running(app, (140, 40)) as pilot:
        assert "only in Vietnamese" in seen(app)
        assert "This scenario has not been" in seen(app)
        await press(pilot, "f3")
        assert "This scenario has not been" not in seen(app)
        assert "Tiếng Việt" in seen(app)
