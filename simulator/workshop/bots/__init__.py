"""Bots: programs that take a seat over a real WebSocket and play it by its screen, as people do, and time it.

`podium host --dry-run` plays a scenario with them, and the load and fault tests fill a room with them.
"""

from simulator.workshop.bots.answers import Answers, answers_of
from simulator.workshop.bots.figures import Accepted, Figures
from simulator.workshop.bots.joining import BotRefused, Ticket, join
from simulator.workshop.bots.manner import BRISK, HUMAN, Manner
from simulator.workshop.bots.player import Bot
from simulator.workshop.bots.sight import PlaceSeen, Sight
from simulator.workshop.bots.wire import LineLost, Wire

__all__ = [
    "BRISK",
    "HUMAN",
    "Accepted",
    "Answers",
    "Bot",
    "BotRefused",
    "Figures",
    "LineLost",
    "Manner",
    "PlaceSeen",
    "Sight",
    "Ticket",
    "Wire",
    "answers_of",
    "join",
]
