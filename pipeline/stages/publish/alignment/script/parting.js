// Which sentences belong together: a pair cut in two, a sentence added, a sentence taken out.

const around = (side) => {
  const mine = documents.get(side.document).sections.flatMap((part) => part.text).filter(([, key]) => key).map(([, key]) => key);
  const first = mine.indexOf(side.sentences[0].key);
  const last = mine.indexOf(side.sentences.at(-1).key);
  if (first < 0 || last < 0) return side.sentences.map((one) => one.key);
  return mine.slice(Math.max(0, first - 1), last + 2);
};
const row = (key, chosen, values) => {
  const one = sentences.get(key);
  const radios = ["1", "2", ""].map((value) => {
    const input = make("input", { type: "radio", name: `part ${key}`, value, checked: value === chosen });
    const spoken = value ? say("pair_of", { number: value }) : say("pair_none");
    return make("label", { class: "choice" }, input, make("span", { "aria-hidden": "true" }, value || "–"), make("span", { class: "unseen" }, spoken));
  });
  values.set(key, () => radios.map((label) => label.firstChild).find((input) => input.checked)?.value ?? "");
  const text = one.text.length > 400 ? `${one.text.slice(0, 400)}…` : one.text;
  return make("fieldset", { class: "part" }, make("legend", { lang: one.language }, text), make("span", { class: "choices" }, ...radios));
};
const part = (unit) => {
  const values = new Map();
  const halves = unit.sides.every((side) => side.sentences.length > 1);
  const column = (side) => {
    const own = side.sentences.map((one) => one.key);
    const chosen = (key) => (!own.includes(key) ? "" : halves && key === own.at(-1) ? "2" : "1");
    return make("div", { class: "part-side" }, ...around(side).map((key) => row(key, chosen(key), values)));
  };
  at("part-sides").replaceChildren(...unit.sides.map(column));
  at("part-fault").textContent = "";
  at("part").hidden = false;
  at("part").onsubmit = (event) => {
    event.preventDefault();
    const fault = regroup(unit, values);
    at("part-fault").textContent = fault ?? "";
  };
  at("part").querySelector("input:checked:not([value=''])").focus();
};
const regroup = (unit, values) => {
  const groups = ["1", "2"].map((name) => [...values].filter(([, chosen]) => chosen() === name).map(([key]) => sentences.get(key)));
  const used = groups.filter((group) => group.length);
  const whole = (group) => unit.sides.every((side) => group.some((one) => one.language === side.language));
  if (!used.length || !used.every(whole)) return say("part_needs");
  if (used.length === 1 && keyOf(used[0]) === unit.key) return say("part_same");
  closePart();
  const made = used.map(unitOf);
  act(made.map((one) => [one, "edited"]), { from: unit, to: made[0], said: "did_edited" });
  return null;
};
const closePart = () => {
  at("part").hidden = true;
};
