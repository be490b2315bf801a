// The line to the server: one WebSocket at a time, put up again with back-off, on another node when its own is gone.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
const OPENING_MS = 8_000;
const PING_AFTER_MS = 15_000;
const SILENCE_MS = 40_000;
const LOOK_EVERY_MS = 5_000;
const ANSWER_MS = 3_000;
const HELD_MS = 10_000;
const HELD_KEYS = 4_096;
const PIECE = 8_000;
const POLICY = 1008;
const TAKEN_OVER = 4001;
const REFUSALS = 3;
const GONE = [401, 403, 404, 410];

/**
 * Calls `told(kind, ...values)` with every message of the server by its name, with `painted` (bytes for the terminal),
 * and with `up`, `down` (attempt, wait in ms), `trying` (attempt), `refused`, `mute` (it stands, but nothing comes
 * back of what was sent) and `heard` (now it does) for the line itself.
 */
export class Line {
  constructor(path, hello, told) {
    this.path = path;
    this.hello = hello;
    this.told = told;
    this.nodes = [location.origin];
    this.attempt = 0;
    this.refusals = 0;
    this.ended = false;
    this.held = [];
    this.lostAt = 0;
    this.served = "";
    setInterval(() => this.#look(), LOOK_EVERY_MS);
    addEventListener("online", () => this.#awake());
    addEventListener("offline", () => this.#mute());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#awake());
  }

  /** Open the line; a line that is open is closed first and greeted anew. */
  open() {
    this.ended = false;
    this.#drop();
    const node = this.nodes[this.attempt % this.nodes.length];
    this.told("trying", this.attempt);
    let socket;
    try {
      socket = new WebSocket(address(node, this.path));
    } catch {
      return this.#lost(1006);
    }
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#greet();
    socket.onmessage = (event) => this.#heard(event.data, node);
    socket.onclose = (event) => this.#lost(event.code);
    this.socket = socket;
    this.opening = setTimeout(() => this.#lost(1006), OPENING_MS);
  }

  /** Keys as the terminal gives them. What is typed in a short gap is held and sent when the line is back. */
  keys(text) {
    for (const piece of pieces(text)) {
      if (this.welcomed) this.send("keys", piece);
      else this.#hold(piece);
    }
    if (this.welcomed) this.asking ||= setTimeout(() => this.#ask(), ANSWER_MS);
  }

  send(...message) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** Try at once instead of waiting longer. */
  now() {
    if (!this.waiting) return;
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.open();
  }

  stop() {
    this.ended = true;
    this.held = [];
    this.#drop();
  }

  #greet() {
    clearTimeout(this.opening);
    this.#alive();
    this.send("hello", this.hello());
  }

  #heard(data, node) {
    this.#alive();
    if (data instanceof ArrayBuffer) return this.told("painted", new Uint8Array(data));
    const [kind, ...values] = parsed(data);
    if (kind === "welcome") this.#welcome(values[0] ?? {}, node);
    if (kind === "end" || kind === "superseded") this.stop();
    if (typeof kind === "string" && kind !== "pong") this.told(kind, ...values);
  }

  #welcome(welcome, node) {
    this.nodes = [node, ...addresses(welcome.nodes).filter((other) => other !== node)];
    this.attempt = 0;
    this.refusals = 0;
    this.welcomed = true;
    const fresh = this.served && this.served !== node;
    this.served = node;
    this.told("up");
    const held = fresh || performance.now() - this.lostAt > HELD_MS ? [] : this.held;
    this.held = [];
    for (const piece of held) this.send("keys", piece);
  }

  #hold(piece) {
    const length = this.held.reduce((sum, kept) => sum + kept.length, 0);
    const mouse = piece.startsWith("\x1b[<");
    if (!this.ended && this.lostAt && !mouse && length + piece.length <= HELD_KEYS) this.held.push(piece);
  }

  #lost(code) {
    if (this.ended) return;
    if (code === TAKEN_OVER) return this.#heard('["superseded"]', this.served);
    if (this.welcomed) this.lostAt = performance.now();
    this.#drop();
    this.refusals = code === POLICY ? this.refusals + 1 : this.refusals;
    if (this.refusals >= REFUSALS) return this.#refused();
    this.attempt += 1;
    if (this.attempt > 1 && this.attempt % 3 === 2) this.#askWhetherGone();
    const wait = backOff(Math.floor((this.attempt - 1) / this.nodes.length));
    this.waiting = setTimeout(() => this.now(), wait);
    this.told("down", this.attempt, wait);
  }

  /** A seat that was removed while the line was down is refused for ever: its page says so, the socket cannot. */
  async #askWhetherGone() {
    try {
      const page = await fetch(location.pathname, { cache: "no-store", redirect: "manual" });
      if (GONE.includes(page.status) && !this.welcomed) this.#refused();
    } catch {
      // No answer: the server is away, and the next attempt will tell.
    }
  }

  #refused() {
    this.stop();
    this.told("refused");
  }

  #drop() {
    clearTimeout(this.waiting);
    clearTimeout(this.opening);
    clearTimeout(this.asking);
    this.waiting = this.asking = 0;
    this.isMute = false;
    this.welcomed = false;
    const socket = this.socket;
    this.socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #alive() {
    this.heardAt = performance.now();
    this.pingedAt = 0;
    clearTimeout(this.asking);
    this.asking = 0;
    if (!this.isMute) return;
    this.isMute = false;
    this.told("heard");
  }

  /** Nothing has come since a key: not every key is answered, but a ping is. */
  #ask() {
    this.#ping(performance.now());
    this.asking = setTimeout(() => this.#mute(), ANSWER_MS);
  }

  #mute() {
    if (!this.welcomed || this.isMute) return;
    this.isMute = true;
    this.told("mute");
  }

  /** A ping when it is quiet. A browser that slept is given a new ping before its silence counts. */
  #look() {
    const now = performance.now();
    const slept = now - (this.lookedAt ?? now) > 3 * LOOK_EVERY_MS;
    this.lookedAt = now;
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    if (this.pingedAt && !slept) {
      if (now - this.pingedAt >= SILENCE_MS - PING_AFTER_MS) this.#lost(1006);
    } else if (now - this.heardAt >= PING_AFTER_MS - LOOK_EVERY_MS || slept) {
      this.#ping(now);
    }
  }

  #ping(now) {
    this.pingedAt = now;
    this.send("ping", Math.floor(now));
  }

  #awake() {
    this.now();
    if (this.socket?.readyState === WebSocket.OPEN) this.#ping(performance.now());
  }
}

function address(node, path) {
  const url = new URL(path, node);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

/** Nodes of this room that a page of this kind may speak to: a page that came by TLS speaks by TLS alone. */
function addresses(nodes) {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node) => {
    const url = URL.canParse?.(node) === false ? null : new URL(String(node));
    const fits = url && (url.protocol === location.protocol || url.protocol === "https:");
    return fits ? [url.origin] : [];
  });
}

function parsed(data) {
  try {
    const message = JSON.parse(data);
    return Array.isArray(message) ? message : [];
  } catch {
    return [];
  }
}

/** Milliseconds to wait in a round of attempts: doubled each round, spread so that a hall does not come back at once. */
function backOff(round) {
  const base = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(round, 10));
  return Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, base * (0.75 + Math.random() / 2)));
}

function* pieces(text) {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + PIECE);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1])) end -= 1;
    yield text.slice(at, end);
    at = end;
  }
}
