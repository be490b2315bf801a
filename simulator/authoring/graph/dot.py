"""A drawing as DOT, for Graphviz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.authoring.graph.drawing import Drawing, Edge, EdgeKind, Node, NodeKind
from simulator.authoring.graph.words import along, head, shortened
from simulator.language.catalogue import Catalogue

_LABEL_MAX = 80

_SHAPES: Mapping[NodeKind, str] = {
    "question": "box",
    "inject": "note",
    "decision": "diamond",
    "ending": "doubleoctagon",
    "pool": "cylinder",
    "anywhere": "circle",
}
_STYLES: Mapping[EdgeKind, str] = {"way": "solid", "ask": "dashed", "draw": "dotted", "interrupt": "bold"}


def dot(drawn: Drawing, catalogue: Catalogue) -> str:
    """The drawing as a DOT digraph."""
    title = f"  label={_quoted(drawn.title)}"
    lines = ["digraph scenario {", title, "  labelloc=t", '  node [fontname="sans-serif"]', "  edge [fontsize=10]"]
    return "\n".join([*lines, *_lines(drawn, catalogue), "}"]) + "\n"


def _lines(drawn: Drawing, catalogue: Catalogue) -> Iterator[str]:
    for node in drawn.nodes:
        yield f"  {_quoted(node.id)} [shape={_SHAPES[node.kind]}, label={_label(node, catalogue)}]"
    for edge in drawn.edges:
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{_attributes(edge, catalogue)}]"


def _label(node: Node, catalogue: Catalogue) -> str:
    return _quoted(head(node, catalogue), shortened(node.title or node.text, _LABEL_MAX))


def _attributes(edge: Edge, catalogue: Catalogue) -> str:
    told = shortened(along(edge, catalogue), _LABEL_MAX)
    style = f"style={_STYLES[edge.kind]}"
    return f"{style}, label={_quoted(told)}" if told else style


def _quoted(*lines: str) -> str:
    r"""Text as a quoted string of DOT: neither \N nor &lt; in it means anything."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines if line)
    return '"' + "\\n".join(escaped) + '"'
