"""A drawing as Mermaid, for Markdown pages. Every sign of a label that could be syntax is written as a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from simulator.authoring.graph.drawing import ANYWHERE, Drawing, Edge, EdgeKind, Node, NodeKind
from simulator.authoring.graph.words import along, head, shortened
from simulator.language.catalogue import Catalogue

_LABEL_MAX = 80

_SHAPES: Mapping[NodeKind, tuple[str, str]] = {
    "question": ("[", "]"),
    "inject": ("(", ")"),
    "decision": ("{{", "}}"),
    "ending": ("([", "])"),
    "pool": ("[(", ")]"),
    "anywhere": ("((", "))"),
}
_ARROWS: Mapping[EdgeKind, str] = {"way": "-->", "ask": "-.->", "draw": "-.->", "interrupt": "==>"}

_SYNTAX = re.compile(r"[^\w ,.?!…·↩“”‘’–—/]")
"""Whatever is neither a letter, a digit, a space nor plain punctuation."""


def mermaid(drawn: Drawing, catalogue: Catalogue) -> str:
    """The drawing as a Mermaid flowchart."""
    return "\n".join(["flowchart TD", *_lines(drawn, catalogue)]) + "\n"


def _lines(drawn: Drawing, catalogue: Catalogue) -> Iterator[str]:
    for node in drawn.nodes:
        opening, closing = _SHAPES[node.kind]
        yield f"  {_name(node.id)}{opening}{_label(node, catalogue)}{closing}"
    yield from (f"  {_arrow(edge, catalogue)}" for edge in drawn.edges)
    yield "  classDef good stroke:#2e7d32,stroke-width:3px"
    yield "  classDef poor stroke:#c62828,stroke-width:3px"
    yield "  classDef mixed stroke:#b26a00,stroke-width:3px"
    yield from (f"  class {_name(node.id)} {node.outcome}" for node in drawn.nodes if node.outcome)


def _label(node: Node, catalogue: Catalogue) -> str:
    lines = [_data(head(node, catalogue)), _data(shortened(node.title or node.text, _LABEL_MAX))]
    return f'"{"<br/>".join(line for line in lines if line)}"'


def _arrow(edge: Edge, catalogue: Catalogue) -> str:
    told = _data(shortened(along(edge, catalogue), _LABEL_MAX))
    between = f'{_ARROWS[edge.kind]}|"{told}"|' if told else _ARROWS[edge.kind]
    return f"{_name(edge.source)} {between} {_name(edge.target)}"


def _name(id_: str) -> str:
    """An id that is no word of Mermaid's, such as `end`."""
    return "anywhere" if id_ == ANYWHERE else f"s_{id_}"


def _data(text: str) -> str:
    return _SYNTAX.sub(lambda sign: f"#{ord(sign[0])};", text)
