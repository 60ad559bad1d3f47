// The list of pairs: a window on it, so that thousands cost no more than a few.

const WINDOW = 24;
const BEFORE = 8;
const BRIEF = 60;
const SHORT = 400;
const LONG = 4000;
const state = { pair: "", shown: "", query: "", status: "", grade: "", kind: "", noted: false, term: null, held: null, first: 0 };
const fresh = new Set();
let listed = [];

const pieces = (sentence) =>
  sentence.pieces.flatMap(([text, kind, answers]) => (kind ? [make("mark", { class: kind, "data-answers": answers }, text)] : slabs(text)));
const section = (key, content) => make("section", {}, make("h3", {}, say(key)), content);
const chips = (kind, items) => make("ul", { class: "chips" }, ...items.map((item) => make("li", { class: `chip ${kind}` }, item)));
const termPairs = (one) => {
  const sides = one.sides.map((side) => new Map(side.sentences.flatMap((s) => s.pieces).filter((p) => p[1] === "term").map((p) => [p[2], p[0]])));
  return [...sides[0]].filter(([key]) => sides[1]?.has(key)).map(([key, text]) => `${text} ↔ ${sides[1].get(key)}`);
};
const claimLine = (claim) => {
  const roles = claim.roles.map(named).join(" · ");
  const open = make("button", { type: "button", class: "claim", title: say("show_evidence") }, [named(claim.predicate), roles, claim.time && when(claim.time)].filter(Boolean).join(" — "));
  for (const type of ["mouseenter", "focus"]) open.addEventListener(type, () => underline(claim.evidence));
  for (const type of ["mouseleave", "blur"]) open.addEventListener(type, () => underline([]));
  return make("li", {}, open);
};
const amidLine = (other) => {
  const [side] = other.sides;
  const [begin] = cutShort(side.sentences.map((one) => [one.text]), BRIEF);
  const go = make("button", { type: "button", class: "claim", lang: side.language }, `${score(other.score)} — ${begin}`);
  go.addEventListener("click", () => hold(other, { focus: true }));
  return make("li", {}, go);
};
// The words that tell a claim, in the card and in both texts at once.
const stretchOf = (element, from, to) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let place = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = place + node.length;
    if (place <= from && from < end) range.setStart(node, from - place);
    if (place < to && to <= end) {
      range.setEnd(node, to - place);
      return range;
    }
    place = end;
  }
  return null;
};
const underline = (evidence) => {
  if (!globalThis.CSS?.highlights) return;
  const places = evidence.flatMap(([key, from, to]) =>
    [...document.querySelectorAll(`[data-sentence="${CSS.escape(key)}"]`), elements.get(key)].filter(Boolean).map((one) => stretchOf(one, from, to)));
  CSS.highlights.set("evidence", new Highlight(...places.filter(Boolean)));
};
const reasons = (one) => {
  const parts = [];
  const terms = termPairs(one);
  if (one.asked) parts.push(make("p", { class: "asked" }, say("asked_why")));
  if (one.notes.length) parts.push(section("notes", make("ul", { class: "lines notes" }, ...one.notes.map((note) => make("li", {}, named(note))))));
  if (one.claims.length) parts.push(section("claims", make("ul", { class: "lines" }, ...one.claims.map(claimLine))));
  if (one.dates.length) parts.push(section("dates", chips("date", one.dates.map(when))));
  if (one.actors.length) parts.push(section("actors", chips("actor", one.actors.map(nodeName))));
  if (one.treaties.length) parts.push(section("treaties", chips("treaty", one.treaties.map(nodeName))));
  if (one.numbers.length) parts.push(section("numbers", chips("number", one.numbers)));
  if (terms.length) parts.push(section("terms", chips("term", terms)));
  const sure = amid(one);
  if (sure.length) parts.push(section("amid", make("ul", { class: "lines" }, ...sure.map(amidLine))));
  for (const side of one.sides) {
    const place = say("place", { start: number(side.start), end: number(side.end) });
    parts.push(make("p", { class: "place" }, `${side.language.toUpperCase()} · ${documents.get(side.document).path} · ${place}`));
  }
  return make("div", { class: "why" }, ...parts);
};
// A card shows the beginning of a passage that goes on for pages; the whole of it stands in its text.
const cutShort = (all, room) => {
  const kept = [];
  for (const [text, ...mark] of all) {
    if (room <= 0) break;
    kept.push([text.length > room ? `${text.slice(0, room)}…` : text, ...mark]);
    room -= text.length;
  }
  return kept;
};
const cardSide = (side, room) => {
  const spans = [];
  for (const sentence of side.sentences) {
    if (room <= 0) break;
    spans.push(spans.length ? " " : "", make("span", { "data-sentence": sentence.key }, ...pieces({ pieces: cutShort(sentence.pieces, room) })));
    room -= sentence.text.length;
  }
  const words = make("span", { class: "words", lang: side.language }, ...spans);
  return make("span", { class: "side" }, make("span", { class: "tag" }, side.language), words);
};
const stamp = (one) => {
  const verdict = one.verdict ?? (one.asked ? "asked" : "");
  const text = verdict ? say(verdict) + (one.by ? ` ${say("by", { name: one.by })}` : "") : one.notes.length ? `${say("notes")} · ${one.notes.length}` : one.dates[0] ? when(one.dates[0]) : "";
  return make("span", { class: `stamp ${verdict}` }, text);
};
// The first pair of two documents names them.
const opens = (one) => {
  if (state.pair || pairs.length < 2) return false;
  const place = listed.indexOf(one);
  return place <= state.first || pairOf(listed[place - 1]) !== pairOf(one);
};
// All that a card shows and that may change: where it is the same, the card stays, and nothing is laid out anew.
const lookOf = (one) => [tongue, state.held === one, one.verdict, one.by, one.asked, opens(one)].join(" ");
const card = (one) => {
  const held = state.held === one;
  const head = make(
    "span",
    { class: "grade" },
    make("b", {}, score(one.score)),
    make("span", { class: "word" }, say(grade(one))),
    stamp(one),
  );
  const from = opens(one) ? make("span", { class: "from" }, pairName(pairOf(one))) : null;
  const open = make("button", { type: "button", class: "open", "aria-expanded": String(held) }, head, from, ...one.sides.map((side) => cardSide(side, held ? LONG : SHORT)));
  open.addEventListener("click", () => hold(held ? null : one, { focus: true }));
  const whole = make("li", { class: `card ${grade(one)} ${one.verdict ?? "open-yet"}${held ? " held" : ""}`, id: one.id }, open, held ? reasons(one) : null);
  whole.look = lookOf(one);
  return whole;
};
const redraw = (one) => one && at(one.id)?.replaceWith(card(one));

