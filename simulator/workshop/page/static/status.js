// The calm line that says how the connection stands.

import { word } from "./words.js";

const BACK_MS = 4_000;
const SHORT_MS = 1_500;

const line = document.getElementById("link");
const now = document.getElementById("now");
let fading = 0;
let counting = 0;

export function lost(attempt, waitMs, retry) {
  quiet();
  document.body.classList.add("lost");
  now.hidden = false;
  now.onclick = retry;
  const until = performance.now() + waitMs;
  const tell = () => {
    const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    const parts = [word("link_lost"), word("link_attempt", { n: attempt })];
    if (waitMs > SHORT_MS && left) parts.push(word("link_next", { s: left }));
    line.textContent = parts.join(" · ");
  };
  tell();
  line.title = word("link_kept");
  if (waitMs > SHORT_MS) counting = setInterval(tell, 1_000);
}

export function trying(attempt) {
  quiet();
  if (!attempt) return void (line.textContent = word("link_connecting"));
  line.textContent = `${word("link_lost")} · ${word("link_attempt", { n: attempt })}`;
}

/** Nothing comes back of what was typed, though nobody has hung up: it may yet arrive. */
export function mute() {
  quiet();
  document.body.classList.add("lost");
  line.textContent = word("link_mute");
  line.title = word("link_kept");
}

/** The line stands; that it was away is said for a moment. */
export function well() {
  const was = document.body.classList.contains("lost");
  still("");
  if (was) brief(word("link_back"));
}

export function still(text) {
  quiet();
  document.body.classList.remove("lost");
  now.hidden = true;
  line.title = "";
  line.textContent = text;
}

export function brief(text) {
  quiet();
  line.textContent = String(text);
  fading = setTimeout(() => (line.textContent = ""), BACK_MS);
}

function quiet() {
  clearTimeout(fading);
  clearInterval(counting);
}
