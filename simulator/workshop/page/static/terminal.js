// The terminal of the page: xterm with our font, fitted to its place, opening no link and taking no clipboard order.

import { Terminal } from "./vendor/xterm.js";
import { word } from "./words.js";

const FAMILY = '"Podium Mono", "Podium Signs", "Podium Marks", monospace';
const COLOURS = {
  background: "#12161c",
  foreground: "#ece7db",
  cursor: "#e3a857",
  cursorAccent: "#12161c",
  selectionBackground: "#4a5568",
};
const COLS = [20, 400];
const ROWS = [8, 200];
const OSC_IGNORED = [8, 52];
const FONT_WAIT_MS = 4_000;

/** The fonts, both weights, before the first cell is measured; a font that does not come keeps nobody waiting long. */
export async function fonts() {
  const wanted = ["400 16px", "700 16px"].map((style) => document.fonts.load(`${style} "Podium Mono"`, "Aếự"));
  wanted.push(document.fonts.load('400 16px "Podium Signs"', "◐⚑"), document.fonts.load('400 16px "Podium Marks"', "⏸"));
  await Promise.race([Promise.allSettled(wanted), new Promise((done) => setTimeout(done, FONT_WAIT_MS))]);
}

export function terminal(host, settings) {
  const made = new Terminal({
    allowProposedApi: false,
    cursorBlink: false,
    cursorInactiveStyle: "none",
    customGlyphs: false,
    fontFamily: FAMILY,
    fontSize: settings.size,
    fontWeight: 400,
    fontWeightBold: 700,
    linkHandler: { activate: () => {}, allowNonHttpProtocols: false },
    logLevel: "off",
    macOptionClickForcesSelection: true,
    minimumContrastRatio: settings.ratio,
    scrollback: 0,
    theme: COLOURS,
  });
  for (const order of OSC_IGNORED) made.parser.registerOscHandler(order, () => true);
  Terminal.strings.promptLabel = word("terminal_label");
  made.open(host);
  readable(made, settings.reader);
  return made;
}

/** Rows become readable line by line. What is told aloud comes from the engine: the terminal's own region stays quiet. */
export function readable(made, is) {
  made.options.screenReaderMode = is;
  made.element?.querySelector(".live-region")?.setAttribute("aria-live", "off");
}

/** As many columns and rows as the place holds at the present size of text. */
export function fit(made, host) {
  const cell = cellOf(made);
  if (!cell) return;
  const cols = within(COLS, Math.floor(host.clientWidth / cell.width + 0.01));
  const rows = within(ROWS, Math.floor(host.clientHeight / cell.height + 0.01));
  if (cols !== made.cols || rows !== made.rows) made.resize(cols, rows);
}

/** Width and height of a cell in CSS pixels as it is drawn. */
export function cellOf(made) {
  const drawn = made.element?.querySelector(".xterm-screen")?.getBoundingClientRect();
  if (!drawn?.width || !drawn.height) return null;
  return { width: drawn.width / made.cols, height: drawn.height / made.rows };
}

function within([least, most], number) {
  return Math.min(most, Math.max(least, number));
}
