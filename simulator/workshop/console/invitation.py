"""The QR code to come in by, as a block; for the console and the projector."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from simulator.workshop.console.qr import qr_lines

INK = "#000000 on #ffffff"
"""In every theme, for a camera has none."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """The code of an address; nothing where no code can hold it. Its lines are never wrapped."""

    url: str

    @property
    def width(self) -> int:
        """Cells across."""
        return max(map(len, qr_lines(self.url)), default=0)

    def lines(self, width: int) -> list[Content]:
        """Its lines, if the width has room for them: a part of a code is of no use."""
        return [Content.styled(line, INK) for line in qr_lines(self.url)] if self.width <= width else []
