// The sheet over the terminal: the seat is open elsewhere, was taken over, or has ended.

import { word } from "./words.js";

const sheet = document.getElementById("notice");
const behind = ["screen", "bar", "keys"].map((id) => document.getElementById(id));

/** Show a heading, a text and buttons ([text, duty] each); the first button has the focus. */
export function ask(heading, text, answers) {
  document.getElementById("notice-heading").textContent = heading;
  document.getElementById("notice-text").textContent = text;
  const buttons = answers.map(([label, duty]) => button(label, duty));
  document.getElementById("notice-answers").replaceChildren(...buttons);
  sheet.hidden = false;
  for (const part of behind) part.inert = true;
  buttons[0]?.focus();
}

export function done() {
  sheet.hidden = true;
  for (const part of behind) part.inert = false;
}

export function rejoin() {
  return [word("link_rejoin"), () => location.assign("/")];
}

function button(label, duty) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", duty);
  return made;
}
