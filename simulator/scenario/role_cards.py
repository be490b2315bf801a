"""Role cards for a table of four: what each seat does, and which items of the dossier lie before it alone.

What no card holds, every seat reads; a person who plays alone has the whole dossier. So what a good answer needs
must be pooled at the table, and the dossier stays the one place where it is written.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from simulator.scenario.text import Id, Prose
from simulator.scenario.value import Value

Role = Literal["spokesperson", "fact_checker", "social_listener", "duty_officer"]


class RoleCard(Value):
    """One seat's card."""

    role: Role
    brief: Prose = Field(description="What this seat looks after in this case, and what only it has heard.")
    holds: tuple[Id, ...] = Field(description="Ids of facts, unknowns, restricted matters and rumours it alone reads.")
