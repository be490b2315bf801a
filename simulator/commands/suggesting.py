"""Which questions of the bank a debrief suggests: those that practise what was weak, the most needed first."""

from __future__ import annotations

from simulator.commands.house import LocalHouse
from simulator.errors import PodiumError
from simulator.practice.bank import Wanted
from simulator.practice.desk import PracticeDesk, Suggestion
from simulator.reports.debrief import Debrief
from simulator.reports.practise_next import PractiseNext, SuggestedQuestion, with_questions

SUGGESTED = 3


def suggesting(house: LocalHouse, read: Debrief) -> Debrief:
    """The debrief with questions of the bank; without, where nothing is to be practised or the bank cannot be read."""
    if read.practise is None or (read.practise.skill is None and read.practise.flag is None):
        return read
    try:
        desk = house.learning.practice()
    except PodiumError:
        return read
    found = (one.question for one in _chosen(desk, read.practise))
    return with_questions(read, (SuggestedQuestion(one.id, one.title, one.set_title) for one in found))


def _chosen(desk: PracticeDesk, practise: PractiseNext) -> tuple[Suggestion, ...]:
    """Those that practise both the skill and the flag, where there are such; else either."""
    tags = (Wanted(practise.skill, practise.flag), Wanted(practise.skill), Wanted(flag=practise.flag))
    return next(filter(None, (desk.put(SUGGESTED, wanted) for wanted in tags)), ())
