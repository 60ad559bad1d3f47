"use strict";
// What was made for reading is worked here: the switch of language, the search among the cards, and links into them.
// Nothing is put on the page but numbers and words of the page itself.
(() => {
  const STEP = 20;
  const bodies = [...document.querySelectorAll(".tongue")];
  const buttons = [...document.querySelectorAll("#switch button")];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

  const turn = (code) => {
    for (const body of bodies) body.hidden = body.dataset.tongue !== code;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.to === code));
    document.documentElement.lang = code;
    document.title = bodies.find((body) => body.dataset.tongue === code).dataset.title;
  };
  // The same section in the other language, so that nobody loses the place.
  const across = (code) => {
    const body = bodies.find((one) => !one.hidden);
    const top = [...body.querySelectorAll("main > section")].filter((one) => one.getBoundingClientRect().top < innerHeight / 2).at(-1);
    const offset = top?.getBoundingClientRect().top ?? 0;
    turn(code);
    const same = top && document.getElementById(top.id.replace(body.dataset.tongue, code));
    if (same && scrollY > 0) scrollTo({ top: scrollY + same.getBoundingClientRect().top - offset, behavior: "instant" });
  };

  for (const body of bodies) {
    const form = body.querySelector(".filters");
    const [query, status, found] = [".query", ".status", ".found"].map((name) => form.querySelector(name));
    const [empty, more] = [".empty", ".more"].map((name) => body.querySelector(name));
    const cards = [...body.querySelectorAll(".cards > .card")].map((card) => ({ card, text: fold(card.textContent) }));
    let open = STEP;
    const show = () => {
      const words = fold(query.value).split(/\s+/).filter(Boolean);
      const fit = cards.filter(({ card, text }) => (!status.value || card.dataset.status === status.value) && words.every((word) => text.includes(word)));
      const kept = new Set(fit.slice(0, open).map(({ card }) => card));
      for (const { card } of cards) card.hidden = !kept.has(card);
      empty.hidden = fit.length > 0;
      more.hidden = fit.length <= open;
      const values = { shown: fit.length, count: cards.length };
      found.textContent = found.dataset.say.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    };
    const again = () => { open = STEP; show(); };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    query.addEventListener("input", again);
    status.addEventListener("change", again);
    more.addEventListener("click", () => {
      const next = open;
      open += STEP;
      show();
      cards.filter(({ card }) => !card.hidden)[next]?.card.focus();
    });
    body.addEventListener("reach", (event) => {
      query.value = status.value = "";
      open = Math.max(open, cards.findIndex(({ card }) => card === event.detail) + 1);
      show();
    });
    show();
  }

  const reach = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const body = target && target.closest(".tongue");
    if (!body) return;
    if (body.hidden) turn(body.dataset.tongue);
    if (target.matches(".card")) body.dispatchEvent(new CustomEvent("reach", { detail: target }));
    target.scrollIntoView();
    if (target.matches(".card")) target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reach);

  if (buttons.length > 1) {
    document.getElementById("switch").hidden = false;
    for (const button of buttons) button.addEventListener("click", () => across(button.dataset.to));
    const known = buttons.map((button) => button.dataset.to);
    const wanted = navigator.languages.map((one) => one.split("-")[0]).find((code) => known.includes(code));
    if (wanted) turn(wanted);
  }
  reach();
})();
