"""The sound parts of a scenario that has not its shape: what is broken is filled or left out, and remembered.

So that one run tells of a wrong id or of wrong words, too, where a key is misspelt somewhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from simulator.loading.mending import Mending, written
from simulator.loading.places import Path
from simulator.loading.report import Report
from simulator.loading.shape import ERRORS_READ, note_errors
from simulator.loading.source import Source
from simulator.scenario.model import Scenario

_ROUNDS_MAX = 6
"""A filled part may show what was hidden behind it: a scene's keys behind its kind, for one."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A scenario of which only what is beside the `holes` is its author's.

    `renamed` are the paths of values under a key that was misspelt, each with the key as it stands in the file.
    """

    scenario: Scenario
    holes: frozenset[Path]
    renamed: Mapping[Path, str]

    def written(self, path: Path) -> Path:
        """Where in the file a path of the scenario is to be looked for."""
        return written(path, self.renamed)


def sound_parts(source: Source, report: Report) -> Sound | None:
    """The sound parts of a file without a scenario's shape; what was hidden behind its mistakes is noted.

    None where there are too many of them.
    """
    mending = Mending(source.value)
    for number in range(_ROUNDS_MAX):
        try:
            scenario = mending.scenario()
        except ValidationError as error:
            if error.error_count() > ERRORS_READ:
                return None
            if number:
                note_errors(error, Scenario, source, report, written=mending.written)
            mending.mend(error)
            continue
        return Sound(scenario, frozenset(mending.holes), mending.renamed)
    return None
