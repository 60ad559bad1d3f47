// Both texts, whole, side by side: every sentence that has a counterpart leads to it.

const TAGS = { title: "h3", heading: "h3" };
const SLICE = 120;
const LINE = 52;
const elements = new Map();
const nothing = () => {};
let building = 0;
let whenLaid = nothing;

const sentenceElement = (key) => {
  const one = sentences.get(key);
  const links = linksOf(key);
  const isHeld = links.includes(state.held);
  const shown = isHeld ? state.held : links[0];
  const inside = isHeld ? pieces(partsOf(shown).find((part) => part.key === key)) : slabs(one.text);
  if (!shown) return dress(make("span", { class: "s", "data-key": key }, ...inside), key);
  const classes = `s linked ${grade(shown)} ${shown.verdict ?? "open-yet"}${isHeld ? " held" : ""}`;
  return dress(make("a", { class: classes, href: `#${shown.id}`, "data-key": key, title: say("go_across") }, ...inside), key);
};
const place = (key) => {
  const element = sentenceElement(key);
  elements.set(key, element);
  return element;
};
const repaint = (keys) => {
  for (const key of keys) {
    const old = elements.get(key);
    if (!old) continue;
    const focused = document.activeElement === old;
    old.replaceWith(place(key));
    if (focused) elements.get(key).focus({ preventScroll: true });
  }
};
const block = ({ kind, text }) =>
  make(TAGS[kind] ?? "p", { class: kind }, ...text.flatMap(([words, key], number) => [number ? " " : "", key ? place(key) : make("span", { class: "flat" }, ...slabs(words))]));
const facts = (one, count) => {
  const written = one.written ? when(one.written) + (one.inferred ? ` (${say("inferred")})` : "") : "";
  const rows = [["authors", one.authors.join(", ")], ["written", written], ["publisher", one.publisher], ["series", one.series], ["path", one.path]];
  const shown = rows.filter(([, value]) => value).flatMap(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, value)]);
  return make("div", {}, make("dl", { class: "facts" }, ...shown), make("p", { class: "place" }, say("aligned", { count: number(count), all: number(one.sentences) })));
};
const column = (one) => {
  const count = one.sections.flatMap((part) => part.text).filter(([, key]) => key && linksOf(key).length).length;
  const title = make("h2", { lang: one.language, id: `title-${one.id}` }, one.title || one.path.split("/").pop());
  const head = make("header", {}, make("p", { class: "tongue" }, named(data.names[one.language])), title, facts(one, count));
  const body = make("div", { class: "body", lang: one.language });
  return { body, sections: [...one.sections], article: make("article", { class: "column", "data-document": one.id, tabIndex: 0, "aria-labelledby": `title-${one.id}` }, head, body) };
};

// A stretch of the text that the browser need not lay out before it is near; until then its height is a guess.
const stretch = (sections) => {
  const blocks = [];
  let letters = 0;
  for (let room = SLICE; room > 0 && sections.length; ) {
    const next = sections.shift();
    blocks.push(block(next));
    room -= next.text.length;
    letters += next.text.reduce((sum, [words]) => sum + words.length, LINE);
  }
  const whole = make("div", { class: "stretch" }, ...blocks);
  whole.style.setProperty("contain-intrinsic-height", `auto ${Math.ceil(letters / LINE) * 1.75}rem`);
  return whole;
};

// The beginning at once, the rest while nobody waits: a long text must not keep the page from showing.
const fill = (columns, mine) => {
  if (mine !== building) return;
  for (const { body, sections } of columns) if (sections.length) body.append(stretch(sections));
  if (columns.some(({ sections }) => sections.length)) return setTimeout(fill, 0, columns, mine);
  if (state.held) bring(state.held, { atOnce: true });
  whenLaid();
  whenLaid = nothing;
};
const lay = () => {
  elements.clear();
  const ids = state.shown ? state.shown.split(" ") : data.documents.map((one) => one.id).slice(0, 2);
  const columns = ids.map((id) => column(documents.get(id)));
  at("texts").replaceChildren(...columns.map(({ article }) => article));
  fill(columns, ++building);
};

const lineUp = (element, atOnce) => {
  const box = element.closest(".column");
  if (!wide.matches) return element.scrollIntoView({ block: "center", behavior: calm.matches || atOnce ? "instant" : "smooth" });
  const far = () => element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight * 0.3;
  const near = Math.abs(far()) < 2 * box.clientHeight;
  box.scrollTo({ top: box.scrollTop + far(), behavior: near && !calm.matches && !atOnce ? "smooth" : "instant" });
  // Text that was never shown has only a guessed height: look again when it has one.
  if (!near) requestAnimationFrame(() => box.scrollTo({ top: box.scrollTop + far(), behavior: "instant" }));
};
const bring = (one, { toKey = null, atOnce = false } = {}) => {
  for (const side of one.sides) {
    const element = elements.get(side.sentences[0].key);
    if (element && (wide.matches || toKey === side.sentences[0].key)) lineUp(element, atOnce);
  }
};
