"""`podium preview`: the press room of a scenario that is being written, read again whenever its file is saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.authoring.preview.beginnings import Beginning
from simulator.authoring.preview.course import Course
from simulator.authoring.preview.settings import read_pair
from simulator.commands.house import LocalHouse
from simulator.commands.play import _demand_terminal
from simulator.errors import ExitCode, UsageError
from simulator.journal.memory import MemoryJournal
from simulator.language.catalogue import Catalogue, template
from simulator.loading.nearest import nearest
from simulator.loading.shelf import find
from simulator.loading.translation.files import translation_file
from simulator.loading.unseen import visible
from simulator.session.compiled import compiled

if TYPE_CHECKING:
    from simulator.authoring.preview.app import PreviewApp
    from simulator.scenario.model import Language, Scenario


class PreviewHouse(LocalHouse):
    """Grades as the real house does, and keeps nothing."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._journal = MemoryJournal()


def run(
    catalogue: Catalogue,
    id_or_path: str,
    scene: str,
    settings: Sequence[str],
    seed: int,
    language: Language | None = None,
) -> int:
    """Open the preview. Raises UsageError for a scene, a value or a translation that is not there, and PodiumError."""
    from simulator.commands.signals import closed_when_ended

    _demand_terminal()
    app = opened(catalogue, find(id_or_path), scene, settings, seed, language)
    with closed_when_ended(app):
        app.run()
    if app.bug is not None:
        raise app.bug
    return ExitCode.OK


def opened(
    catalogue: Catalogue,
    file: Path,
    scene: str = "",
    settings: Sequence[str] = (),
    seed: int = 0,
    language: Language | None = None,
) -> PreviewApp:
    """The App, which begins at a scene and with values that are checked first, unless the file has errors."""
    from simulator.authoring.preview.app import PreviewApp

    app = PreviewApp(PreviewHouse(seed), catalogue, file.absolute(), language=language)
    scenario = app.watching.reading.scenario
    if scenario is not None:
        _demand_translation(scenario, file, language)
        app.begin_with(Course(beginning_of(scenario, scene, settings, seed)))
    elif scene or settings:
        told = template("{file} has errors, so that --at and --set cannot be read yet")
        raise UsageError(told, template("begin without them, or mend the errors first"), file=visible(str(file)))
    return app


def beginning_of(scenario: Scenario, scene: str, settings: Sequence[str], seed: int) -> Beginning:
    """What the options ask for; a scene that was renamed is found by its old id too. Raises UsageError."""
    renamed = {old: new for (kind, old), new in compiled(scenario).renamed.items() if not kind}
    if scene and scene not in scenario.scene_by_id and scene not in renamed:
        near = nearest(scene, (*scenario.scene_by_id, *renamed))
        hint = template("did you mean `{near}`?") if near else ""
        near = renamed.get(near, near)
        raise UsageError(template("there is no scene “{scene}”"), hint, scene=visible(scene[:80]), near=near)
    if scene not in scenario.scene_by_id:
        scene = renamed.get(scene, scene)
    return Beginning(scene, tuple(read_pair(scenario, written) for written in settings), seed)


def _demand_translation(scenario: Scenario, file: Path, language: Language | None) -> None:
    if language and language != scenario.language and not translation_file(file, language).is_file():
        hint = template("`podium translate {id} --to {language}` begins a translation")
        told = template("{id} has not been translated into `{language}`")
        raise UsageError(told, hint, id=scenario.id, language=language)
