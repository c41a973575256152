"use strict";
// The search box: nodes by their names, promises by their words; nodes first.
const search = (() => {
  const box = document.getElementById("search"), list = document.getElementById("results");
  const MOST = 16;
  let found = [], at = -1, pick = () => {};
  const close = () => { list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const point = (next) => {
    at = (next + found.length) % found.length;
    [...list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", `result-${at}`);
  };
  const choose = (number) => { const thing = found[number]; close(); box.blur(); if (thing) pick(thing.id); };
  const row = (thing, number) => `<li role="option" id="result-${number}" data-row="${number}"><i class="kind-${thing.kind}"></i>` +
    `<span>${escapeHtml(thing.name)}</span><small>${say(thing.kind)}${thing.promise ? "" : ` · ${thing.count}`}</small></li>`;
  const look = () => {
    const wanted = box.value.trim().toLowerCase();
    if (!wanted) return close();
    const order = ({ name, promise, count }) => [Number(Boolean(promise)), Number(!name.toLowerCase().startsWith(wanted)), -count];
    const says = ({ name, alias, promise }) => name.toLowerCase().includes(wanted) || alias.toLowerCase().includes(wanted) || Boolean(promise?.quote.toLowerCase().includes(wanted));
    found = graph.things.filter(says).map((thing) => [order(thing), thing])
      .sort(([left], [right]) => left[0] - right[0] || left[1] - right[1] || left[2] - right[2]).slice(0, MOST).map(([, thing]) => thing);
    list.innerHTML = found.map(row).join("") || `<li class="none">${say("none")}</li>`;
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    if (found.length) point(0);
  };
  const listen = (picked) => {
    pick = picked;
    box.addEventListener("input", look);
    box.addEventListener("focus", look);
    box.addEventListener("blur", () => setTimeout(close, 150));
    list.addEventListener("mousedown", (event) => { const chosen = event.target.closest("[data-row]"); if (chosen) choose(+chosen.dataset.row); });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const moves = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in moves && found.length && !list.hidden) { event.preventDefault(); point(at + moves[event.key]); }
      if (event.key === "Enter") choose(Math.max(0, at));
      if (event.key === "Escape") { box.value = ""; close(); box.blur(); event.stopPropagation(); }
    });
  };
  return { listen, focus: () => box.focus(), translate: () => { box.placeholder = say("search"); box.setAttribute("aria-label", say("search")); } };
})();