// ---- which pairs are listed

const searched = (one) => {
  const texts = partsOf(one).map((part) => part.text);
  const labels = [...one.actors, ...one.treaties].flatMap((id) => Object.values(data.nodes[id] ?? {}));
  return (one.folded ??= fold([...texts, ...labels, ...one.dates, ...one.numbers, ...one.notes.flatMap(Object.values)].join(" ")));
};
const prepare = (from = 0) => {
  units.slice(from, from + 200).forEach(searched);
  if (from + 200 < units.length) setTimeout(prepare, 20, from + 200);
};
const cardOf = (one) => {
  const old = at(one.id);
  return old?.look === lookOf(one) ? old : card(one);
};
const arrange = (box, wanted) => {
  const staying = new Set(wanted);
  for (const child of [...box.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((child, place) => { if (box.children[place] !== child) box.insertBefore(child, box.children[place] ?? null); });
};
const draw = () => {
  const last = Math.min(listed.length, state.first + WINDOW);
  arrange(at("cards"), listed.slice(state.first, last).map(cardOf));
  at("cards").start = state.first + 1;
  at("earlier").hidden = state.first === 0;
  at("more").hidden = last === listed.length;
  at("empty").hidden = listed.length > 0;
  at("empty").textContent = say(others.includes(state.pair) ? "none_here" : units.length ? "none_found" : "none_at_all");
  at("clear").hidden = listed.length > 0 || !units.length;
  at("summary").textContent = say("summary", { shown: number(listed.length), count: number(units.filter((one) => !one.hidden && facets.pair(one)).length) });
  showTermBar();
  countAll();
};
const list = ({ anew = false } = {}) => {
  if (anew) {
    fresh.clear();
    state.first = 0;
  }
  if (state.term) state.term.units = unitsWith(state.term.ids);
  const words = wanted();
  listed = units.filter((one) => fits(one, words)).sort((a, b) => a.rank - b.rank);
  if (!anew) reach(listed.indexOf(state.held));
  draw();
};
const reach = (place) => {
  if (place < 0 || (place >= state.first && place < state.first + WINDOW)) return false;
  state.first = Math.max(0, Math.min(place - BEFORE, listed.length - WINDOW));
  return true;
};
