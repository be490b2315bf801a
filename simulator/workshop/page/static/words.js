// The texts of the page, which the server hands over in `data-words`, in the language of the room.

const texts = JSON.parse(document.body.dataset.words || "{}");

/** The text of a key, with `{n}`, `{name}` … filled in. It is plain text: set it by textContent only. */
export function word(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The query by which the language that was asked for in the address is asked for again; mostly empty. */
export function languageQuery() {
  const asked = new URLSearchParams(location.search).get("lang");
  return /^[a-z]{2}$/.test(asked ?? "") ? `?lang=${asked}` : "";
}
