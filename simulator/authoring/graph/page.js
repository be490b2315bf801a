"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const picture = byId("picture"), stage = byId("stage"), about = byId("about"), search = byId("search");
  const nodes = [...document.querySelectorAll(".node")], edges = [...document.querySelectorAll(".edge")];
  const entries = [...document.querySelectorAll("nav button")];
  const all = picture.viewBox.baseVal, whole = { x: all.x, y: all.y, w: all.width, h: all.height };
  let view = { ...whole };

  // What is seen: a box of the picture's own plane.
  const show = () => picture.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const scale = () => Math.max(view.w / (picture.clientWidth || 1), view.h / (picture.clientHeight || 1));
  const fit = () => { view = { ...whole }; show(); };
  const pan = (dx, dy) => { view.x -= dx * scale(); view.y -= dy * scale(); show(); };
  const zoom = (by, at) => {
    const w = Math.min(Math.max(view.w * by, 200), whole.w * 4), real = w / view.w;
    const to = at || { x: view.x + view.w / 2, y: view.y + view.h / 2 };
    view = { x: to.x - (to.x - view.x) * real, y: to.y - (to.y - view.y) * real, w, h: view.h * real };
    show();
  };
  const inPicture = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());

  // Moving by pointer: one drags, two pinch.
  const down = new Map();
  let moved = 0;
  const apart = () => { const [a, b] = [...down.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
  picture.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  picture.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const before = down.size === 2 ? apart() : 0;
    moved += Math.abs(event.clientX - last.x) + Math.abs(event.clientY - last.y);
    if (moved > 6 && !picture.hasPointerCapture(event.pointerId)) picture.setPointerCapture(event.pointerId);
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (before) zoom(before / Math.max(apart(), 1), inPicture(event));
    else pan(event.clientX - last.x, event.clientY - last.y);
  });
  for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, (event) => down.delete(event.pointerId));
  picture.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 250), inPicture(event));
  }, { passive: false });
  picture.addEventListener("click", (event) => {
    const node = event.target.closest(".node");
    if (moved <= 6) choose(node ? Number(node.dataset.n) : null, false);
  });

  // What is told of a scene. Text goes in as text, never as HTML.
  const element = (name, text) => { const made = document.createElement(name); made.textContent = text; return made; };
  const neighbour = (words, number, label) => {
    const line = document.createElement("li"), button = element("button", `${words} ${data.nodes[number].title}`);
    button.addEventListener("click", () => choose(number, true));
    line.append(button, label ? ` (${label})` : "");
    return line;
  };
  const tell = (number) => {
    about.hidden = number === null;
    if (number === null) return;
    const node = data.nodes[number], list = document.createElement("ul");
    for (const [from, to, does, label] of data.edges) if (from === number) list.append(neighbour(does, to, label));
    for (const [from, to, , label] of data.edges) if (to === number) list.append(neighbour(data.comes, from, label));
    const marks = [node.kind, node.id, ...node.marks, ...(node.came ? [node.came] : [])].join(" · ");
    const choices = document.createElement("ul");
    choices.className = "choices";
    for (const choice of node.choices || []) choices.append(element("li", choice));
    about.replaceChildren(element("h2", node.title), element("small", marks), element("p", node.text),
      ...(node.choices?.length ? [choices] : []), list);
  };
  const choose = (number, go) => {
    nodes.forEach((node) => node.classList.toggle("chosen", Number(node.dataset.n) === number));
    edges.forEach((edge) => edge.classList.toggle("chosen", [edge.dataset.from, edge.dataset.to].includes(String(number))));
    entries.forEach((entry) => entry.setAttribute("aria-current", String(Number(entry.dataset.n) === number)));
    tell(number);
    if (number !== null && go) centre(number);
    if (number !== null) entries[number].scrollIntoView({ block: "nearest" });
  };
  const centre = (number) => {
    const at = nodes.find((node) => Number(node.dataset.n) === number).transform.baseVal[0].matrix;
    const w = Math.min(view.w, picture.clientWidth), h = w * picture.clientHeight / picture.clientWidth;
    view = { x: at.e + 110 - w / 2, y: at.f + 29 - h / 2, w, h };
    show();
  };

  // Search: without case and without diacritics, as Vietnamese is often typed.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const words = (node) => [node.id, node.title, node.text, node.kind, node.came || "", ...(node.choices || [])];
  const texts = data.nodes.map((node) => folded(words(node).join("\n")));
  const found = () => { const wanted = folded(search.value.trim()); return texts.map((text) => text.includes(wanted)); };
  search.addEventListener("input", () => {
    const hits = found(), count = hits.filter(Boolean).length;
    entries.forEach((entry) => { entry.parentElement.hidden = !hits[Number(entry.dataset.n)]; });
    nodes.forEach((node) => node.classList.toggle("dim", !hits[Number(node.dataset.n)]));
    byId("found").textContent = search.value.trim() ? `${count}/${texts.length}` : "";
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { search.value = ""; search.dispatchEvent(new Event("input")); stage.focus(); }
    if (event.key === "Enter" && found().includes(true)) choose(found().indexOf(true), true);
  });

  entries.forEach((entry) => entry.addEventListener("click", () => choose(Number(entry.dataset.n), true)));
  byId("in").addEventListener("click", () => zoom(0.8));
  byId("out").addEventListener("click", () => zoom(1.25));
  byId("fit").addEventListener("click", fit);
  byId("theme").addEventListener("click", () => {
    const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = (root.dataset.theme || (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
  });
  const keys = { "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), "0": fit, "/": () => search.focus(),
    Escape: () => choose(null, false), ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0),
    ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60) };
  document.addEventListener("keydown", (event) => {
    const typing = event.target === search || event.ctrlKey || event.metaKey || event.altKey;
    const scrolls = event.key.startsWith("Arrow") && event.target.closest("nav, aside");
    if (typing || scrolls || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // A long story begins at its start, large enough to be read; a short one is shown whole.
  const start = document.querySelector(".node.start");
  if (start && scale() > 1.3) {
    const at = start.transform.baseVal[0].matrix, w = picture.clientWidth * 1.1, h = picture.clientHeight * 1.1;
    view = { x: at.e + 110 - w / 2, y: at.f - 40, w, h };
    show();
  }
  document.documentElement.dataset.ready = "yes";
})();
