"""The table of a spread: no line is wrapped, in whatever width it is drawn."""

from __future__ import annotations

import pytest

from simulator.language.catalogue import TONGUES, Catalogue, Tongue
from simulator.scenario.rubric import SKILLS
from simulator.workshop.console.spread_drawn import SpreadTable
from simulator.workshop.spread import SkillSpread, Spread

COUNTS = (0, 120, 3, 40, 37)
ROWS = tuple(SkillSpread(skill, COUNTS, 2.0, 1.0, 1.25) for skill in SKILLS)
FOUND = Spread(answers=200, overall=55.0, skills=ROWS, furthest=(), flags=())


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("width", [40, 48, 55, 70, 120])
def test_every_row_fits_and_holds_every_count(tongue: Tongue, width: int) -> None:
    lines = [line.plain for line in SpreadTable(FOUND, Catalogue(tongue)).lines(width)]
    assert len(lines) == 2 + len(ROWS)
    assert max(map(len, lines)) <= width
    for line in lines[2:]:
        assert "120" in line.replace("█", "")


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_names_of_the_columns_are_in_the_readers_language(tongue: Tongue) -> None:
    said = Catalogue(tongue).say
    head = SpreadTable(FOUND, Catalogue(tongue)).lines(120)[1].plain
    assert said("mean") in head
    assert said("within 1") in head
    assert (said("mean") == "mean") == (tongue == "en")
