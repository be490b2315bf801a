"""The console's Apps as browsers get them."""

from __future__ import annotations

from simulator.workshop.console.app import ConsoleApp, ObserverApp, ProjectorApp
from simulator.workshop.serving.served import Served


class ServedConsoleApp(Served, ConsoleApp):
    """The facilitator's console in a browser: `ServedConsoleApp(channel, desk, catalogue)`."""


class ServedObserverApp(Served, ObserverApp):
    """An observer's sheet in a browser; `name=` is the observer's."""


class ServedProjectorApp(Served, ProjectorApp):
    """The projector's wall in a browser."""
