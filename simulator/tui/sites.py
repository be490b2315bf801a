"""All places where keys are obeyed: what a key map is checked against. Imported only where the user has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from simulator.tui.key_file import Site
from simulator.tui.screens.answered import AnsweredScreen
from simulator.tui.screens.base import PodiumScreen
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.course import CourseScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.dossier import DossierScreen
from simulator.tui.screens.ending import EndingScreen
from simulator.tui.screens.front_page import FrontPageScreen
from simulator.tui.screens.history import HistoryScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.other_line import OtherLineScreen
from simulator.tui.screens.other_words import OtherWordsScreen
from simulator.tui.screens.own_words import OwnWordsScreen
from simulator.tui.screens.past_answer import PastAnswerScreen
from simulator.tui.screens.pause import PauseScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.preparation import PreparationScreen
from simulator.tui.screens.press_room import PressRoomScreen
from simulator.tui.screens.public import PublicScreen
from simulator.tui.screens.self_assessment import SelfAssessmentScreen
from simulator.tui.screens.what_if import WhatIfScreen

SCREENS: Sequence[type[PodiumScreen[Any]]] = (
    LibraryScreen,
    BriefingScreen,
    PreparationScreen,
    PressRoomScreen,
    DossierScreen,
    PublicScreen,
    PauseScreen,
    OwnWordsScreen,
    EndingScreen,
    FrontPageScreen,
    DebriefScreen,
    OtherLineScreen,
    OtherWordsScreen,
    WhatIfScreen,
    CourseScreen,
    SelfAssessmentScreen,
    PracticeScreen,
    CaseScreen,
    AnsweredScreen,
    HistoryScreen,
    PastAnswerScreen,
)


def sites(app: type[App[None]]) -> list[Site]:
    """Each screen's bindings together with the App's, as they are by default."""
    general = [*_bindings(app)]
    return [Site([*_bindings(screen), *general], screen.TYPING) for screen in SCREENS]


def _bindings(kind: type[DOMNode]) -> Iterator[Binding]:
    for base in kind.__mro__:
        yield from Binding.make_bindings(base.__dict__.get("BINDINGS", ()))
