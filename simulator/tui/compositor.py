"""A compositor that draws the rows which changed and no others.

Textual's asks every widget that touches a changed row for all of its rows, most of which it then leaves out: at each
letter that somebody writes, for every seat that a process serves. The name that is overridden is private, for which
Textual is pinned; `tests/tui/test_compositor.py` holds that both draw the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class RowCompositor(Compositor):
    """Asks widgets for the rows within the region that is drawn."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not crop or crop.height >= self.size.height:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            rows = Region(clip.x, crop.y, clip.width, crop.height).intersection(clip)
            seen = region.intersection(rows)
            if seen.width and seen.height:
                yield region, rows, widget.render_lines(seen.translate((-region.x, -region.y)))
