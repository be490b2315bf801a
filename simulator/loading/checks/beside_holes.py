"""The checks that can be run where parts of a scenario are broken, and what each must know to be right.

A mistake that was told already never brings another with it: what hangs on a broken part is left for the next run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import ModuleType

from simulator.loading.checks import (
    always_open,
    assigned_range,
    earlier_ids,
    echo_quotations,
    finding_subject,
    finding_ungraded,
    finding_words,
    folder_name,
    ids_twice,
    interruption_returns,
    levels_and_skills,
    loose_ends,
    no_way_on,
    note_flaw,
    pool_to_pool,
    reserved_ids,
    reserved_names,
    role_cards,
    sample_levels,
    shares_of_public,
    time_and_silence,
    uncallable_scenes,
    unknown_echoers,
    unknown_journalists,
    unknown_known_from,
    unknown_questions,
    unknown_replaced,
    unknown_rumour,
    unknown_says,
    unknown_targets,
    unknown_voices,
    variable_bounds,
    variable_defaults,
    ways_never_taken,
)
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path, Places
from simulator.loading.report import Report
from simulator.loading.sound_parts import Sound


@dataclass(frozen=True, slots=True)
class _Needs:
    """What a check must know: `everywhere`, paths with a star for any number; `at`, more than the flaw's own path."""

    everywhere: tuple[str, ...] = ()
    at: Callable[[Path], Iterable[Path]] = lambda path: ()


def _around(length: int) -> Callable[[Path], Iterable[Path]]:
    """All that stands in the mapping or list that a path's first parts lead to."""
    return lambda path: (path[:length],)


def _of_answer(*keys: str, skills: bool = False) -> Callable[[Path], Iterable[Path]]:
    """Some keys of the line, silence or sample that a path leads into, and the skills of its question."""

    def at(path: Path) -> Iterable[Path]:
        answer = path[:3] if path[2] == "silence" else path[:4]
        return (*((*answer, key) for key in keys), *(((*path[:2], "skills"),) if skills else ()))

    return at


def _of_finding(path: Path) -> Iterable[Path]:
    finding = path[: path.index("findings") + 2]
    return (*finding, "skill"), (*finding, "flag")


_SCENES = ("scenes.*.id", "pools.*.id")
_SAYABLE = ("dossier.facts.*.id", "dossier.unknowns.*.id", "dossier.rumours.*.id")
_JOURNALISTS, _VOICES = "cast.journalists.*.id", "cast.voices.*.id"

_NAMED = (
    *("variables.*.name", "variables.*.type", "variables.*.values"),
    *("scenes.*.id", "scenes.*.lines.*.id", "scenes.*.options.*.id"),
    *_SAYABLE,
)

_NEEDS: dict[ModuleType, _Needs] = {
    folder_name: _Needs(),
    ids_twice: _Needs(),
    reserved_ids: _Needs(),
    earlier_ids: _Needs(),
    unknown_targets: _Needs(_SCENES),
    unknown_questions: _Needs(_SCENES),
    unknown_journalists: _Needs((_JOURNALISTS,)),
    unknown_voices: _Needs((_VOICES,)),
    unknown_known_from: _Needs(_SCENES),
    unknown_replaced: _Needs(("dossier.facts.*.id",)),
    unknown_says: _Needs(_SAYABLE),
    unknown_rumour: _Needs(("dossier.rumours.*.id",)),
    unknown_echoers: _Needs((_JOURNALISTS, _VOICES, "public.groups.*.id", "language")),
    echo_quotations: _Needs(at=_around(3)),
    role_cards: _Needs((*_SAYABLE, "dossier.restricted.*.id")),
    shares_of_public: _Needs(("public.groups.*.share",)),
    uncallable_scenes: _Needs((*_SCENES, "scenes.*.kind")),
    reserved_names: _Needs(),
    assigned_range: _Needs(("variables.*.name", "variables.*.type", "variables.*.range")),
    variable_defaults: _Needs(at=_around(2)),
    variable_bounds: _Needs(at=_around(2)),
    no_way_on: _Needs(at=_around(2)),
    loose_ends: _Needs(at=lambda path: (path[:-2],)),
    ways_never_taken: _Needs(at=lambda path: (path[:-1],)),
    always_open: _Needs(),
    pool_to_pool: _Needs(_SCENES),
    time_and_silence: _Needs(at=_around(2)),
    interruption_returns: _Needs(at=lambda path: ((*path[:2], "interrupts"), (*path[:2], "kind"))),
    levels_and_skills: _Needs(at=_of_answer("levels", skills=True)),
    finding_subject: _Needs(at=_of_finding),
    finding_ungraded: _Needs(at=_of_answer("levels", "flags", skills=True)),
    finding_words: _Needs(at=_of_answer("text")),
    sample_levels: _Needs(at=_of_answer("levels", skills=True)),
}
"""The graph is left out: no scene is unreachable, or without an ending, for certain while a way may be broken."""


def run_checks_beside_holes(subject: Subject, sound: Sound, places: Places, report: Report) -> None:
    """Run what can be run on the sound parts, and note what is wrong whatever stands in the holes."""
    for check, needs in _NEEDS.items():
        if _any_at(sound.holes, needs.everywhere):
            continue
        for flaw in check.check(subject):
            known = (flaw.path, *needs.at(flaw.path))
            if not any(_overlap(hole, path) for hole in sound.holes for path in known):
                note_flaw(check.CODE, flaw, places, report, sound.written(flaw.path))


def may_lack_names(sound: Sound) -> bool:
    """Whether a name that an expression reads may stand in a hole, or under a key that was misspelt."""
    return _any_at((*sound.holes, *sound.renamed), _NAMED)


def _any_at(holes: Iterable[Path], patterns: Iterable[str]) -> bool:
    apart = [pattern.split(".") for pattern in patterns]
    return any(_may_lie_at(hole, pattern) for hole in holes for pattern in apart)


def _may_lie_at(hole: Path, pattern: list[str]) -> bool:
    """Whether a hole is one of the places that a pattern names, or holds some of them."""
    return len(hole) <= len(pattern) and all(wanted in ("*", part) for part, wanted in zip(hole, pattern, strict=False))


def _overlap(one: Path, other: Path) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
