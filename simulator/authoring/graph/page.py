"""A drawing as one page of HTML that needs nothing else: no request leaves it, and no text in it can run.

Three walls: every text is escaped; the page's data is JSON without a `<` in it; and the page's own policy lets
only the one script and the one style run whose hashes it names.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from html import escape
from importlib import resources

from simulator.authoring.graph.drawing import Drawing, Node
from simulator.authoring.graph.layout import layout
from simulator.authoring.graph.played import LEGEND, Played
from simulator.authoring.graph.svg import svg
from simulator.authoring.graph.words import EDGE_NAMES, KIND_NAMES, along, marks, shortened
from simulator.language.catalogue import Catalogue, template

_PLACE = re.compile(r"\{\{(\w+)\}\}")

WAY_MAX = 120
"""Characters of what leads from one node to another in the list."""

_BUTTONS = {
    "in": template("Zoom in"),
    "out": template("Zoom out"),
    "fit": template("Show all"),
    "theme": template("Light or dark"),
    "search": template("Search scenes and their texts"),
    "scenes": template("Scenes"),
    "hint": template("Drag to move, scroll to zoom; arrows, +, - and 0 do the same; / searches."),
}


def page(drawn: Drawing, catalogue: Catalogue, played: Played | None = None) -> str:
    """The page; with a playtest laid over it, if one is given."""
    style, script = _file("page.css"), _file("page.js")
    values = {name: escape(catalogue.say(text)) for name, text in _BUTTONS.items()}
    values |= {
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'",
        "language": catalogue.tongue,
        "title": escape(drawn.title),
        "style": style,
        "script": script,
        "played": _played(played, catalogue) if played else "",
        "picture": svg(drawn, layout(drawn), catalogue, played),
        "list": "".join(_entry(number, node, drawn, catalogue, played) for number, node in enumerate(drawn.nodes)),
        "data": _data(drawn, catalogue, played),
    }
    return _PLACE.sub(partial(_value, values), _file("page.html"))


def _played(played: Played, catalogue: Catalogue) -> str:
    """The figures of a playtest as a whole, and how those at the scenes are read."""
    told = f'<p id="played">{escape(played.head(catalogue))}</p>'
    return f'{told}<p id="legend">{escape(catalogue.say(LEGEND))}</p>'


def _value(values: dict[str, str], found: re.Match[str]) -> str:
    return values[found[1]]


def _file(name: str) -> str:
    return (resources.files("simulator.authoring.graph") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _entry(number: int, node: Node, drawn: Drawing, catalogue: Catalogue, played: Played | None) -> str:
    kind, ways = escape(catalogue.say(KIND_NAMES[node.kind])), _ways(node, drawn, catalogue)
    if node.kind == "anywhere":
        return f'<li><button data-n="{number}"><b>{kind}</b>{ways}</button></li>'
    title = escape(node.title or node.id)
    hits = played.scenes.get(node.id) if played else None
    came = f" · {escape(hits.in_words(catalogue))}" if hits else ""
    about = f"<small>{kind} · {escape(node.id)}{came}</small>"
    return f'<li><button data-n="{number}"><b>{title}</b> {about}{ways}</button></li>'


def _ways(node: Node, drawn: Drawing, catalogue: Catalogue) -> str:
    """Where a node leads, and upon what, for each way that has a condition."""
    titles = {one.id: one.title or one.id for one in drawn.nodes}
    told = ((titles[edge.target], along(edge, catalogue)) for edge in drawn.edges if edge.source == node.id)
    return "".join(
        f"<small>→ {escape(shortened(title, 40))}: {escape(shortened(upon, WAY_MAX))}</small>"
        for title, upon in told
        if upon
    )


def _data(drawn: Drawing, catalogue: Catalogue, played: Played | None) -> str:
    number = {node.id: place for place, node in enumerate(drawn.nodes)}
    nodes = [_facts(node, catalogue) | _came(node, catalogue, played) for node in drawn.nodes]
    edges = [
        [number[edge.source], number[edge.target], catalogue.say(EDGE_NAMES[edge.kind]), " · ".join(edge.labels)]
        for edge in drawn.edges
    ]
    everything = {"nodes": nodes, "edges": edges, "comes": catalogue.say(template("comes from"))}
    text = json.dumps(everything, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _facts(node: Node, catalogue: Catalogue) -> dict[str, object]:
    kind = catalogue.say(KIND_NAMES[node.kind])
    title = node.title or (kind if node.kind == "anywhere" else node.id)
    return {"id": node.id, "kind": kind, "title": title, "text": node.text, "marks": marks(node, catalogue)}


def _came(node: Node, catalogue: Catalogue, played: Played | None) -> dict[str, object]:
    """What a playtest came to at a node: the scene itself, and each of its choices."""
    hits = played.scenes.get(node.id) if played else None
    if played is None or hits is None:
        return {}
    choices = [f"{one.name}: {one.in_words(catalogue)}" for one in played.choices.get(node.id, ())]
    return {"came": hits.in_words(catalogue), "choices": choices}
