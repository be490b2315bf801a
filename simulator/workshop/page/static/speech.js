// The live region: what the engine tells, in the order it comes, for those who listen instead of looking.

const KEPT = 20;

export function say(text) {
  const region = document.getElementById("said");
  const line = document.createElement("p");
  line.textContent = String(text);
  region.append(line);
  while (region.childElementCount > KEPT) region.firstElementChild.remove();
}
