"""Looking interface texts up from any screen or widget, in the language of its own App."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.dom import DOMNode

if TYPE_CHECKING:
    from simulator.language.catalogue import Catalogue
    from simulator.tui.app import PodiumApp


def podium(node: DOMNode) -> PodiumApp:
    """The App that the node belongs to, by its own type."""
    from simulator.tui.app import PodiumApp

    app = node.app
    assert isinstance(app, PodiumApp)
    return app


def catalogue(node: DOMNode) -> Catalogue:
    """The catalogue of the App that the node belongs to."""
    return podium(node).catalogue


def say(node: DOMNode, text: str, **params: object) -> str:
    """A text of the interface in the player's language."""
    return catalogue(node).say(text, **params)
