// The page of a place in the room: terminal, line to the server, settings, keys and the words around them.

import { draft, guard } from "./guard.js";
import { KeyBar, takes } from "./keys.js";
import * as notice from "./notice.js";
import { device, pin, Settings } from "./settings.js";
import { Line } from "./socket.js";
import { say } from "./speech.js";
import * as status from "./status.js";
import { fit, fonts, readable, terminal as makeTerminal } from "./terminal.js";
import { wheelByFinger } from "./touch.js";
import { Typing } from "./typing.js";
import { languageQuery, word } from "./words.js";

const SETTLE_MS = 80;
const CAN = "\x18\x1b[0m"; // ends a sequence that the loss of the line has cut in two

const host = document.getElementById("screen");
const kind = document.body.dataset.kind;
const settings = new Settings(kind);
let takeNext = false;

fullHeight();
await fonts();
const terminal = makeTerminal(host, settings);
fit(terminal, host);

const typing = new Typing(terminal, host, (most) => status.brief(word("paste_long", { n: most })));
const line = new Line(document.body.dataset.socket + languageQuery(), hello, (told, ...values) => DUTIES[told]?.(...values));

const DUTIES = {
  painted: (bytes) => terminal.write(bytes),
  trying: (attempt) => status.trying(attempt),
  down: (attempt, wait) => status.lost(attempt, wait, () => line.now()),
  up: () => {
    takeNext = false;
    notice.done();
    status.well();
    terminal.write(CAN);
    terminal.focus();
  },
  mute: () => status.mute(),
  heard: () => status.well(),
  welcome: (welcome) => place(welcome),
  occupied: () => occupied(),
  superseded: () => superseded(),
  end: (reason) => over(word("link_ended"), typeof reason === "string" ? reason : ""),
  refused: () => over(word("link_refused"), word("link_kept")),
  say: (text) => say(text),
  draft: (is) => draft(is),
  title: (text) => (document.title = String(text)),
  slow: (text) => status.brief(text),
};

function hello() {
  return { cols: terminal.cols, rows: terminal.rows, device: device(), reader: settings.reader };
}

function place({ name, room }) {
  const known = [name, room].filter((part) => typeof part === "string" && part);
  const line = document.getElementById("place");
  if (kind === "seat" && pin()) {
    known.unshift(word("place_pin", { pin: pin() }));
    line.title = word("place_pin_hint");
  }
  if (known.length) line.textContent = known.join(" · ");
}

function occupied() {
  if (takeNext) return line.send("take");
  status.still("");
  notice.ask(word("occupied_heading"), word("occupied_ask"), [
    [word("occupied_take"), () => line.send("take")],
    [word("occupied_leave"), () => {
      line.stop();
      notice.ask(word("occupied_heading"), word("occupied_left"), [takeBack(word("occupied_take")), notice.rejoin()]);
    }],
  ]);
}

function superseded() {
  draft(false);
  status.still(word("link_superseded"));
  notice.ask(word("link_superseded"), word("link_kept"), [takeBack(word("link_take_back")), notice.rejoin()]);
}

function takeBack(label) {
  return [label, () => {
    takeNext = true;
    line.open();
  }];
}

function over(heading, text) {
  draft(false);
  status.still(heading);
  notice.ask(heading, text, [[word("link_reload"), () => location.reload()], notice.rejoin()]);
}

// Terminal and keys.
terminal.onData((text) => line.keys(text));
terminal.attachCustomKeyEventHandler((event) => takes(terminal, event, () => document.getElementById("smaller").focus()));
terminal.textarea.addEventListener("focus", () => line.send("focus"));
terminal.textarea.addEventListener("blur", () => line.send("blur"));
new KeyBar(document.getElementById("keys"), terminal, (sequence) => {
  typing.forget();
  terminal.input(sequence, true);
});
wheelByFinger(terminal, host, (sequence) => line.keys(sequence));

// Size.
let settling = 0;
function settle() {
  clearTimeout(settling);
  settling = setTimeout(() => fit(terminal, host), SETTLE_MS);
}
new ResizeObserver(settle).observe(host);
terminal.onResize(({ cols, rows }) => line.send("size", { cols, rows }));

/** Phones whose keyboard lies over the page: the page is as high as what is left to see. */
function fullHeight() {
  const seen = window.visualViewport;
  const set = () => document.documentElement.style.setProperty("--height", `${Math.round(seen.height)}px`);
  if (!seen) return;
  seen.addEventListener("resize", set);
  set();
}

// Settings.
function show() {
  document.body.classList.toggle("contrast", settings.contrast);
  pressed("contrast", settings.contrast);
  pressed("reader", settings.reader);
}

function pressed(id, is) {
  document.getElementById(id).setAttribute("aria-pressed", String(is));
}

function size(by) {
  settings.step(by);
  terminal.options.fontSize = settings.size;
  requestAnimationFrame(() => {
    fit(terminal, host);
    status.brief(word("settings_size", { n: settings.size, cols: terminal.cols }));
  });
}

function turn(name) {
  settings.turn(name);
  terminal.options.minimumContrastRatio = settings.ratio;
  readable(terminal, settings.reader);
  show();
  status.brief(`${word(`settings_${name}`)}: ${word(settings[name] ? "settings_on" : "settings_off")}`);
}

const full = document.getElementById("full");
full.hidden = !document.fullscreenEnabled;
full.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
document.addEventListener("fullscreenchange", () => pressed("full", Boolean(document.fullscreenElement)));
document.getElementById("smaller").addEventListener("click", () => size(-1));
document.getElementById("larger").addEventListener("click", () => size(1));
document.getElementById("contrast").addEventListener("click", () => turn("contrast"));
document.getElementById("reader").addEventListener("click", () => {
  turn("reader");
  if (!line.ended) line.open(); // the server learns of it by a new greeting
});

show();
guard();
fit(terminal, host); // once more: the bar of keys has taken its part
line.open();
