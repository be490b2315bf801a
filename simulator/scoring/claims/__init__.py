"""What an answer commits its speaker to, held against what was said before, the dossier and the clock."""

from __future__ import annotations

from simulator.scoring.claims.answer import claims_of
from simulator.scoring.claims.conflicts import Conflict, Why, conflicts
from simulator.scoring.claims.due import deadline_minutes, due

__all__ = ["Conflict", "Why", "claims_of", "conflicts", "deadline_minutes", "due"]
