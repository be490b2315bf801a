"""A compositor that draws what changed and is seen, and nothing else.

Textual's asks every widget that touches a changed row for all of its rows, most of which it then leaves out, and those
that lie beneath others too: at each letter that somebody writes, for every seat that a process serves. The names that
are overridden are private, for which Textual is pinned; `tests/tui/test_compositor.py` holds that both draw the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Part = tuple[Region, Region, list[Strip]]
"""Where a widget lies, which part of that is drawn, and the rows of that part."""


class RowCompositor(Compositor):
    """Asks widgets for rows that changed, from front to back, until nothing more is seen of what lies beneath."""

    _changed: Sequence[Region] = ()
    """What is drawn anew while a part of the screen is."""

    def render_partial_update(self) -> ChopsUpdate | None:
        self._changed = [*together(self._dirty_regions)]
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[Part]:
        screen = self.size.region
        for changed in self._changed or (crop or screen,):
            yield from self._drawn(changed.intersection(screen))

    def _drawn(self, changed: Region) -> Iterator[Part]:
        """Each widget's part of a region, in whole rows: Textual cuts them where any widget begins or ends."""
        bare = dict.fromkeys(changed.line_range, _columns(changed))
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            columns = _columns(seen)
            rows = [y for y in seen.line_range if bare.get(y, 0) & columns]
            if rows:
                for y in rows:
                    bare[y] &= ~columns
                part = Region(seen.x, rows[0], seen.width, rows[-1] + 1 - rows[0])
                yield region, part, widget.render_lines(part.translate((-region.x, -region.y)))


def _columns(region: Region) -> int:
    """The columns of a region, as the bits of a number."""
    return (1 << max(0, region.right)) - (1 << max(0, region.x))


def together(regions: Iterable[Region]) -> Iterator[Region]:
    """Regions that share rows or follow each other without a gap, drawn as one; from the top."""
    joined: Region | None = None
    for region in sorted(regions, key=lambda region: region.y):
        if joined is not None and region.y <= joined.bottom:
            joined = joined.union(region)
        else:
            if joined is not None:
                yield joined
            joined = region
    if joined is not None:
        yield joined
