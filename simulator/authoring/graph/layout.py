"""Where each node is drawn: in layers from the start downwards, with few crossings; fast for thousands of nodes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil, isqrt

from simulator.authoring.graph.drawing import Drawing

WIDTH, HEIGHT = 220, 58
"""Of a node."""
GAP_X, GAP_Y = 36, 64

ROW_MAX = 14
"""Nodes side by side; a layer of more goes on in the row below."""

BAND_MIN = 40
"""Rows below one another; a longer story goes on in a band to the right, so that the whole can be overlooked."""

_SWEEPS = 6

Point = tuple[float, float]
Neighbours = Mapping[str, Sequence[str]]


def layout(drawn: Drawing) -> dict[str, Point]:
    """The middle of each node; y grows downwards."""
    down = _without_cycles(drawn)
    up = _reversed(down)
    rows = _rows(_ordered(_layers(drawn, down), down, up))
    return _banded(rows, _columns(rows, up, _aside(drawn)))


def _without_cycles(drawn: Drawing) -> dict[str, list[str]]:
    """What each node leads to, less the edges that lead back to where one has come from."""
    all_: dict[str, list[str]] = {node.id: [] for node in drawn.nodes}
    for edge in drawn.edges:
        if edge.target != edge.source and edge.target not in all_[edge.source]:
            all_[edge.source].append(edge.target)
    kept: dict[str, list[str]] = {id_: [] for id_ in all_}
    begun: set[str] = set()
    for root in sorted(drawn.nodes, key=lambda node: not node.start):
        _walk(root.id, all_, kept, begun)
    return kept


def _walk(root: str, all_: Neighbours, kept: dict[str, list[str]], begun: set[str]) -> None:
    """Depth first from a node, without recursion: a story may be ten thousand scenes long."""
    if root in begun:
        return
    begun.add(root)
    open_, stack = {root}, [(root, iter(all_[root]))]
    while stack:
        node, targets = stack[-1]
        target = next(targets, None)
        if target is None:
            stack.pop()
            open_.discard(node)
        elif target not in open_:
            kept[node].append(target)
            if target not in begun:
                begun.add(target)
                open_.add(target)
                stack.append((target, iter(all_[target])))


def _reversed(down: Neighbours) -> dict[str, list[str]]:
    up: dict[str, list[str]] = {id_: [] for id_ in down}
    for source, targets in down.items():
        for target in targets:
            up[target].append(source)
    return up


def _layers(drawn: Drawing, down: Neighbours) -> list[list[str]]:
    """Every node below all that lead to it; what follows a call stands below what is called."""
    calls = {(edge.source, edge.target) for edge in drawn.edges if edge.kind in ("ask", "draw")}
    callers = {source for source, _ in calls}
    depth = dict.fromkeys(down, 0)
    for node in _sorted_topologically(down):
        for target in down[node]:
            step = 2 if node in callers and (node, target) not in calls else 1
            depth[target] = max(depth[target], depth[node] + step)
    layers: list[list[str]] = [[] for _ in range(max(depth.values(), default=0) + 1)]
    for node, number in depth.items():
        layers[number].append(node)
    return [layer for layer in layers if layer]


def _sorted_topologically(down: Neighbours) -> list[str]:
    waits = dict.fromkeys(down, 0)
    for targets in down.values():
        for target in targets:
            waits[target] += 1
    ready = [node for node, number in waits.items() if not number]
    for node in ready:
        for target in down[node]:
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return ready


def _ordered(layers: list[list[str]], down: Neighbours, up: Neighbours) -> list[list[str]]:
    """Each layer in the order of what its nodes hang on, swept down and up in turn."""
    place = {node: float(number) for layer in layers for number, node in enumerate(layer)}
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        beside = up if downwards else down
        for layer in layers if downwards else reversed(layers):
            layer.sort(key=lambda node: _mean((place[one] for one in beside[node]), place[node]))
            place.update((node, number - len(layer) / 2) for number, node in enumerate(layer))
    return layers


def _rows(layers: Iterable[list[str]]) -> list[list[str]]:
    return [layer[first : first + ROW_MAX] for layer in layers for first in range(0, len(layer), ROW_MAX)]


def _aside(drawn: Drawing) -> set[str]:
    """What is only asked back: it stands to the right, so that the story's own way goes past it."""
    asked = {edge.target for edge in drawn.edges if edge.kind == "ask"}
    return asked - {edge.target for edge in drawn.edges if edge.kind != "ask"}


def _columns(rows: Iterable[Sequence[str]], up: Neighbours, aside: Collection[str]) -> dict[str, float]:
    """The x of each node: under those that lead to it as far as its neighbours in the row leave room."""
    x: dict[str, float] = {}
    for row in rows:
        wanted = [
            _mean((x[one] for one in up[node] if one in x), 0.0) + (WIDTH + GAP_X) * (node in aside) for node in row
        ]
        placed = _spaced(wanted)
        shift = _mean((wish - place for wish, place in zip(wanted, placed, strict=True)), 0.0)
        x.update((node, place + shift) for node, place in zip(row, placed, strict=True))
    return x


def _banded(rows: Sequence[Sequence[str]], columns: Mapping[str, float]) -> dict[str, Point]:
    """The rows cut into bands that stand side by side; what fits into one band stays in one."""
    bands = ceil(len(rows) / max(BAND_MIN, isqrt(2 * len(rows))))
    per_band = ceil(len(rows) / bands)
    placed: dict[str, Point] = {}
    right = 0.0
    for first in range(0, len(rows), per_band):
        band = rows[first : first + per_band]
        shift = right - min(columns[node] for row in band for node in row)
        for number, row in enumerate(band):
            placed.update((node, (columns[node] + shift, number * (HEIGHT + GAP_Y))) for node in row)
        right = max(placed[node][0] for row in band for node in row) + WIDTH + 3 * GAP_X
    return placed


def _spaced(wanted: Sequence[float]) -> list[float]:
    """The same, moved to the right where two would overlap."""
    placed = list(wanted)
    for number, _ in enumerate(pairwise(wanted), 1):
        placed[number] = max(placed[number], placed[number - 1] + WIDTH + GAP_X)
    return placed


def _mean(values: Iterable[float], otherwise: float) -> float:
    found = list(values)
    return sum(found) / len(found) if found else otherwise
