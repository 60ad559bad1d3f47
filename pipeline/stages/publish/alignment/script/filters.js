// Which pairs are listed, how many each choice would list, and the language of the page.

const statusOf = (one) => one.verdict ?? (one.asked ? "asked" : "undecided");
const hasStatus = (one) => !state.status || statusOf(one) === state.status || (state.status === "undecided" && statusOf(one) === "asked");
const facets = {
  pair: (one) => !state.pair || pairOf(one) === state.pair,
  status: hasStatus,
  grade: (one) => !state.grade || grade(one) === state.grade,
  kind: (one) => !state.kind || one.kind === state.kind,
  noted: (one) => !state.noted || one.notes.length > 0,
};
const FACETS = Object.entries(facets);
const asks = (one, words) => (!state.term || state.term.units.has(one)) && words.every((word) => searched(one).includes(word));
const fits = (one, words) => !one.hidden && FACETS.every(([name, test]) => test(one) || (name === "status" && fresh.has(one))) && asks(one, words);
const wanted = () => fold(state.query).split(/\s+/).filter(Boolean);

// ---- how many pairs each choice would list, the other filters being as they are

// Of each pair only what fails matters: it is counted everywhere where nothing fails, else where only that one fails.
const tally = () => {
  const found = Object.fromEntries(FACETS.map(([name]) => [name, new Map()]));
  const words = wanted();
  const add = (name, key) => found[name].set(key, (found[name].get(key) ?? 0) + 1);
  const adders = {
    pair: (one) => add("pair", pairOf(one)),
    status: (one) => { add("status", statusOf(one)); if (statusOf(one) === "asked") add("status", "undecided"); },
    grade: (one) => add("grade", grade(one)),
    kind: (one) => add("kind", one.kind),
    noted: (one) => one.notes.length && add("noted", "noted"),
  };
  for (const one of units) {
    if (one.hidden || !asks(one, words)) continue;
    let failed = "";
    let failures = 0;
    for (const [name, test] of FACETS) if (!test(one)) { failed = name; failures += 1; }
    if (failures > 1) continue;
    for (const [name] of FACETS) if (!failures || name === failed) { add(name, ""); adders[name](one); }
  }
  return found;
};
const writeOver = (element, text) => { if (element.textContent !== text) element.textContent = text; };
const showCounts = () => {
  const found = tally();
  for (const id of ["pair", "status", "grade", "kind"]) {
    for (const option of at(id).options) writeOver(option, say("counted", { what: option.dataset.text, count: number(found[id].get(option.value) ?? 0) }));
  }
  writeOver(at("noted-words"), say("counted", { what: say("noted"), count: number(found.noted.get("noted") ?? 0) }));
};
// Counts follow when the hand rests: no key press waits for them.
let countingLater = 0;
const countAll = () => {
  clearTimeout(countingLater);
  countingLater = setTimeout(showCounts, 150);
};

// ---- documents: those that have pairs, and those that people may pair

const LONGEST = 34;
const MOST = 400;
const pairs = [...new Set(units.map(pairOf))];
const untouched = () => {
  const known = new Set(pairs);
  const [left, ...right] = data.order.map((code) => data.documents.filter((one) => one.language === code)).filter((all) => all.length);
  return (left ?? []).flatMap((one) => right.flat().map((other) => `${one.id} ${other.id}`)).filter((pair) => !known.has(pair)).slice(0, MOST);
};
const others = untouched();
const clipped = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trim()}…` : text);
const nameOf = (id) => documents.get(id).title || documents.get(id).path.split("/").pop();
const pairName = (pair) => pair.split(" ").map((id) => clipped(nameOf(id))).join(" ↔ ");

const option = (value, text) => make("option", { value, "data-text": text }, text);
const choices = (id, keys, value) => {
  at(id).replaceChildren(option("", say("all")), ...keys.map((key) => option(key, say(key))));
  at(id).value = value;
};
const offerPairs = () => {
  const rest = others.length ? make("optgroup", { label: say("pairs_none") }, ...others.map((pair) => option(pair, pairName(pair)))) : null;
  at("pair").replaceChildren(option("", say("all")), ...pairs.map((pair) => option(pair, pairName(pair))), ...(rest ? [rest] : []));
  at("pair").value = state.pair;
};

// ---- words of the page

const LABELS = { tongues: "language", bench: "actions", rail: "rail", tabs: "rail" };
const speak = (code) => {
  tongue = code;
  counting = scoring = undefined;
  document.documentElement.lang = code;
  document.title = `${say("title")} · Accord`;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const [id, key] of Object.entries(LABELS)) at(id).setAttribute("aria-label", say(key));
  at("query").placeholder = say("search_hint");
  at("name").placeholder = say("name_hint");
  choices("status", ["undecided", "accepted", "rejected", "edited", "asked"], state.status);
  choices("grade", ["sure", "likely", "look"], state.grade);
  choices("kind", ["parallel", "comparable"], state.kind);
  offerPairs();
  for (const button of at("tongues").children) button.setAttribute("aria-pressed", String(button.value === code));
  closePart();
  closePick();
  list();
  drawLexicon();
  showProgress();
  showKeeping();
  showActions();
  setTimeout(lay, 0);
};

// ---- filters

const clear = () => {
  Object.assign(state, { pair: "", query: "", status: "", grade: "", kind: "", noted: false, term: null });
  for (const id of ["pair", "query", "status", "grade", "kind"]) at(id).value = "";
  at("noted").checked = false;
  list({ anew: true });
  drawLexicon();
};
// Letters show at once; the list follows when the hand rests.
let typing = 0;
const search = (value) => {
  clearTimeout(typing);
  typing = setTimeout(() => filter("query", value), 90);
};
const filter = (name, value) => {
  state[name] = value;
  list({ anew: true });
  drawLexicon();
  showActions();
};
const showDocuments = (pair) => {
  if (!pair || state.shown === pair) return false;
  closePick();
  state.shown = pair;
  lay();
  return true;
};
