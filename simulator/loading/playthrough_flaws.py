"""What a play-through names that its scenario does not have: each with its code."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.places import Path
from simulator.scenario.model import Scenario
from simulator.scenario.scenes import Ending, Inject, Question
from simulator.session.compiled import names_of
from simulator.session.playthrough import PlayedStep, Playthrough

_KNOWN = template("known here: {known}")


def flaws_of(playthrough: Playthrough, scenario: Scenario) -> Iterator[tuple[str, Flaw]]:
    """Every flaw, with its code."""
    if playthrough.scenario != scenario.id:
        message = template("this is a play-through of another scenario")
        hint = template("the scenario in the folder above is `{id}`")
        yield "P601", Flaw(("scenario",), message, hint, {"id": scenario.id})
    yield from _ending(playthrough.ending, scenario)
    choosing = _Choosing(scenario)
    for number, step in enumerate(playthrough.steps):
        if step.say is not None:
            yield from choosing.of_saying(step, ("steps", number))
        else:
            yield from choosing.flaws(step.at, step.choose, ("steps", number))
    for scene, choice in (playthrough.other_seeds or {}).items():
        yield from choosing.flaws(scene, choice, ("other_seeds", scene), is_entry=True)


def _ending(ending: str | None, scenario: Scenario) -> Iterator[tuple[str, Flaw]]:
    endings = tuple(scene.id for scene in scenario.scenes if isinstance(scene, Ending))
    if ending is not None and ending not in endings:
        message, params = template("there is no ending `{name}`"), {"name": ending, "known": ", ".join(endings)}
        yield "P605", Flaw(("ending",), message, _KNOWN, params, ending, endings)


class _Choosing:
    """What can be chosen at the scenes of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenes = scenario.scene_by_id
        self._choices = names_of(scenario).scenes

    def flaws(
        self, scene_id: str, choice: str | None, path: Path, *, is_entry: bool = False
    ) -> Iterator[tuple[str, Flaw]]:
        """The flaws of choosing this at a scene, written as a step or as an entry `scene: choice`."""
        at = path if is_entry else (*path, "at")
        chosen = path if is_entry else (*path, "choose")
        known = self._choices.get(scene_id, ())
        params = {"scene": scene_id, "choice": choice, "known": ", ".join(known)}
        scene = self._scenes.get(scene_id)
        if scene is None:
            message = template("there is no scene `{scene}`")
            yield "P602", Flaw(at, message, "", params, scene_id, self._scenes, at_key=is_entry)
        elif isinstance(scene, Ending):
            message = template("`{scene}` is an ending, where no step is made")
            yield "P604", Flaw(at, message, template("take the step out"), params, at_key=is_entry)
        elif isinstance(scene, Inject):
            if choice is not None:
                message = template("`{scene}` is an inject, where nothing is chosen")
                yield "P604", Flaw(chosen, message, template("take `choose` out"), params, at_key=True)
        elif choice is None:
            message = template("nothing is chosen at `{scene}`")
            yield "P604", Flaw(at, message, template("add `choose: …` with one of these: {known}"), params)
        elif choice not in known:
            yield "P603", Flaw(chosen, template("there is no `{choice}` at `{scene}`"), _KNOWN, params, choice, known)

    def of_saying(self, step: PlayedStep, path: Path) -> Iterator[tuple[str, Flaw]]:
        """The flaws of saying a sample at a scene."""
        scene = self._scenes.get(step.at)
        if scene is None:
            yield from self.flaws(step.at, None, path)
            return
        params = {"scene": step.at, "choice": step.say}
        if step.choose is not None:
            message = template("`choose` and `say` are two answers to one question")
            yield "P604", Flaw((*path, "say"), message, template("keep one of the two"), params, at_key=True)
        elif not isinstance(scene, Question):
            message = template("nobody asks at `{scene}`, so nothing can be said")
            yield "P604", Flaw((*path, "say"), message, "", params, at_key=True)
        elif step.say not in (known := [sample.id for sample in scene.samples]):
            hint, known_here = template("samples here: {known}"), {**params, "known": ", ".join(known)}
            message = template("there is no sample `{choice}` at `{scene}`")
            yield "P603", Flaw((*path, "say"), message, hint if known else "", known_here, step.say or "", known)
        elif scene.then is None:
            message = template("`{scene}` leads on only by its lines, so it takes no answer in one's own words")
            yield "P604", Flaw((*path, "say"), message, template("give it a `then` of its own"), params, at_key=True)
