// What the page is made of: its data, its words, and elements. Everything from the texts is put on the page as text,
// never as markup.

const at = (id) => document.getElementById(id);
const data = JSON.parse(at("data").textContent);
const review = JSON.parse(at("review").textContent);
const documents = new Map(data.documents.map((one) => [one.id, one]));
const tongues = data.order.filter((code) => data.words[code].title);
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 70rem) and (min-height: 34rem)");

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

// A line of a megabyte is a text like others, cut in slabs that the browser lays out when they are near.
const HUGE = 20_000;
const SLAB = /[^]{1,4000}/gu;
const slabs = (text) => (text.length <= HUGE ? [text] : text.match(SLAB).map((part) => make("span", { class: "slab" }, part)));

let tongue = tongues[0] ?? data.order[0];
const word = (key) => [tongue, ...data.order].map((code) => data.words[code][key]).find(Boolean) ?? key;
const say = (key, values = {}) => word(key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const named = (labels) => labels[tongue] ?? data.order.map((code) => labels[code]).find(Boolean) ?? labels[""] ?? "";
const nodeName = (id) => named(data.nodes[id] ?? {});
let counting, scoring;
// Dates of the data are EDTF; people read them in words. What has no words here is shown as it is.
const SEASONS = new Set(["21", "22", "23", "24"]);
const calendars = new Map();
const calendar = (grain) => {
  const key = tongue + grain;
  const parts = { year: "numeric", ...(grain > 1 && { month: "long" }), ...(grain > 2 && { day: "numeric" }), timeZone: "UTC" };
  if (!calendars.has(key)) calendars.set(key, new Intl.DateTimeFormat(tongue, parts));
  return calendars.get(key);
};
const dayOf = (year, month, day) => {
  const when = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  when.setUTCFullYear(year);
  return calendar(day ? 3 : month ? 2 : 1).format(when);
};
const single = (edtf) => {
  const [whole, year, month, day, doubt] = edtf.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/) ?? [];
  if (!whole) return edtf;
  const text = SEASONS.has(month) ? say(`season_${month}`, { year }) : month > 12 ? edtf : dayOf(year, month, day);
  return doubt ? say("date_about", { date: text }) : text;
};
const when = (edtf) => {
  const [from, to] = edtf.split("/");
  if (to === undefined) return single(edtf);
  if (!to || to === "..") return say("date_from", { date: single(from) });
  if (!from || from === "..") return say("date_until", { date: single(to) });
  return `${single(from)} – ${single(to)}`;
};
const number = (value) => (counting ??= new Intl.NumberFormat(tongue)).format(value);
const score = (value) => (scoring ??= new Intl.NumberFormat(tongue, { minimumFractionDigits: 2, maximumFractionDigits: 2 })).format(Math.floor(value * 100) / 100);

// A browser may refuse to keep anything (a full disk, a private window): the page goes on, and says so.
const memory = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); return true; } catch { return false; } },
  drop: (key) => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
  keys: () => { try { return Object.keys(localStorage); } catch { return []; } },
};
