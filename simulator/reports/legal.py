"""What is told of a legal text beside its author's own words."""

from __future__ import annotations

from simulator.language.catalogue import TONGUES, Catalogue, template
from simulator.scenario.model import LegalBasis

UNCONFIRMED = template("to be confirmed by a lawyer")


def is_told_unconfirmed(law: LegalBasis) -> bool:
    """Whether it is to be said that no lawyer has confirmed it: not where the author's own words say so already."""
    words = (Catalogue(tongue).say(UNCONFIRMED) for tongue in TONGUES)
    return not law.confirmed and not any(said.casefold() in law.about.casefold() for said in words)
