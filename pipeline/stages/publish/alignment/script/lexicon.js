// Words: terms that answer each other, with their passages; and what goes by several names: who uses which, and when.

const ROOM = 40;
const THINGS = 30;
const room = { name: ROOM, phrase: ROOM, word: ROOM, drift: THINGS };
const unitById = new Map(units.map((one) => [one.id, one]));
let view = "passages";

// The pair that stands now where the machine's stood: itself, or the one that people made of it.
const standIn = (one) => (one && one.hidden ? overlapping(one).find((other) => !other.hidden) : one);
const unitsWith = (ids) => new Set(ids.map((id) => standIn(unitById.get(id))).filter((one) => one && one.verdict !== "rejected"));
const termLabel = ([[, left], [, right]]) => `${left} ↔ ${right}`;
const termRow = ({ term, count }) => {
  const [[leftLanguage, left], [rightLanguage, right]] = term;
  const button = make("button", { type: "button", class: "entry" },
    make("span", { class: "both" }, make("span", { lang: leftLanguage }, left), " ↔ ", make("span", { lang: rightLanguage }, right)),
    make("span", { class: "count" }, make("span", { "aria-hidden": "true" }, number(count)), make("span", { class: "unseen" }, say("in_passages", { count: number(count) }))));
  button.addEventListener("click", () => showTerm(term));
  return make("li", {}, button);
};
const showTerm = (term) => {
  state.term = { label: termLabel(term), ids: term[3], units: unitsWith(term[3]) };
  showView("passages");
  hush("");
  list({ anew: true });
  if (listed.length) hold(listed[0], { focus: true });
  showActions();
};
const dropTerm = () => {
  state.term = null;
  list({ anew: true });
  showActions();
  at("tab-passages").focus();
};
const showTermBar = () => {
  at("term").hidden = !state.term;
  at("term-words").textContent = state.term ? say("term_only", { term: state.term.label }) : "";
};

// ---- drift

const things = () => {
  const found = new Map();
  for (const one of data.lexicon.drift) {
    const key = one.kind + JSON.stringify(one.name);
    found.has(key) ? found.get(key).push(one) : found.set(key, [one]);
  }
  return [...found.values()];
};
const grouped = things();
const sourceName = (id) => data.lexicon.sources[id].title || data.lexicon.sources[id].path.split("/").pop();
const thingText = (thing) => (thing.folded ??= fold(thing.flatMap((one) => [...Object.values(one.name), ...one.forms.flatMap(({ form, uses }) => [form, ...uses.flatMap((use) => [sourceName(use.document), data.lexicon.sources[use.document].path, ...use.holders])])]).join(" ")));
const dated = (use) => data.lexicon.sources[use.document].written || "9";
const useRow = (form, use) => {
  const source = data.lexicon.sources[use.document];
  const date = source.written ? when(source.written) + (source.inferred ? ` (${say("inferred")})` : "") : say("undated");
  const who = source.authors.length ? say("drift_by", { names: source.authors.join(", ") }) : "";
  const said = use.holders.length ? say("drift_said", { names: use.holders.join(", ") }) : "";
  const inside = [
    make("span", { class: "use-head" }, make("b", {}, date), make("span", { class: "count" }, say("times", { count: number(use.count) }))),
    make("span", { class: "use-source" }, sourceName(use.document)),
    ...[who, said].filter(Boolean).map((text) => make("span", { class: "use-said" }, text)),
  ];
  if (!documents.has(use.document)) return make("li", {}, make("span", { class: "use" }, ...inside));
  const button = make("button", { type: "button", class: "use", title: say("drift_show") }, ...inside);
  button.addEventListener("click", () => visit(form, use));
  return make("li", {}, button);
};
const countOf = (uses) => uses.reduce((sum, use) => sum + use.count, 0);
const formRow = ({ form, uses }, language) => {
  const total = uses.length > 1 ? make("span", { class: "count" }, say("times", { count: number(countOf(uses)) })) : null;
  const head = make("p", { class: "form" }, make("span", { class: "tag" }, language), make("b", { lang: language }, form), total);
  const byDate = [...uses].sort((a, b) => (dated(a) < dated(b) ? -1 : Number(dated(a) > dated(b))));
  return make("li", {}, head, make("ul", { class: "uses" }, ...byDate.map((use) => useRow(form, use))));
};
// The forms of a thing, each with its language, in the order in which they came into use.
const formsOf = (thing) => {
  const first = ({ uses }) => uses.map(dated).sort()[0];
  const before = (a, b) => (first(a) < first(b) ? -1 : Number(first(a) > first(b)));
  return [...thing]
    .sort((a, b) => data.order.indexOf(a.language) - data.order.indexOf(b.language))
    .flatMap(({ language, forms }) => [...forms].sort(before).map((form) => ({ language, ...form })));
};
const brief = (forms) => forms.flatMap(({ form, language, uses }, place) => [place ? " · " : "", make("span", { lang: language }, form), ` (${number(countOf(uses))})`]);
const thingCard = (thing) => {
  const forms = formsOf(thing);
  const kind = make("span", { class: "kind" }, say(`kind_${thing[0].kind}`));
  const head = make("summary", {}, make("span", { class: "what" }, named(thing[0].name)), " ", kind, make("span", { class: "brief" }, ...brief(forms)));
  return make("li", {}, make("details", { class: "thing" }, head, make("ul", { class: "forms" }, ...forms.map((form) => formRow(form, form.language)))));
};
// Where a form stands in the text: each press shows the next place.
const marks = new Map();
const visit = (form, use) => {
  const turn = marks.get(use) ?? 0;
  const key = `${use.document}.${use.sentences[turn % use.sentences.length]}`;
  marks.set(use, turn + 1);
  const show = () => {
    const element = elements.get(key);
    if (!element) return;
    lineUp(element, false);
    const sought = new RegExp(form.split(" ").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "iu").exec(element.textContent);
    if (sought) underline([[key, sought.index, sought.index + sought[0].length]]);
    hush(say("drift_place", { place: number((turn % use.sentences.length) + 1), count: number(use.sentences.length) }));
  };
  if (state.shown.split(" ").includes(use.document)) return show();
  hold(null);
  if (state.pair) filter("pair", at("pair").value = "");
  whenLaid = show;
  showDocuments([...pairs, ...others].find((pair) => pair.split(" ").includes(use.document)));
};

