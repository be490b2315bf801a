"""What is written on a node and an edge, in the reader's language, as plain text: each format escapes it for itself."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.authoring.graph.drawing import Edge, EdgeKind, Node, NodeKind
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import OUTCOME_NAMES

KIND_NAMES: Mapping[NodeKind, str] = {
    "question": template("question"),
    "inject": template("inject"),
    "decision": template("decision"),
    "ending": template("ending"),
    "pool": template("pool"),
    "anywhere": template("after any answer or decision"),
}

EDGE_NAMES: Mapping[EdgeKind, str] = {
    "way": template("leads to"),
    "ask": template("asks back"),
    "draw": template("draws"),
    "interrupt": template("cuts in"),
}

RETURNS = template("then back to where it was called from")
START = template("the start")
NEVER_REACHED = template("never reached")


def head(node: Node, catalogue: Catalogue) -> str:
    """The first line of a node: its kind, its id and its marks."""
    if node.kind == "anywhere":
        return catalogue.say(KIND_NAMES[node.kind])
    return " · ".join([catalogue.say(KIND_NAMES[node.kind]), node.id, *_short_marks(node)])


def _short_marks(node: Node) -> list[str]:
    return [mark for mark in (f"{node.seconds} s" if node.seconds else "", "↩" if node.returns else "") if mark]


def marks(node: Node, catalogue: Catalogue) -> list[str]:
    """The same marks in words, and what else is to be said of a node."""
    told = [START] if node.start else []
    told += [OUTCOME_NAMES[node.outcome]] if node.outcome else []
    told += [RETURNS] if node.returns else []
    told += [] if node.reached else [NEVER_REACHED]
    seconds = [catalogue.say(template("{seconds} seconds to answer in"), seconds=node.seconds)] if node.seconds else []
    return [catalogue.say(one) for one in told] + seconds


def along(edge: Edge, catalogue: Catalogue) -> str:
    """What is written along an edge: what it does unless it simply leads on, and upon what."""
    does = [] if edge.kind == "way" else [catalogue.say(EDGE_NAMES[edge.kind])]
    return " · ".join([*does, *edge.labels])


def shortened(text: str, most: int) -> str:
    """The text on one line, cut with an ellipsis where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
