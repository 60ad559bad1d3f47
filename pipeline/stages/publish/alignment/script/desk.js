// What a person does: hold a pair, decide, take back; filters, words and keys.

const done = [];
const hush = (text) => { at("said").textContent = text; };

// ---- one pair held: both texts line up

const hold = (one, { focus = false, scroll = true, toKey = null, atOnce = false } = {}) => {
  const before = state.held;
  state.held = one;
  if (before !== one) closePart();
  repaint(new Set([before, one].filter(Boolean).flatMap(partsOf).map((part) => part.key)));
  if (one && reach(listed.indexOf(one))) draw();
  else for (const changed of new Set([before, one])) redraw(changed);
  showActions();
  if (!one) return;
  if (scroll) bring(one, { toKey, atOnce: atOnce || (focus && !toKey) });
  if (focus) at(one.id)?.querySelector(".open").focus({ preventScroll: true });
  if (wide.matches || (focus && !toKey)) at(one.id)?.scrollIntoView({ block: "nearest" });
};
const across = (key) => {
  const choices = linksOf(key);
  if (!choices.length) return;
  const one = choices[(choices.indexOf(state.held) + 1) % choices.length];
  const other = one.sides.find((side) => !side.sentences.some((sentence) => sentence.key === key));
  hold(one, { toKey: other.sentences[0].key });
  elements.get(other.sentences[0].key)?.focus({ preventScroll: true });
};
const step = (by) => {
  if (!listed.length) return;
  const now = listed.indexOf(state.held);
  const next = now < 0 ? (by > 0 ? 0 : listed.length - 1) : Math.min(listed.length - 1, Math.max(0, now + by));
  hold(listed[next], { focus: true });
};
const nextOpen = (one) => {
  const from = listed.indexOf(one);
  return listed.slice(from + 1).find((other) => !other.verdict) ?? listed[from + 1] ?? one;
};

// ---- decisions

const lineFor = (one, verdict, by) => ({ verdict, passages: passagesOf(one), ...(verdict !== "withdrawn" && by ? { by } : {}), id: identity() });
const write = (written) => {
  for (const line of written) {
    keep(line);
    const one = apply(line);
    if (one) fresh.add(one);
  }
};
const refresh = (touched, structure) => {
  if (structure) {
    settle();
    list();
    repaint(new Set(touched.flatMap((one) => [one, ...overlapping(one)]).flatMap(partsOf).map((part) => part.key)));
  } else {
    for (const one of touched) redraw(one);
    repaint(new Set(touched.flatMap(partsOf).map((part) => part.key)));
  }
  showProgress();
};
const act = (changes, { from, to, said }) => {
  const by = at("name").value.trim();
  const back = changes.map(([one]) => [one, one.verdict ?? "withdrawn", one.by]);
  const structure = changes.some(([one, verdict]) => one.made || verdict === "edited" || overlapping(one).length > 0);
  write(changes.map(([one, verdict]) => lineFor(one, verdict, by)));
  done.push({ back, from, structure });
  refresh(changes.map(([one]) => one), structure);
  hold(to, { focus: true });
  hush(say(said));
  send();
  showKeeping();
};
const decide = (verdict) => {
  const one = state.held;
  if (!one) return hush(say("choose"));
  act([[one, verdict]], { from: one, to: verdict === "withdrawn" ? one : nextOpen(one), said: `did_${verdict}` });
};
const takeBack = () => state.held?.verdict && decide("withdrawn");
const undo = () => {
  const last = done.pop();
  if (!last) return hush(say("nothing_to_undo"));
  write(last.back.map(([one, verdict, by]) => lineFor(one, verdict, by)));
  refresh(last.back.map(([one]) => one), last.structure);
  hold(last.from, { focus: true });
  hush(say("did_undo"));
  send();
  showKeeping();
};
const follower = (one) => {
  const near = units.filter((other) => !other.hidden && other.verdict !== "rejected" && pairOf(other) === pairOf(one));
  return near.filter((other) => other !== one && begins(other) >= begins(one)).sort((a, b) => begins(a) - begins(b) || a.rank - b.rank)[0];
};
const join = () => {
  const one = state.held;
  if (!one) return hush(say("choose"));
  const next = follower(one);
  if (!next) return hush(say("nothing_to_join"));
  const parts = [...new Map([...partsOf(one), ...partsOf(next)].map((part) => [part.key, sentences.get(part.key)])).values()];
  const joined = unitOf(parts);
  act([[joined, "edited"]], { from: one, to: joined, said: "did_joined" });
};
const split = () => (state.held ? part(state.held) : hush(say("choose")));

const showActions = () => {
  const one = state.held;
  const place = listed.indexOf(one);
  at("position").textContent = say("position", { place: one && place >= 0 ? number(place + 1) : "–", count: number(listed.length) });
  for (const id of ["accept", "reject", "split", "join"]) at(id).setAttribute("aria-disabled", String(!one));
  at("accept").setAttribute("aria-pressed", String(one?.verdict === "accepted"));
  at("reject").setAttribute("aria-pressed", String(one?.verdict === "rejected"));
  at("take-back").hidden = !one?.verdict;
  at("undo").setAttribute("aria-disabled", String(!done.length));
};
const showProgress = () => {
  const visible = units.filter((one) => !one.hidden);
  const decided = visible.filter((one) => one.verdict).length;
  at("progress").max = Math.max(1, visible.length);
  at("progress").value = decided;
  at("progress-words").textContent = say("progress", { done: number(decided), count: number(visible.length) });
};

// ---- words and filters

