// What a person does: hold a pair, decide, take back; the keys.

const done = [];
const hush = (text) => { at("said").textContent = text; };

// ---- one pair held: both texts line up

const hold = (one, { focus = false, scroll = true, toKey = null, atOnce = false } = {}) => {
  const before = state.held;
  state.held = one;
  if (before !== one) closePart();
  if (one && focus && view !== "passages") showView("passages");
  if (one) showDocuments(pairOf(one));
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
    countAll();
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
// Only what stands next to each other on both sides is joined: a pair far away is no part of the same passage.
const followers = (one) => {
  const near = units.filter((other) => !other.hidden && other.verdict !== "rejected" && pairOf(other) === pairOf(one));
  return near.filter((other) => other !== one && begins(other) >= begins(one)).sort((a, b) => begins(a) - begins(b) || a.rank - b.rank);
};
const beside = (one, other) => one.sides.every((side, place) => adjacent([...side.sentences, ...other.sides[place].sentences]));
const join = () => {
  const one = state.held;
  if (!one) return hush(say("choose"));
  const after = followers(one);
  const next = after.find((other) => beside(one, other));
  if (!next) return hush(say(after.length ? "not_adjacent" : "nothing_to_join"));
  const parts = [...new Map([...partsOf(one), ...partsOf(next)].map((part) => [part.key, sentences.get(part.key)])).values()];
  const joined = unitOf(parts);
  act([[joined, "edited"]], { from: one, to: joined, said: "did_joined" });
};
const split = () => {
  closePick();
  return state.held ? part(state.held) : hush(say("choose"));
};

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

// ---- keys: letters work alone unless they are switched off, which is kept

const keys = {
  j: () => step(1), k: () => step(-1), a: () => decide("accepted"), r: () => decide("rejected"), u: undo, s: split, m: join, p: openPick,
  w: () => showView(view === "words" ? "passages" : "words", { focus: true }),
  "/": () => at("query").focus(),
  x: (event) => across(event.target.dataset?.key ?? state.held?.sides[0].sentences[0].key),
};
const leavePick = () => {
  closePick();
  state.held ? hold(state.held, { focus: true }) : at("pick-open").focus();
};
const onKey = (event) => {
  if (picking.on) return event.key === "Escape" ? leavePick() : onPickKey(event);
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
  on("pair", "change", (event) => { hold(null); filter("pair", event.target.value); showDocuments(state.pair); });
  on("clear", "click", clear);
  on("more", "click", () => { state.first = Math.min(state.first + WINDOW, listed.length - 1); draw(); at("cards").querySelector(".open").focus(); });
  on("earlier", "click", () => { state.first = Math.max(0, state.first - WINDOW); draw(); at("cards").querySelector(".open").focus(); });
  const actions = { accept: () => decide("accepted"), reject: () => decide("rejected"), "take-back": takeBack, undo, split, join, "pick-open": () => (picking.on ? leavePick() : openPick()), "pick-cancel": leavePick, "term-drop": dropTerm, retry: send, download, next: () => step(1), previous: () => step(-1) };
  for (const [id, action] of Object.entries(actions)) on(id, "click", action);
  on("cancel", "click", () => { closePart(); hold(state.held, { focus: true }); });
  on("forget", "click", () => { if (confirm(say("forget_sure", { count: number(kept.length) }))) { forget(kept); location.reload(); } });
  on("name", "input", (event) => memory.set("accord-name", event.target.value));
  on("keys-on", "change", (event) => memory.set("accord-keys", event.target.checked ? "on" : "off"));
  on("pick", "submit", (event) => { event.preventDefault(); pairPicked(); });
  for (const name of ["passages", "words"]) on(`tab-${name}`, "click", () => showView(name));
  on("tabs", "keydown", onTabKey);
  on("texts", "click", (event) => {
    if (onPickClick(event)) return;
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
  at("pair-field").hidden = pairs.length + others.length < 2;
  state.shown = pairs[0] ?? others[0] ?? "";
  at("tabs").hidden = !data.lexicon.terms.length && !data.lexicon.drift.length;
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
