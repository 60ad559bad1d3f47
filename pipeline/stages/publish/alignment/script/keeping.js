// Where decisions go. Each is kept in this browser first. Opened from disk, they stay there until they are downloaded
// and imported; served, they are sent at once and forgotten when the server has them on disk.

const HOME = `accord:${review ? "served" : location.pathname}:`;
const BATCH = 2_000_000;
const AGAIN = 15_000;
const trouble = { why: "", sending: false, timer: 0 };
let kept = [];
let count = 0;

const recall = () => {
  const slots = memory.keys().filter((key) => key.startsWith(HOME)).sort();
  kept = slots.flatMap((slot) => {
    try { return [{ slot, line: JSON.parse(memory.get(slot)), safe: true }]; } catch { return []; }
  }).filter((one) => Array.isArray(one.line?.passages));
};
const identity = () => [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const keep = (line) => {
  const slot = `${HOME}${Date.now().toString().padStart(15, "0")}-${(count++).toString().padStart(6, "0")}`;
  kept.push({ slot, line, safe: memory.set(slot, JSON.stringify(line)) });
};
const forget = (gone) => {
  for (const one of gone) memory.drop(one.slot);
  kept = kept.filter((one) => !gone.includes(one));
};
const lines = () => kept.map((one) => JSON.stringify(one.line) + "\n").join("");

const batch = () => {
  const chosen = [];
  let size = 0;
  for (const one of kept) {
    if (one.refused) continue;
    size += JSON.stringify(one.line).length;
    if (chosen.length && size > BATCH) break;
    chosen.push(one);
  }
  return chosen;
};
const post = async (chosen) => {
  const headers = { "Content-Type": "application/json", "X-Accord-Token": review.token };
  const body = `{"decisions":[${chosen.map((one) => JSON.stringify(one.line)).join(",")}]}`;
  const response = await fetch("/decisions", { method: "POST", headers, body, credentials: "omit" });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  for (const { place, why } of answer.refused) Object.assign(chosen[place], { refused: true, why });
  forget(chosen.filter((one) => !one.refused));
};
const send = async () => {
  if (!review || trouble.sending) return;
  clearTimeout(trouble.timer);
  trouble.sending = true;
  trouble.why = "";
  showKeeping();
  try {
    for (let chosen = batch(); chosen.length; chosen = batch()) await post(chosen);
    trouble.why = kept.find((one) => one.refused)?.why ?? "";
  } catch (error) {
    trouble.why = error instanceof TypeError ? say("no_answer") : error.message;
    trouble.timer = setTimeout(send, AGAIN);
  }
  trouble.sending = false;
  showKeeping();
};

const showKeeping = () => {
  const waiting = kept.length;
  const values = { count: number(waiting), why: trouble.why };
  const unsafe = kept.some((one) => !one.safe);
  let text = review ? say(waiting ? (trouble.why ? "unsaved_why" : "saving") : "saved") : say(waiting ? "kept" : "kept_none", values);
  if (review && trouble.why) text = say("unsaved_why", values);
  if (unsafe && (!review || trouble.why)) text = say("not_kept");
  if (at("keeping").textContent !== text) at("keeping").textContent = text;
  at("keeping").className = trouble.why || unsafe ? "trouble" : waiting ? "" : "calm";
  at("retry").hidden = !review || !trouble.why;
  at("download").hidden = review ? !trouble.why : !waiting;
  at("download-how").hidden = Boolean(review) || !waiting;
};
const download = () => {
  const url = URL.createObjectURL(new Blob([lines()], { type: "application/x-ndjson" }));
  make("a", { href: url, download: "alignments.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
const begin = () => {
  if (review) review.saved.forEach(apply);
  settle();
  recall();
  if (!kept.length) return;
  const before = standing();
  for (const { line } of kept) apply(line);
  settle();
  // What the last run has applied need not be kept; what stands on other words is not lost.
  if (!review && standing() === before && kept.every(({ line }) => partsFor(line))) forget(kept);
};
addEventListener("beforeunload", (event) => {
  if (kept.some((one) => !one.safe)) event.preventDefault();
});
