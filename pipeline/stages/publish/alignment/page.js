"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const PAGE = 60;
  const documents = new Map(data.documents.map((one) => [one.id, one]));
  const state = { tongue: "", pair: "", query: "", lowest: 0, kind: "", noted: false, held: null, shown: PAGE };
  let listed = [];
  let linked = new Map();

  // Everything from the texts is put on the page as text, never as markup.
  const make = (tag, properties = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name === "class") element.className = value;
      else if (name in element && name !== "lang") element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...inside.filter((one) => one !== null && one !== undefined));
    return element;
  };
  const word = (key) => [state.tongue, ...data.order].map((code) => data.words[code][key]).find(Boolean) ?? key;
  const say = (key, values = {}) => word(key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const named = (labels) => labels[state.tongue] ?? data.order.map((code) => labels[code]).find(Boolean) ?? labels[""] ?? "";
  const number = (value) => new Intl.NumberFormat(state.tongue).format(value);
  const score = (value) => new Intl.NumberFormat(state.tongue, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Math.floor(value * 100) / 100);
  const grade = (value) => (value >= 0.95 ? "sure" : value >= 0.7 ? "likely" : "look");
  const pairOf = (one) => one.sides.map((side) => side.document).join(" ");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 70rem) and (min-height: 30rem)");

  for (const one of data.alignments) {
    const texts = one.sides.flatMap((side) => side.sentences.flatMap((sentence) => sentence.pieces.map((piece) => piece[0])));
    const labels = [...one.actors, ...one.treaties].flatMap((node) => Object.values(node));
    one.folded = fold([texts.join(""), ...labels, ...one.dates, ...one.numbers, ...one.notes].join(" "));
  }

  const pieces = (sentence) =>
    sentence.pieces.map(([text, kind, answers]) => (kind ? make("mark", { class: kind, "data-answers": answers }, text) : text));

  // ---- the list of passages

  const section = (key, content) => make("section", {}, make("h3", {}, say(key)), content);
  const chips = (kind, items) => make("ul", { class: "chips" }, ...items.map((item) => make("li", { class: `chip ${kind}` }, item)));
  const termPairs = (one) => {
    const sides = one.sides.map((side) => new Map(side.sentences.flatMap((s) => s.pieces).filter((p) => p[1] === "term").map((p) => [p[2], p[0]])));
    return [...sides[0]].filter(([key]) => sides[1]?.has(key)).map(([key, text]) => `${text} ↔ ${sides[1].get(key)}`);
  };
  const claimLine = (claim) => {
    const roles = claim.roles.map(named).join(" · ");
    return make("li", {}, [named(claim.predicate), roles, claim.time].filter(Boolean).join(" — "));
  };
  const reasons = (one) => {
    const parts = [];
    if (one.notes.length) parts.push(section("notes", make("ul", { class: "lines notes", lang: "en" }, ...one.notes.map((note) => make("li", {}, note)))));
    if (one.claims.length) parts.push(section("claims", make("ul", { class: "lines" }, ...one.claims.map(claimLine))));
    if (one.dates.length) parts.push(section("dates", chips("date", one.dates)));
    if (one.actors.length) parts.push(section("actors", chips("actor", one.actors.map(named))));
    if (one.treaties.length) parts.push(section("treaties", chips("treaty", one.treaties.map(named))));
    if (one.numbers.length) parts.push(section("numbers", chips("number", one.numbers)));
    const terms = termPairs(one);
    if (terms.length) parts.push(section("terms", chips("term", terms)));
    for (const side of one.sides) {
      const place = say("place", { start: number(side.start), end: number(side.end) });
      parts.push(make("p", { class: "place" }, `${side.language.toUpperCase()} · ${documents.get(side.document).path} · ${place}`));
    }
    return make("div", { class: "why" }, ...parts);
  };
  const cardSide = (side) =>
    make(
      "span",
      { class: "side" },
      make("span", { class: "tag" }, side.language),
      make("span", { class: "words", lang: side.language }, ...side.sentences.flatMap((sentence, place) => [place ? " " : "", ...pieces(sentence)])),
    );
  const card = (one) => {
    const held = state.held === one;
    const level = grade(one.score);
    const head = make(
      "span",
      { class: "grade" },
      make("b", {}, score(one.score)),
      make("span", { class: "word" }, say(level)),
      make("span", { class: "kind" }, one.notes.length ? `${say("notes")} · ${one.notes.length}` : one.dates[0] ?? ""),
    );
    const open = make("button", { type: "button", class: "open", "aria-expanded": String(held) }, head, ...one.sides.map(cardSide));
    open.addEventListener("click", () => hold(held ? null : one, { focus: true }));
    return make("li", { class: `card ${level}${held ? " held" : ""}`, id: one.id }, open, held ? reasons(one) : null);
  };
  const fits = (one) =>
    (!state.pair || pairOf(one) === state.pair) &&
    one.score >= state.lowest &&
    (!state.kind || one.kind === state.kind) &&
    (!state.noted || one.notes.length > 0) &&
    fold(state.query).split(/\s+/).every((word) => one.folded.includes(word));
  const list = () => {
    listed = data.alignments.filter(fits);
    at("cards").replaceChildren(...listed.slice(0, state.shown).map(card));
    at("more").hidden = listed.length <= state.shown;
    at("empty").hidden = listed.length > 0;
    at("empty").textContent = say(data.alignments.length ? "none_found" : "none_at_all");
    at("summary").textContent = say("summary", { shown: number(listed.length), count: number(data.alignments.length) });
  };

  // ---- the texts side by side

  const TAGS = { title: "h3", heading: "h3" };
  const sentence = (text, key) => {
    const first = linked.get(key)?.[0];
    if (!first) return make("span", { class: "s" }, text);
    const link = make("a", { class: `s linked ${grade(first.score)}`, href: `#${first.id}`, "data-key": key, title: say("go_across") }, text);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      across(key);
    });
    return link;
  };
  const block = ({ kind, text }) =>
    make(TAGS[kind] ?? "p", { class: kind }, ...text.flatMap(([words, key], place) => [place ? " " : "", key ? sentence(words, key) : make("span", { class: "flat" }, words)]));
  const facts = (one, count) => {
    const written = one.written ? one.written + (one.inferred ? ` (${say("inferred")})` : "") : "";
    const rows = [["authors", one.authors.join(", ")], ["written", written], ["publisher", one.publisher], ["series", one.series], ["path", one.path]];
    const shown = rows.filter(([, value]) => value).flatMap(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, value)]);
    return make("div", {}, make("dl", { class: "facts" }, ...shown), make("p", { class: "place" }, say("aligned", { count: number(count), all: number(one.sentences) })));
  };
  const column = (one) => {
    const count = one.sections.flatMap((part) => part.text).filter(([, key]) => linked.has(key)).length;
    const title = make("h2", { lang: one.language, id: `title-${one.id}` }, one.title || one.path.split("/").pop());
    const head = make("header", {}, make("p", { class: "tongue" }, named(data.names[one.language])), title, facts(one, count));
    const body = make("div", { class: "body", lang: one.language }, ...one.sections.map(block));
    return make("article", { class: "column", tabIndex: 0, "aria-labelledby": `title-${one.id}` }, head, body);
  };
  const lay = () => {
    linked = new Map();
    for (const one of data.alignments) {
      if (state.pair && pairOf(one) !== state.pair) continue;
      for (const side of one.sides) for (const { key } of side.sentences) linked.set(key, [...(linked.get(key) ?? []), one]);
    }
    const ids = state.pair ? state.pair.split(" ") : data.documents.map((one) => one.id);
    const ordered = state.pair ? ids : ids.sort((a, b) => data.order.indexOf(documents.get(a).language) - data.order.indexOf(documents.get(b).language)).slice(0, 2);
    at("texts").replaceChildren(...ordered.map((id) => column(documents.get(id))));
  };

  // ---- one passage held: both texts line up

  const elementOf = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const lineUp = (element, atOnce) => {
    const box = element.closest(".column");
    const behavior = calm.matches || atOnce ? "instant" : "smooth";
    if (!wide.matches) return element.scrollIntoView({ block: "center", behavior });
    const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: top - box.clientHeight * 0.3, behavior });
  };
  const hold = (one, { focus = false, scroll = true, toKey = null, atOnce = false } = {}) => {
    const before = state.held;
    state.held = one;
    for (const element of document.querySelectorAll(".s.held")) {
      element.classList.remove("held");
      element.replaceChildren(element.textContent);
    }
    const place = one ? listed.indexOf(one) : -1;
    if (place >= state.shown) { state.shown = place + PAGE; list(); }
    for (const changed of new Set([before, one])) if (changed && at(changed.id)) at(changed.id).replaceWith(card(changed));
    if (!one) return;
    for (const side of one.sides) {
      const elements = side.sentences.map(({ key }) => elementOf(key)).filter(Boolean);
      elements.forEach((element, number) => {
        element.classList.add("held");
        element.replaceChildren(...pieces(side.sentences[number]));
      });
      if (elements[0] && scroll && (wide.matches || toKey === side.sentences[0].key)) lineUp(elements[0], atOnce);
    }
    const open = at(one.id)?.querySelector(".open");
    if (focus) open?.focus({ preventScroll: true });
    if (wide.matches || (focus && !toKey)) at(one.id)?.scrollIntoView({ block: "nearest" });
  };
  const across = (key) => {
    const choices = linked.get(key);
    const now = choices.indexOf(state.held);
    const one = choices[(now + 1) % choices.length];
    const other = one.sides.find((side) => !side.sentences.some((sentence) => sentence.key === key));
    hold(one, { toKey: other.sentences[0].key });
    elementOf(other.sentences[0].key)?.focus({ preventScroll: true });
  };
  const step = (by) => {
    if (!listed.length) return;
    const now = listed.indexOf(state.held);
    const next = now < 0 ? (by > 0 ? 0 : listed.length - 1) : Math.min(listed.length - 1, Math.max(0, now + by));
    hold(listed[next], { focus: true });
  };

  // ---- words, filters, keys

  const options = (select, pairs) => select.replaceChildren(...pairs.map(([value, text]) => make("option", { value }, text)));
  const pairs = [...new Set(data.alignments.map(pairOf))];
  const nameOf = (id) => documents.get(id).title || documents.get(id).path.split("/").pop();
  const speak = (tongue) => {
    state.tongue = tongue;
    document.documentElement.lang = tongue;
    document.title = `${say("title")} · Accord`;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
    at("query").placeholder = say("search_hint");
    at("tongues").setAttribute("aria-label", say("language"));
    at("lowest-shown").textContent = score(state.lowest);
    options(at("kind"), [["", say("all")], ["parallel", say("parallel")], ["comparable", say("comparable")]]);
    at("kind").value = state.kind;
    for (const button of at("tongues").children) button.setAttribute("aria-pressed", String(button.value === tongue));
    list();
    lay();
    if (state.held) hold(state.held, { scroll: false });
  };
  const tongues = data.order.filter((code) => data.words[code].title);
  at("tongues").hidden = tongues.length < 2;
  for (const code of tongues) {
    const button = make("button", { type: "button", value: code, lang: code, title: data.names[code][code] ?? code }, code.toUpperCase());
    button.addEventListener("click", () => speak(code));
    at("tongues").append(button);
  }
  const refresh = () => { state.shown = PAGE; list(); };
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("query").addEventListener("input", (event) => { state.query = event.target.value; refresh(); });
  at("lowest").addEventListener("input", (event) => { state.lowest = Number(event.target.value); at("lowest-shown").textContent = score(state.lowest); refresh(); });
  at("kind").addEventListener("change", (event) => { state.kind = event.target.value; refresh(); });
  at("noted").addEventListener("change", (event) => { state.noted = event.target.checked; refresh(); });
  at("pair").addEventListener("change", (event) => { state.pair = event.target.value; hold(null); refresh(); lay(); });
  at("more").addEventListener("click", () => { state.shown += PAGE; list(); });
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search], select");
    if (event.key === "Escape") return hold(null);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = { j: () => step(1), k: () => step(-1), "/": () => at("query").focus(), x: () => {
      const key = event.target.dataset?.key ?? state.held?.sides[0].sentences[0].key;
      if (key) across(key);
    } };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  for (const type of ["mouseover", "mouseout"]) {
    document.addEventListener(type, (event) => {
      const answers = event.target.dataset?.answers;
      if (!answers) return;
      for (const mark of document.querySelectorAll("mark[data-answers]")) mark.classList.toggle("lit", type === "mouseover" && mark.dataset.answers === answers && together(mark, event.target));
    });
  }
  const together = (one, other) => (one.closest(".card") ?? at("texts")) === (other.closest(".card") ?? at("texts"));

  at("kind-field").hidden = new Set(data.alignments.map((one) => one.kind)).size < 2;
  at("noted-field").hidden = !data.alignments.some((one) => one.notes.length);
  at("pair-field").hidden = pairs.length < 2;
  options(at("pair"), pairs.map((pair) => [pair, pair.split(" ").map(nameOf).join(" ↔ ")]));
  state.pair = pairs[0] ?? "";
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2)).find((code) => tongues.includes(code));
  speak(wanted ?? (tongues.includes("en") ? "en" : tongues[0]));
  const called = data.alignments.find((one) => `#${one.id}` === location.hash);
  if (called) hold(called, { atOnce: true });
})();