// ---- the place of both

// How many passages have each term, counted anew only when a decision or the choice of documents may have changed it.
const counted = { of: "", terms: [] };
const counts = () => {
  const of = `${turns} ${state.pair}`;
  if (counted.of === of) return counted.terms;
  const passages = (ids) => (ids.length === 1 && !unitById.get(ids[0])?.hidden ? ids.map((id) => unitById.get(id)).filter((one) => one && one.verdict !== "rejected") : [...unitsWith(ids)]);
  const terms = data.lexicon.terms.map((term) => ({ term, count: passages(term[3]).filter(facets.pair).length })).filter(({ count }) => count);
  return Object.assign(counted, { of, terms: terms.sort((a, b) => b.count - a.count) }).terms;
};
const termText = (term) => (term.folded ??= fold(termLabel(term)));
const fitting = (kind, words) => counts().filter(({ term }) => term[2] === kind && words.every((word) => termText(term).includes(word)));
const listOf = (name, title, rows, draw) => {
  if (!rows.length) return [];
  const further = make("button", { type: "button", class: "more", hidden: rows.length <= room[name] }, say("more_words"));
  further.addEventListener("click", () => { room[name] *= 4; drawLexicon(); });
  return [make("section", {}, make("h2", {}, say("counted", { what: title, count: number(rows.length) })), make("ul", { class: name === "drift" ? "things" : "entries" }, ...rows.slice(0, room[name]).map(draw)), further)];
};
let drawn = "";
const drawLexicon = () => {
  const of = [turns, state.pair, state.query, tongue, ...Object.values(room)].join(" ");
  if (view !== "words" || drawn === of) return;
  drawn = of;
  const words = wanted();
  const kinds = ["name", "phrase", "word"].flatMap((kind) => listOf(kind, say(`terms_${kind}`), fitting(kind, words), termRow));
  const drift = listOf("drift", say("drift"), grouped.filter((thing) => words.every((word) => thingText(thing).includes(word))), thingCard);
  if (drift.length) drift[0].querySelector("h2").after(make("p", { class: "how" }, say("drift_how")));
  const none = kinds.length || drift.length ? [] : [make("p", { class: "empty" }, say("words_none"))];
  at("lexicon").replaceChildren(...drift, ...kinds, ...none);
};
const showView = (next, { focus = false } = {}) => {
  view = next;
  for (const name of ["passages", "words"]) {
    const tab = at(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === next));
    tab.tabIndex = name === next ? 0 : -1;
    at(`panel-${name}`).hidden = name !== next;
    if (focus && name === next) tab.focus({ preventScroll: true });
  }
  if (next === "words") drawLexicon();
};
const onTabKey = (event) => {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  event.preventDefault();
  showView(view === "words" ? "passages" : "words", { focus: true });
};