const options = (id, pairs, value) => {
  at(id).replaceChildren(...pairs.map(([key, text]) => make("option", { value: key }, text)));
  at(id).value = value;
};
const pairs = [...new Set(units.map(pairOf))];
const nameOf = (id) => documents.get(id).title || documents.get(id).path.split("/").pop();
const choices = (id, keys, value) => options(id, [["", say("all")], ...keys.map((key) => [key, say(key)])], value);
const speak = (code) => {
  tongue = code;
  counting = scoring = undefined;
  document.documentElement.lang = code;
  document.title = `${say("title")} · Accord`;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  at("query").placeholder = say("search_hint");
  at("name").placeholder = say("name_hint");
  at("tongues").setAttribute("aria-label", say("language"));
  at("bench").setAttribute("aria-label", say("actions"));
  choices("status", ["undecided", "accepted", "rejected", "edited", "asked"], state.status);
  choices("grade", ["sure", "likely", "look"], state.grade);
  choices("kind", ["parallel", "comparable"], state.kind);
  for (const button of at("tongues").children) button.setAttribute("aria-pressed", String(button.value === code));
  closePart();
  list();
  showProgress();
  showKeeping();
  showActions();
  setTimeout(lay, 0);
};
const clear = () => {
  Object.assign(state, { query: "", status: "", grade: "", kind: "", noted: false });
  for (const id of ["query", "status", "grade", "kind"]) at(id).value = "";
  at("noted").checked = false;
  list({ anew: true });
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
  showActions();
};

// ---- keys: letters work alone unless they are switched off, which is kept

const keys = {
  j: () => step(1), k: () => step(-1), a: () => decide("accepted"), r: () => decide("rejected"), u: undo, s: split, m: join,
  "/": () => at("query").focus(),
  x: (event) => across(event.target.dataset?.key ?? state.held?.sides[0].sentences[0].key),
};
const onKey = (event) => {
  if (event.key === "Escape") return at("part").hidden ? hold(null) : (closePart(), hold(state.held, { focus: true }));
  const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !at("keys-on").checked) return;
  const action = keys[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action(event);
};
const light = (event, on) => {
  const answers = event.target.dataset?.answers;
  if (!answers) return;
  const around = (mark) => mark.closest(".card") ?? at("texts");
  for (const mark of document.querySelectorAll("mark[data-answers]")) {
    mark.classList.toggle("lit", on && mark.dataset.answers === answers && around(mark) === around(event.target));
  }
};

const wire = () => {
  const on = (id, type, action) => at(id).addEventListener(type, action);
  on("filters", "submit", (event) => event.preventDefault());
  on("query", "input", (event) => search(event.target.value));
  for (const name of ["status", "grade", "kind"]) on(name, "change", (event) => filter(name, event.target.value));
  on("noted", "change", (event) => filter("noted", event.target.checked));
  on("pair", "change", (event) => { hold(null); filter("pair", event.target.value); lay(); });
  on("clear", "click", clear);
  on("more", "click", () => { state.first = Math.min(state.first + WINDOW, listed.length - 1); draw(); at("cards").querySelector(".open").focus(); });
  on("earlier", "click", () => { state.first = Math.max(0, state.first - WINDOW); draw(); at("cards").querySelector(".open").focus(); });
  const actions = { accept: () => decide("accepted"), reject: () => decide("rejected"), "take-back": takeBack, undo, split, join, retry: send, download, next: () => step(1), previous: () => step(-1) };
  for (const [id, action] of Object.entries(actions)) on(id, "click", action);
  on("cancel", "click", () => { closePart(); hold(state.held, { focus: true }); });
  on("forget", "click", () => { if (confirm(say("forget_sure", { count: number(kept.length) }))) { forget(kept); location.reload(); } });
  on("name", "input", (event) => memory.set("accord-name", event.target.value));
  on("keys-on", "change", (event) => memory.set("accord-keys", event.target.checked ? "on" : "off"));
  on("texts", "click", (event) => {
    const link = event.target.closest("a.linked");
    if (!link) return;
    event.preventDefault();
    across(link.dataset.key);
  });
  addEventListener("keydown", onKey);
  document.addEventListener("mouseover", (event) => light(event, true));
  document.addEventListener("mouseout", (event) => light(event, false));
};

const start = () => {
  at("tongues").hidden = tongues.length < 2;
  for (const code of tongues) {
    const button = make("button", { type: "button", value: code, lang: code, title: data.names[code][code] ?? code }, code.toUpperCase());
    button.addEventListener("click", () => { memory.set("accord-language", code); speak(code); });
    at("tongues").append(button);
  }
  at("name").value = memory.get("accord-name") ?? "";
  at("keys-on").checked = memory.get("accord-keys") !== "off";
  at("kind-field").hidden = new Set(units.map((one) => one.kind)).size < 2;
  at("noted-field").hidden = !units.some((one) => one.notes.length);
  at("pair-field").hidden = pairs.length < 2;
  options("pair", pairs.map((pair) => [pair, pair.split(" ").map(nameOf).join(" ↔ ")]), pairs[0] ?? "");
  state.pair = pairs[0] ?? "";
  begin();
  wire();
  const spoken = [memory.get("accord-language"), ...(navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2))];
  speak(spoken.find((code) => tongues.includes(code)) ?? (tongues.includes("en") ? "en" : tongues[0]));
  setTimeout(prepare, 300);
  const called = units.find((one) => `#${one.id}` === location.hash);
  if (called) hold(called, { atOnce: true });
  send();
};
start();
