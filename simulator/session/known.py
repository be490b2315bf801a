"""The dossier as it stands at a moment: what an answer given then is graded against."""

from __future__ import annotations

from simulator.scenario.dossier import Dossier
from simulator.scenario.model import Scenario
from simulator.session.state import SessionState
from simulator.session.view import desk


def known_dossier(scenario: Scenario, state: SessionState) -> Dossier:
    """Without what is not known yet, for nobody can be asked to say it, and without what is out of date."""
    now = desk(scenario, state)
    kinds = {"facts": now.facts, "unknowns": now.unknowns, "restricted": now.restricted, "rumours": now.rumours}
    return scenario.dossier.model_copy(update=kinds)
