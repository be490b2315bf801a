// A finger drawn over the terminal turns the wheel, as far as the application listens to a mouse.

import { cellOf } from "./terminal.js";

const UP = 64;
const DOWN = 65;

export function wheelByFinger(terminal, host, send) {
  let last = null;
  host.addEventListener("touchstart", (event) => (last = event.touches.length === 1 ? event.touches[0].clientY : null), { passive: true });
  host.addEventListener("touchend", () => (last = null), { passive: true });
  host.addEventListener("touchmove", (event) => {
    const cell = cellOf(terminal);
    if (last === null || !cell || terminal.modes.mouseTrackingMode === "none") return;
    event.preventDefault();
    const touch = event.touches[0];
    const turns = Math.trunc((last - touch.clientY) / cell.height);
    if (!turns) return;
    last -= turns * cell.height;
    send(`\x1b[<${turns > 0 ? DOWN : UP};${place(touch, host, cell).join(";")}M`.repeat(Math.min(5, Math.abs(turns))));
  }, { passive: false });
}

function place(touch, host, cell) {
  const box = host.getBoundingClientRect();
  return [(touch.clientX - box.left) / cell.width, (touch.clientY - box.top) / cell.height].map((at) => Math.max(1, Math.floor(at) + 1));
}
