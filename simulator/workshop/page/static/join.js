// The join page: room code and name, then the seat's PIN when the name is already in use.

import { languageQuery, word } from "./words.js";

const CODE_LENGTH = 6;
const PIN = /^\d{4}$/;

const form = document.getElementById("form");
const code = document.getElementById("code");
const name = document.getElementById("name");
const pin = document.getElementById("pin");
const pinField = document.getElementById("pin-field");
const error = document.getElementById("error");
const enter = document.getElementById("enter");

code.value = document.body.dataset.code || "";
(code.value ? name : code).focus();

code.addEventListener("input", () => {
  const at = code.selectionStart;
  code.value = code.value.toUpperCase();
  code.setSelectionRange(at, at);
});

document.getElementById("other").search = document.documentElement.lang === "vi" ? "?lang=en" : "?lang=vi";

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!enter.disabled) join();
});

async function join() {
  const typed = { code: code.value.replace(/[\s-]/g, "").toUpperCase(), name: name.value.normalize("NFC").trim(), pin: pin.value.trim() };
  clear();
  if (typed.code.length !== CODE_LENGTH) return fault(code, word("join_need_code"));
  if (!typed.name) return fault(name, word("join_need_name"));
  if (!pinField.hidden && !PIN.test(typed.pin)) return fault(pin, word("join_need_pin"));
  busy(true);
  try {
    await told(typed, await ask(typed));
  } catch {
    fault(null, word("join_failed"));
  } finally {
    busy(false);
  }
}

function ask(typed) {
  return fetch(`/join${languageQuery()}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(typed),
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout?.(20_000),
  });
}

async function told(typed, response) {
  const answer = await response.json().catch(() => ({}));
  if (response.ok && isOwnPath(answer.path)) {
    keepPin(answer.pin);
    location.assign(elsewhere(answer) + answer.path + languageQuery() + pinFor(answer));
  } else if (response.status === 409) {
    taken(typed, answer);
  } else {
    const [field, text] = refusal(response, answer);
    fault(field, said(answer) || text);
  }
}

/** The server's own words for a refusal, if it has any. */
function said(answer) {
  const text = answer.said ?? answer.error;
  return typeof text === "string" ? sentence(text) : "";
}

/** The server's reasons are parts of a sentence elsewhere; here they stand alone. */
function sentence(text) {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return !whole || /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

function keepPin(value) {
  try {
    if (PIN.test(value)) sessionStorage.setItem("podium.pin", value);
  } catch {
    // A browser that keeps nothing does not show the PIN at the seat.
  }
}

/** The node that the seat is dealt to, if it is another one of the room's. */
function elsewhere(answer) {
  return /^https?:\/\/[\w.:[\]-]+$/.test(answer.at ?? "") ? answer.at : "";
}

/** Another node's page cannot read what this one keeps: the PIN goes along where no server reads it. */
function pinFor(answer) {
  return elsewhere(answer) && PIN.test(answer.pin) ? `#pin=${answer.pin}` : "";
}

/** Only a path on this server or on another of the room's nodes is ever gone to. */
function isOwnPath(path) {
  return typeof path === "string" && /^\/(?!\/)[\w\-./~%=:,+]*$/.test(path);
}

function taken(typed, answer) {
  const asked = !pinField.hidden;
  pinField.hidden = false;
  pin.required = true;
  fault(pin, said(answer) || word(asked && typed.pin ? "join_wrong_pin" : "join_taken"));
}

function refusal(response, answer) {
  switch (response.status) {
    case 403:
      return pinField.hidden ? [code, word("join_wrong_code")] : [pin, word("join_wrong_pin")];
    case 429:
      return [null, word("join_too_many", { s: seconds(response, answer) })];
    case 423:
      return [null, word("join_closed")];
    case 400:
      return [answer.reason === "name" ? name : null, word("join_invalid")];
    default:
      return [null, word("join_failed")];
  }
}

function seconds(response, answer) {
  const wait = Number(answer.wait ?? response.headers.get("Retry-After"));
  return Number.isFinite(wait) && wait > 0 ? Math.ceil(wait) : 60;
}

function fault(field, text) {
  error.textContent = text;
  error.hidden = false;
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}

function clear() {
  error.hidden = true;
  error.textContent = "";
  for (const field of [code, name, pin]) field.removeAttribute("aria-invalid");
}

function busy(is) {
  enter.disabled = is;
  enter.textContent = word(is ? "join_wait" : "join_button");
}

// A name that is changed is another name: the PIN of the first is not asked for any more.
name.addEventListener("input", () => {
  if (pinField.hidden) return;
  pinField.hidden = true;
  pin.required = false;
  pin.value = "";
  clear();
});
