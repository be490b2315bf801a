// What the person at this device has chosen: size of text, contrast, screen reader. Kept in this browser alone.

const NAMES = { size: "podium.size", contrast: "podium.contrast", reader: "podium.reader" };
const ADVANCE = 0.6; // width of a cell as a share of the size of text
const LINE = 1.32; // height of a cell likewise
const SMALLEST = 8;
const LARGEST = 40;
const NARROW = 640;

export class Settings {
  constructor(kind) {
    this.kind = kind;
    this.chosen = Number(kept(NAMES.size)) || 0;
    this.contrast = kept(NAMES.contrast) === "1";
    this.reader = kept(NAMES.reader) === "1";
  }

  /** Size of text in CSS pixels. */
  get size() {
    return this.chosen || usual(this.kind);
  }

  /** Least contrast of text that the terminal keeps (WCAG: 7 is AAA); 1 leaves colours as they are. */
  get ratio() {
    return this.contrast ? 7 : 1;
  }

  step(by) {
    this.chosen = Math.min(LARGEST, Math.max(SMALLEST, this.size + by));
    keep(NAMES.size, String(this.chosen));
  }

  turn(name) {
    this[name] = !this[name];
    keep(NAMES[name], this[name] ? "1" : "0");
  }
}

/** The largest calm size that leaves 80 columns and 24 rows on a laptop and 46 columns on a phone. */
function usual(kind) {
  const wide = innerWidth >= NARROW;
  const byWidth = innerWidth / ((wide ? 80 : 46) * ADVANCE);
  const byHeight = wide ? (innerHeight - 48) / (24 * LINE) : LARGEST;
  const most = kind === "wall" ? 28 : 16;
  return Math.max(SMALLEST, Math.floor(Math.min(byWidth, byHeight, most)));
}

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}

/** A number by chance for this tab: a reload is the same device, another tab or phone is another. */
export function device() {
  const known = session("podium.device");
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const made = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  session("podium.device", made);
  return made;
}

/** The seat's PIN, if this tab came in by the join page, of this node or of another one. */
export function pin() {
  const brought = /^#pin=(\d{4})$/.exec(location.hash);
  if (brought) {
    session("podium.pin", brought[1]);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return session("podium.pin") ?? "";
}

function session(name, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(name);
    sessionStorage.setItem(name, value);
  } catch {
    // As above: this page is then a device of its own.
  }
  return null;
}
