"""Tiny scenarios in Python: every builder fills in what a test does not care about.

The parts are plain dicts, shaped like the YAML; `scenario` puts them together and makes the value:

    scenario(question("q1", line("owns", levels={"accuracy": 4}), line("denies", flags=["blame"])))

Any key of the format may be given as a keyword. Lists may stand where the model wants tuples.
"""

from __future__ import annotations

from typing import Any

from simulator.scenario.model import Scenario

Written = dict[str, Any]
"""A part of a scenario as an author writes it."""


def scenario(*scenes: Written, **changes: object) -> Scenario:
    """A valid scenario that starts at the first of the scenes. An ending `end` is added where none is given."""
    return Scenario.model_validate(written(*scenes, **changes))


def written(*scenes: Written, **changes: object) -> Written:
    """What `scenario` makes its value of, with tuples for sequences as the strict model wants them."""
    ended = any(scene["kind"] == "ending" for scene in scenes)
    everything = {**_HEAD, "start": scenes[0]["id"], "scenes": scenes if ended else (*scenes, ending("end")), **changes}
    return {key: _tupled(value) for key, value in everything.items()}


def question(id: str, *lines: Written, **changes: object) -> Written:
    """A question by journalist `hang` that leads to `end`; of the skills its first line is graded on.

    Without lines it has `good` (level 3) and `poor` (level 1).
    """
    given = lines or (line("good", levels={"accuracy": 3}), line("poor", levels={"accuracy": 1}))
    if len(given) == 1:
        given = (*given, line("other", levels=given[0]["levels"]))
    return {
        "id": id,
        "kind": "question",
        "journalist": "hang",
        "text": f"What of {id}?",
        "skills": tuple(given[0]["levels"]),
        "lines": given,
        "then": "end",
        **changes,
    }


def line(id: str, **changes: object) -> Written:
    """A line of level 2 for accuracy, with a finding for each level and flag. It leads where its question does."""
    return _graded({"id": id, "text": f"This is the line {id}.", **changes})


def silence(**changes: object) -> Written:
    """The outcome of silence, of level 0 for accuracy; its question also needs a `time_limit`."""
    return _graded({"text": "Nobody says a word.", "levels": {"accuracy": 0}, **changes})


def inject(id: str, **changes: object) -> Written:
    """Something that happens, and leads to `end`."""
    return {"id": id, "kind": "inject", "text": f"It happens: {id}.", "then": "end", **changes}


def decision(id: str, *options: Written, **changes: object) -> Written:
    """A decision that leads to `end`; without options it has `do` and `wait`."""
    given = options or (option("do"), option("wait"))
    if len(given) == 1:
        given = (*given, option("other"))
    return {"id": id, "kind": "decision", "text": f"What to do about {id}?", "options": given, "then": "end", **changes}


def option(id: str, **changes: object) -> Written:
    """One thing that may be decided. It leads where its decision does."""
    return {"id": id, "text": f"Take {id}.", **changes}


def ending(id: str, **changes: object) -> Written:
    """An ending of mixed outcome."""
    told = {"headline": f"It ends with {id}", "text": "What became of it.", "lesson": "What to take away."}
    return {"id": id, "kind": "ending", **told, "outcome": "mixed", **changes}


def pool(id: str, *questions: str, **changes: object) -> Written:
    """A pool of questions by their ids, one draw, that leads to `end`. Its questions want `then="return"`."""
    return {"id": id, "questions": questions, "then": "end", **changes}


def variable(name: str, default: bool | int | str = 0, **changes: object) -> Written:
    """A variable of the type of its default; an int has the range 0 to 9."""
    more: dict[type, Written] = {
        bool: {"type": "bool"},
        int: {"type": "int", "range": (0, 9)},
        str: {"type": "text", "values": (default,)},
    }
    return {"name": name, "default": default, "about": f"What {name} is for.", **more[type(default)], **changes}


def _graded(outcome: Written) -> Written:
    levels, flags = outcome.get("levels", {"accuracy": 2}), outcome.get("flags", ())
    reasons = [{"skill": skill, "because": "It stands there."} for skill in levels]
    reasons += [{"flag": flag, "because": "It stands there."} for flag in flags]
    return {"levels": levels, "findings": tuple(reasons), **outcome}


def _tupled(value: object) -> Any:  # noqa: ANN401  # as deep as the scenario is written
    if isinstance(value, dict):
        return {key: _tupled(inner) for key, inner in value.items()}
    return tuple(_tupled(inner) for inner in value) if isinstance(value, list | tuple) else value


_HEAD: Written = {
    "format": 1,
    "id": "tiny",
    "language": "en",
    "title": "A tiny scenario",
    "module": "press",
    "level": "basic",
    "minutes": 5,
    "role": "You speak for the commune.",
    "objectives": ("Say what is known.",),
    "skills": ("accuracy",),
    "author": "Podium's tests",
    "licence": "CC BY 4.0",
    "dossier": {
        "context": "Something has happened.",
        "facts": ({"id": "f1", "text": "It happened at noon.", "source": "The duty log", "as_of": "12:00"},),
    },
    "cast": {
        "journalists": ({"id": "hang", "name": "Hang", "outlet": "Highland News", "manner": "sharp"},),
        "voices": ({"id": "elder", "name": "Un", "part": "Head of the hamlet"},),
    },
    "clock": {"start": "15:30"},
}
