"""The picture within the page: one SVG group a node, one path an edge. All text goes through `escape`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from html import escape

from simulator.authoring.graph.drawing import Drawing, Edge, Node
from simulator.authoring.graph.layout import HEIGHT, WIDTH, Point
from simulator.authoring.graph.played import Hits, Played
from simulator.authoring.graph.words import along, head, shortened
from simulator.language.catalogue import Catalogue

_LINE, _LEFT = 28, 10
"""Characters of a line within a node, and how far from its edge it begins."""

_ROUND_LINE, _ROUND_LEFT = 24, 24
"""The same within round ends."""

_MARGIN = 40


def svg(drawn: Drawing, at: Mapping[str, Point], catalogue: Catalogue, played: Played | None = None) -> str:
    """The picture: edges first, so that nodes lie over them. With a playtest each node has its hits and mean grade."""
    number = {node.id: place for place, node in enumerate(drawn.nodes)}
    edges = "".join(_edge(edge, place, at, number, catalogue) for place, edge in enumerate(drawn.edges))
    hits = {} if played is None else played.scenes
    nodes = "".join(_node(node, number[node.id], at[node.id], catalogue, hits.get(node.id)) for node in drawn.nodes)
    return f'<svg id="picture" viewBox="{_box(at)}" aria-hidden="true"><g id="all">{edges}{nodes}</g></svg>'


def _box(at: Mapping[str, Point]) -> str:
    xs, ys = [x for x, _ in at.values()], [y for _, y in at.values()]
    left, top = min(xs) - WIDTH / 2 - _MARGIN, min(ys) - HEIGHT / 2 - _MARGIN
    wide, high = max(xs) - min(xs) + WIDTH + 2 * _MARGIN, max(ys) - min(ys) + HEIGHT + 2 * _MARGIN
    return f"{left:.0f} {top:.0f} {wide:.0f} {high:.0f}"


def _node(node: Node, number: int, at: Point, catalogue: Catalogue, hits: Hits | None) -> str:
    x, y = at[0] - WIDTH / 2, at[1] - HEIGHT / 2
    line, left = (_ROUND_LINE, _ROUND_LEFT) if node.kind in ("ending", "anywhere") else (_LINE, _LEFT)
    lines = [shortened(head(node, catalogue), line + 6), *_wrapped(node.title or node.text, line)]
    spans = "".join(f'<tspan x="{left}" y="{16 + 17 * row}">{escape(one)}</tspan>' for row, one in enumerate(lines))
    classes = " ".join(["node", node.kind, node.outcome, "" if node.reached else "unreached", "start" * node.start])
    classes += " never" if hits is not None and not hits.hits else ""
    return (
        f'<g class="{escape(" ".join(classes.split()))}" data-n="{number}" transform="translate({x:.0f} {y:.0f})">'
        f"<title>{escape(node.title or node.id)}</title>{_shape(node)}<text>{spans}</text>{_hits(hits, catalogue)}</g>"
    )


def _hits(hits: Hits | None, catalogue: Catalogue) -> str:
    """Above the node its hits and mean grade in figures; below it the mean grade as a bar; a cross where none came."""
    if hits is None:
        return ""
    told = f'<text class="hits" x="{WIDTH}" y="-6">{escape(hits.in_words(catalogue))}</text>'
    if not hits.hits:
        return told + f'<path class="cross" d="M0 0L{WIDTH} {HEIGHT}M{WIDTH} 0L0 {HEIGHT}"/>'
    if hits.grade is None:
        return told
    return told + f'<rect class="grade" y="{HEIGHT + 3}" width="{WIDTH * hits.grade / 100:.0f}" height="5"/>'


def _wrapped(text: str, line: int) -> Iterator[str]:
    yield from textwrap.wrap(" ".join(text.split()), line, max_lines=2, placeholder="…")


def _shape(node: Node) -> str:
    """A shape for each kind, so that none is told by its colour alone."""
    if node.kind == "decision":
        return f'<path d="M12 0H{WIDTH - 12}L{WIDTH} {HEIGHT / 2}L{WIDTH - 12} {HEIGHT}H12L0 {HEIGHT / 2}Z"/>'
    round_ = {"question": 3, "inject": 14, "ending": HEIGHT / 2, "pool": 3, "anywhere": HEIGHT / 2}[node.kind]
    outer = f'<rect width="{WIDTH}" height="{HEIGHT}" rx="{round_}"/>'
    inner = f'<rect class="inner" x="4" y="4" width="{WIDTH - 8}" height="{HEIGHT - 8}" rx="{round_}"/>'
    return outer + inner if node.kind in ("ending", "pool") else outer


def _edge(edge: Edge, number: int, at: Mapping[str, Point], numbers: Mapping[str, int], catalogue: Catalogue) -> str:
    path, middle = _curve(at[edge.source], at[edge.target])
    whole = along(edge, catalogue)
    told = escape(shortened(whole, 60))
    text = f'<text x="{middle[0]:.0f}" y="{middle[1]:.0f}">{told}</text>' if told else ""
    # A thin line is hard to point at: a wide one that is not seen lies under it.
    grip = f'<title>{escape(whole)}</title><path class="grip" d="{path}"/>' if told else ""
    return (
        f'<g class="edge {edge.kind}" data-e="{number}" data-from="{numbers[edge.source]}"'
        f' data-to="{numbers[edge.target]}">{grip}<path d="{path}" marker-end="url(#arrow)"/>{text}</g>'
    )


def _curve(source: Point, target: Point) -> tuple[str, Point]:
    """The path from one node to another, and where its label stands.

    Downwards it goes from below the one to above the other; to the next band from side to side; and back up round by
    the right.
    """
    (x, y), (to_x, to_y) = source, target
    if to_y > y:
        top, bottom = to_y - HEIGHT / 2, y + HEIGHT / 2
        middle = (top + bottom) / 2
        return f"M{x:.0f} {bottom:.0f}C{x:.0f} {middle:.0f} {to_x:.0f} {middle:.0f} {to_x:.0f} {top - 5:.0f}", (
            (x + to_x) / 2,
            middle,
        )
    begin = x + WIDTH / 2
    if to_x - x > WIDTH:
        end = to_x - WIDTH / 2
        far, near = end - 40, begin + 40
    else:
        end = to_x + WIDTH / 2
        far = near = max(begin, end) + 60
    end += 5 if end < far else -5
    path = f"M{begin:.0f} {y:.0f}C{near:.0f} {y:.0f} {far:.0f} {to_y:.0f} {end:.0f} {to_y:.0f}"
    return path, ((near + far) / 2, (y + to_y) / 2)
