"""The words of a playtest's report."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.playtest.coverage import PlaceKind
from simulator.authoring.playtest.personas import Persona
from simulator.language.catalogue import template

PERSONA_NAMES: Mapping[Persona, str] = {
    "random": template("at random"),
    "least_used": template("least used first"),
    "evader": template("evader"),
    "blamer": template("blamer"),
    "over_reassurer": template("over-reassurer"),
    "empathiser": template("empathiser"),
    "expert": template("expert"),
}

KIND_PLURALS: Mapping[PlaceKind, str] = {
    "scene": template("scenes"),
    "line": template("lines"),
    "sample": template("samples"),
    "option": template("options"),
    "silence": template("silences"),
    "ending": template("endings"),
}

FIGURE_NAMES: Mapping[str, str] = {
    "score": template("Mean grade of the answers"),
    "trust": template("Public trust at the end"),
    "heat": template("Media heat at the end"),
}
