"""Two things of one kind have the same id.

Everything hangs on ids: saved sessions, once-only lines, translations, the debrief. With two scenes of one id
nobody could say which of them a session has visited. Ids are unique among scenes and pools together, among the
lines of a question, its samples, the options of a decision, the people, the groups of the public, the variables,
and the items of the dossier.

    lines:
      - id: owns_it
        text: The mistake was ours.
      - id: owns_it               # wrong: a second line of this id
        text: We are sorry.

    lines:
      - id: owns_it
        text: The mistake was ours.
      - id: says_sorry            # mended
        text: We are sorry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.scenes import Decision, Question

CODE = "P201"
SEVERITY = "error"


def check(subject: Subject) -> Iterator[Flaw]:
    for ids in _kinds(subject):
        seen: set[str] = set()
        for path, id_ in ids:
            if id_ in seen:
                yield Flaw(
                    path,
                    template("the id `{id}` is taken already"),
                    template("give this one an id of its own"),
                    {"id": id_},
                )
            seen.add(id_)


def _kinds(subject: Subject) -> Iterator[Iterable[tuple[Path, str]]]:
    """The ids that must differ from each other, kind by kind, each with its path."""
    scenario, dossier = subject.scenario, subject.scenario.dossier
    yield [*_ids("pools", scenario.pools), *_ids("scenes", scenario.scenes)]
    yield [*_ids("cast.journalists", scenario.cast.journalists), *_ids("cast.voices", scenario.cast.voices)]
    yield _ids("public.groups", scenario.public.groups if scenario.public else ())
    yield [(("variables", number, "name"), variable.name) for number, variable in enumerate(scenario.variables)]
    kinds = ("facts", "unknowns", "restricted", "rumours")
    yield [named for kind in kinds for named in _ids(f"dossier.{kind}", getattr(dossier, kind))]
    for path, scene in subject.scenes:
        if isinstance(scene, Question):
            yield [((*path, "lines", number, "id"), line.id) for number, line in enumerate(scene.lines)]
            yield [((*path, "samples", number, "id"), sample.id) for number, sample in enumerate(scene.samples)]
        elif isinstance(scene, Decision):
            yield [((*path, "options", number, "id"), option.id) for number, option in enumerate(scene.options)]


def _ids(where: str, entries: Iterable[object]) -> list[tuple[Path, str]]:
    return [((*where.split("."), number, "id"), entry.id) for number, entry in enumerate(entries)]  # type: ignore[attr-defined]
