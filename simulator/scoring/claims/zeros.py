"""None of those whom something befell: nobody died, no pupil is missing. Such a denial is a figure too."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.claims import Figure, When
from simulator.scoring.claims.clauses import Clause
from simulator.scoring.claims.days import days
from simulator.scoring.claims.hearing import Heard, Phrase
from simulator.scoring.claims.places import places
from simulator.scoring.claims.states import states

_NOBODY = Phrase(
    r"(?:không|chưa|chẳng) (?:có )?(?:một )?(?:ai|(?P<pupil>(?:em|cháu|học sinh|trẻ) nào|em|cháu)|người nào|"
    r"(?:ca|trường hợp)(?: nào)?|nạn nhân nào|người)",
    r"nobody|no one|none of (?:them|the (?:people|victims))|no (?:people|person|deaths?|fatalities|"
    r"injuries|casualties)|"
    r"(?P<pupil>no (?:child|children|pupils?|students?))",
)
SUFFERED = frozenset({"dead", "missing", "injured", "severe", "treated", "admitted", "infected"})


def zeros(heard: Heard, clause: Clause, as_of: When) -> Iterator[Figure]:
    """Nobody died: none of those whom something befell."""
    for match in _NOBODY.among(heard, clause.start, clause.end):
        befell = tuple(state for state in states(heard, match.end(), clause.end) if state in SUFFERED)
        named = tuple(state for state in states(heard, match.start(), match.end()) if state in SUFFERED)
        if befell or named:
            start, end, quotation = heard.quoted(match.start(), clause.end)
            unit = "pupil" if match["pupil"] else "person"
            yield Figure(
                start,
                end,
                quotation,
                0,
                0,
                unit,
                befell or named,
                places=places(heard, clause.start, clause.end),
                day=day_of(heard, clause),
                as_of=as_of,
                revision=clause.revision,
            )


def day_of(heard: Heard, clause: Clause) -> str:
    """The first day that a clause names, or nothing."""
    return next((day.name for day in days(heard, clause.start, clause.end)), "")
