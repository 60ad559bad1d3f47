// The pairs of passages: those of the last run, and those that people made since.

const sentences = new Map();
const places = new Map();
const units = [];
const unitByKey = new Map();
const unitsAt = new Map();
let turns = 0;

const learn = (owner, text, [key, start, end, quote]) => {
  if (sentences.has(key)) return sentences.get(key);
  const one = { key, text, start, end, quote: quote ?? text, document: owner.id, language: owner.language, order: sentences.size };
  sentences.set(key, one);
  places.set(`${owner.path}:${start}-${end}`, one);
  return one;
};
for (const owner of data.documents) {
  for (const { text } of owner.sections) for (const [words, ...place] of text) if (place.length) learn(owner, words, place);
}

const documentKeys = new Map();
for (const one of [...sentences.values()]) documentKeys.has(one.document) ? documentKeys.get(one.document).push(one.key) : documentKeys.set(one.document, [one.key]);

const keyOf = (parts) => parts.map((one) => one.key).sort().join(" ");
const partsOf = (one) => one.sides.flatMap((side) => side.sentences);
const grade = (one) => (one.score >= 0.95 ? "sure" : one.score >= 0.7 ? "likely" : "look");
const pairOf = (one) => (one.pair ??= one.sides.map((side) => side.document).join(" "));

const enter = (one) => {
  units.push(one);
  unitByKey.set(one.key, one);
  for (const { key } of partsOf(one)) unitsAt.has(key) ? unitsAt.get(key).push(one) : unitsAt.set(key, [one]);
  return one;
};
// In the order of the text on the left, as people read.
const begins = (one) => one.sides[0].start;
const inOrder = [...data.alignments].sort((a, b) => Number(pairOf(a) > pairOf(b)) - Number(pairOf(a) < pairOf(b)) || begins(a) - begins(b));
inOrder.forEach((one, rank) => {
  const sides = one.sides.map((side) => ({
    ...side,
    sentences: side.sentences.map(({ pieces, at: place }) => {
      const text = pieces.map((piece) => piece[0]).join("");
      return { ...learn(documents.get(side.document), text, place), pieces };
    }),
  }));
  const unit = { ...one, sides, rank, verdict: one.decision, turn: 0, hidden: false, made: false };
  enter({ ...unit, key: keyOf(partsOf(unit)) });
});

// A pair that a person made: what its sentences were found to share is what their marks say on both sides.
const marked = (sentence) => unitsAt.get(sentence.key)?.find((one) => !one.made)?.sides.flatMap((side) => side.sentences).find((one) => one.key === sentence.key)?.pieces ?? [[sentence.text]];
// As the next run will have it: the kind of most pairs of the same documents, the place in the order of the left text.
const usual = (beside) => {
  const translated = beside.filter((one) => one.kind === "parallel").length;
  return beside.length && 2 * translated >= beside.length ? "parallel" : "comparable";
};
const rankOf = (start, beside) => {
  const before = beside.filter((one) => begins(one) <= start).at(-1);
  return (before ? before.rank : (beside[0]?.rank ?? units.length) - 1) + 0.5 + start / 1e12;
};
const build = (parts) => {
  const near = [...new Set(parts.flatMap((one) => unitsAt.get(one.key) ?? []))];
  const languages = data.order.filter((code) => parts.some((one) => one.language === code));
  const sides = languages.map((language) => {
    const mine = parts.filter((one) => one.language === language).sort((a, b) => a.start - b.start);
    return { language, document: mine[0].document, start: mine[0].start, end: mine.at(-1).end, sentences: mine.map((one) => ({ ...one, pieces: marked(one) })) };
  });
  const answers = sides.map((side) => new Set(side.sentences.flatMap((one) => one.pieces).map((piece) => piece[2]).filter(Boolean)));
  const shared = (name) => [...new Set(near.flatMap((one) => one[name]))].filter((item) => answers.every((found) => found.has(item)));
  const beside = units.filter((one) => !one.made && pairOf(one) === sides.map((side) => side.document).join(" "));
  return {
    id: `made-${units.length}`, key: keyOf(parts), kind: usual(beside), score: 1, sides,
    actors: shared("actors"), treaties: shared("treaties"), dates: shared("dates"), numbers: shared("numbers"), claims: [], notes: [],
    rank: rankOf(sides[0].start, beside),
    verdict: null, by: null, decision: null, asked: false, turn: 0, hidden: true, made: true,
  };
};
const unitOf = (parts) => unitByKey.get(keyOf(parts)) ?? enter(build(parts));

// What was accepted or made later stands in the place of all that it overlaps on both sides, as in the next run.
const overlapping = (one) => {
  const [first, ...others] = one.sides.map((side) => new Set(side.sentences.flatMap(({ key }) => unitsAt.get(key) ?? [])));
  return [...first].filter((other) => other !== one && others.some((side) => side.has(other)));
};
const settle = () => {
  for (const one of units) one.hidden = one.made && !one.verdict;
  const live = units.filter((one) => one.verdict === "accepted" || one.verdict === "edited").sort((a, b) => b.turn - a.turn);
  for (const one of live) {
    if (!one.hidden) for (const other of overlapping(one)) if (other.verdict !== "rejected") other.hidden = true;
  }
};
// Sentences that follow each other in one document, nothing left out between them.
const adjacent = (parts) => {
  const sorted = parts.map((one) => sentences.get(one.key)).sort((a, b) => a.order - b.order);
  return sorted.every((one, place) => !place || (one.document === sorted[place - 1].document && one.order - sorted[place - 1].order <= 1));
};
const linksOf = (key) => (unitsAt.get(key) ?? []).filter((one) => !one.hidden && one.verdict !== "rejected");
// A pair that is not sure is offered for the sure ones around it, too: those with both their passages at most so many
// sentences from its own (REACH in the align stage).
const REACH = 3;
const ASSERTED = 0.5;
const nearBy = (side) => {
  const keys = documentKeys.get(side.document);
  const places = side.sentences.map((one) => keys.indexOf(one.key));
  return keys.slice(Math.max(0, Math.min(...places) - REACH), Math.max(...places) + REACH + 1);
};
const amid = (one) => {
  if (one.kind !== "comparable" || one.score >= ASSERTED) return [];
  const [first, ...others] = one.sides.map((side) => new Set(nearBy(side).flatMap(linksOf)));
  return [...first].filter((other) => other !== one && other.score >= ASSERTED && others.every((side) => side.has(other)));
};

// ---- lines of the ledger

const passagesOf = (one) => partsOf(one).map(({ document: id, start, end, quote }) => ({ path: documents.get(id).path, start, end, quote, document: id }));
const partsFor = (line) => {
  const parts = line.passages.map(({ path, start, end }) => places.get(`${path}:${start}-${end}`));
  const stand = parts.every((one, number) => one?.quote === line.passages[number].quote);
  return stand && new Set(parts.map((one) => one.language)).size > 1 ? parts : null;
};
const apply = (line) => {
  const parts = partsFor(line);
  if (!parts) return null;
  if (line.verdict === "withdrawn" && !unitByKey.has(keyOf(parts))) return null;
  const one = unitOf(parts);
  one.verdict = line.verdict === "withdrawn" ? null : line.verdict;
  one.by = one.verdict ? line.by ?? null : null;
  one.asked = false;
  one.turn = ++turns;
  return one;
};
const standing = () => units.filter((one) => !one.hidden || one.verdict === "rejected").map((one) => [one.key, one.verdict, one.by].join("|")).sort().join("\n");
