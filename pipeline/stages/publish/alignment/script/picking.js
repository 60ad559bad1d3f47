// Any sentences of the left text and any of the right made one pair: picked with the mouse, or with arrows and space.

const picking = { on: false, picks: new Set(), cursor: null, last: new Map() };

// Only the sentence at hand and those that are picked say so: thousands need not change to be pickable.
const dress = (element, key) => {
  const picked = picking.on && picking.picks.has(key);
  const here = picking.on && picking.cursor === key;
  element.classList.toggle("picked", picked);
  if (!picked && !here) {
    for (const name of ["role", "aria-checked", "tabindex"]) element.removeAttribute(name);
    return element;
  }
  element.setAttribute("role", "checkbox");
  element.setAttribute("aria-checked", String(picked));
  element.tabIndex = here ? 0 : -1;
  return element;
};
const redress = (key) => elements.has(key) && dress(elements.get(key), key);
const keysOf = (document) => documentKeys.get(document) ?? [];
const shownDocuments = () => [...at("texts").children].map((column) => column.dataset.document);
const inSight = (document) => {
  const box = at("texts").querySelector(`[data-document="${CSS.escape(document)}"]`).getBoundingClientRect();
  const top = Math.max(0, wide.matches ? box.top : 0);
  return keysOf(document).find((key) => elements.get(key)?.getBoundingClientRect().top >= top) ?? keysOf(document)[0];
};
const pickAt = (key) => {
  if (!key) return;
  const before = picking.cursor;
  picking.cursor = key;
  picking.last.set(sentences.get(key).document, key);
  if (before) redress(before);
  redress(key);
  elements.get(key)?.focus({ preventScroll: true });
  elements.get(key)?.scrollIntoView({ block: "nearest" });
};
const stepPick = (by) => {
  const mine = keysOf(sentences.get(picking.cursor).document);
  pickAt(mine[Math.min(mine.length - 1, Math.max(0, mine.indexOf(picking.cursor) + by))]);
};
// Across to where one was before, else to what answers the sentence, else to what is in sight.
const crossPick = (to) => {
  const shown = shownDocuments();
  const here = sentences.get(picking.cursor).document;
  const there = shown[to ?? 1 - shown.indexOf(here)];
  if (!there || there === here) return;
  const answer = linksOf(picking.cursor)[0]?.sides.find((side) => side.document === there)?.sentences[0].key;
  pickAt(picking.last.get(there) ?? answer ?? inSight(there));
};
const togglePick = (key) => {
  if (!picking.picks.delete(key)) picking.picks.add(key);
  redress(key);
  showPicks();
};

const picked = () => [...picking.picks].map((key) => sentences.get(key)).sort((a, b) => a.order - b.order);
const sidesPicked = () => shownDocuments().map((document) => picked().filter((one) => one.document === document));
const pickRow = (one) => {
  const button = make("button", { type: "button", class: "pick", lang: one.language }, make("span", { "aria-hidden": "true" }, "× "), cutShort([[one.text]], 160)[0][0], " ");
  button.append(make("span", { class: "unseen", lang: tongue }, say("pick_drop")));
  button.addEventListener("click", () => { togglePick(one.key); pickAt(one.key); });
  return make("li", {}, button);
};
const showPicks = () => {
  const sides = sidesPicked();
  const column = (parts, place) => {
    const language = documents.get(shownDocuments()[place]).language;
    const rows = parts.length ? make("ul", { class: "picks" }, ...parts.map(pickRow)) : make("p", { class: "how" }, say("pick_none"));
    return make("div", { class: "part-side" }, make("h3", {}, `${named(data.names[language])} · ${number(parts.length)}`), rows);
  };
  at("pick-sides").replaceChildren(...sides.map(column));
  at("pick-fault").textContent = sides.every((parts) => adjacent(parts)) ? "" : say("pick_apart");
  hush(say("pick_count", { left: number(sides[0].length), right: number(sides[1]?.length ?? 0) }));
};
const openPick = () => {
  if (shownDocuments().length < 2) return hush(say("pick_two"));
  closePart();
  Object.assign(picking, { on: true, cursor: null });
  picking.picks.clear();
  picking.last.clear();
  document.body.classList.add("picking");
  at("pick").hidden = false;
  at("pick-open").setAttribute("aria-pressed", "true");
  showPicks();
  const [left] = shownDocuments();
  const focused = document.activeElement?.dataset?.key;
  const held = state.held?.sides.find((side) => side.document === left)?.sentences[0].key;
  pickAt(focused ?? (elements.has(held) ? held : inSight(left)));
};
const closePick = () => {
  if (!picking.on) return;
  const dressed = [...picking.picks, picking.cursor].filter(Boolean);
  Object.assign(picking, { on: false, cursor: null });
  picking.picks.clear();
  dressed.forEach(redress);
  document.body.classList.remove("picking");
  at("pick").hidden = true;
  at("pick-open").setAttribute("aria-pressed", "false");
  hush("");
};
const pairPicked = () => {
  const sides = sidesPicked();
  if (!sides.every((parts) => parts.length)) {
    at("pick-fault").textContent = say("pick_needs");
    return;
  }
  const from = state.held;
  closePick();
  const made = unitOf(sides.flat());
  act([[made, made.made ? "edited" : "accepted"]], { from, to: made, said: "did_paired" });
};

// While sentences are picked, arrows and space work in the texts, and letters elsewhere rest.
const pickKeys = {
  ArrowDown: () => stepPick(1), ArrowUp: () => stepPick(-1), ArrowRight: () => crossPick(1), ArrowLeft: () => crossPick(0),
  x: () => crossPick(), " ": () => togglePick(picking.cursor), Enter: pairPicked,
};
const onPickKey = (event) => {
  if (!event.target.dataset?.key && event.target !== document.body) return;
  const action = pickKeys[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (!event.target.dataset?.key) return pickAt(picking.cursor);
  action();
};
const onPickClick = (event) => {
  const key = event.target.closest?.(".s")?.dataset.key;
  if (!picking.on || !key) return false;
  event.preventDefault();
  togglePick(key);
  pickAt(key);
  return true;
};
