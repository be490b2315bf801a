// Keys: those that stay the browser's, those that are kept from it, and the bar of keys for devices without any.

import { word } from "./words.js";

const BROWSERS = ["F11", "F12"];
const BROWSERS_CTRL = ["v", "r", "+", "-", "=", "0", "Insert"];
const OURS = ["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "Tab"];
const OURS_CTRL = ["s", "p", "g", "q", "o", "k", "l", "u", "f", "d", "e", "j"];

// Key, sign on it, sequence. The first six stay when there is little height.
const BAR = [
  ["escape", "Esc", "\x1b"],
  ["up", "↑", "\x1b[A"],
  ["down", "↓", "\x1b[B"],
  ["enter", "Enter", "\r"],
  ["F5", "F5", "\x1b[15~"],
  ["speak", "F9", "\x1b[20~"],
  ["tab", "Tab", "\t"],
  ["back", "⇤", "\x1b[Z"],
  ["page_up", "PgUp", "\x1b[5~"],
  ["page_down", "PgDn", "\x1b[6~"],
  ["F1", "F1", "\x1bOP"],
  ["F2", "F2", "\x1bOQ"],
  ["F8", "F8", "\x1b[19~"],
];

/** Which keydowns the terminal takes. `leave` is called for the key that leads out of it, Shift+F6. */
export function takes(terminal, event, leave) {
  if (event.type !== "keydown") return true;
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === "F6" && event.shiftKey) {
    event.preventDefault();
    leave();
    return false;
  }
  if (BROWSERS.includes(event.key) || (event.shiftKey && event.key === "Insert")) return false;
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (ctrl && !event.altKey && BROWSERS_CTRL.includes(letter)) return false;
  if (ctrl && !event.altKey && letter === "c" && (terminal.hasSelection() || event.shiftKey)) return false;
  if (OURS.includes(event.key) || (event.ctrlKey && OURS_CTRL.includes(letter))) event.preventDefault();
  return true;
}

/** The bar of keys. It never takes the focus, so that the phone's keyboard stays as it is. */
export class KeyBar {
  constructor(nav, terminal, press) {
    this.nav = nav;
    this.terminal = terminal;
    this.touch = matchMedia("(pointer: coarse)");
    nav.append(this.#keyboard(), ...BAR.map(([name, sign, sequence]) => this.#key(name, sign, () => press(sequence))));
    nav.addEventListener("mousedown", (event) => event.preventDefault());
    this.touch.addEventListener("change", () => this.#show());
    this.#show();
  }

  #show() {
    this.nav.hidden = !this.touch.matches;
    this.#typed(!this.touch.matches);
  }

  #key(name, sign, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `key ${name}`;
    button.textContent = name === "speak" ? word("key_speak") : sign;
    button.setAttribute("aria-label", /^F\d/.test(name) ? word("key_function", { name }) : word(`key_${name}`));
    button.addEventListener("click", press);
    return button;
  }

  /** Shows and hides the phone's own keyboard: without it, a tap on the screen does not bring it up. */
  #keyboard() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "key keyboard";
    this.button.textContent = word("settings_keyboard");
    this.button.addEventListener("click", () => {
      this.#typed(!this.shown);
      this.terminal.textarea.blur();
      if (this.shown) this.terminal.focus();
    });
    return this.button;
  }

  #typed(shown) {
    this.shown = shown;
    this.terminal.textarea.inputMode = shown ? "text" : "none";
    this.button.setAttribute("aria-pressed", String(shown));
  }
}
