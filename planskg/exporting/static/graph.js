"use strict";
// What the reader does: filters, legend, search, selection, keys.
const state = {
  off: new Set(), filter: {}, selected: null, litNodes: null,
  lit: (node) => state.litNodes === null || state.litNodes.has(node),
  follows: (link) => link.kind !== "sector" || [link.source, link.target].includes(state.selected),
};
const find = (id) => document.getElementById(id);
const selects = [...document.querySelectorAll("#filters select")];

const light = () => {
  const sets = [];
  if (Object.keys(state.filter).length) sets.push(graph.reached(graph.promises.filter((each) => graph.matches(each, state.filter))));
  if (state.selected !== null) {
    const upper = ["plan", "pillar"].includes(graph.nodes[state.selected].kind);
    const found = graph.reached(graph.chosen(state.selected, state.filter));
    const own = [...found].filter((node) => !upper || graph.nodes[node].kind !== "sector");
    sets.push(new Set([...own, state.selected, ...graph.above(state.selected)]));
  }
  state.litNodes = sets.length ? sets.reduce((left, right) => new Set([...left].filter((node) => right.has(node)))) : null;
};

const tell = () => {
  const found = graph.promises.filter((each) => graph.matches(each, state.filter));
  find("tally").textContent = panel.count(found);
  find("clear").hidden = !Object.keys(state.filter).length;
};
const redraw = () => { light(); picture.draw(state); };
const refresh = () => {
  redraw();
  tell();
  if (state.selected !== null) panel.show(state.selected, state.filter);
};
const select = (node, travel = false) => {
  state.selected = node;
  if (node === null) panel.hide(); else panel.show(node, state.filter);
  history.replaceState(null, "", node === null ? "#" : `#${encodeURIComponent(graph.nodes[node].name)}`);
  redraw();
  if (travel && node !== null) requestAnimationFrame(() => { picture.goTo(node, state.lit); redraw(); });
};

const fillFilters = () => {
  const used = (field) => new Set(graph.promises.flatMap((each) => each[field] ?? []));
  const sectors = graph.nodes.filter((node) => node.kind === "sector").map((node) => [node.number, node.name]);
  const choices = {
    document: graph.documents.map((plan, number) => [number, `${plan.place || plan.title} ${plan.year}`]),
    sectors, kind: Object.entries(PROMISES).filter(([kind]) => used("kind").has(kind)),
    stage: [...graph.words.stage], firmness: [...graph.words.firmness],
  };
  for (const box of selects) {
    choices[box.dataset.field].forEach(([value, name]) => box.append(new Option(name, value)));
    box.addEventListener("change", () => {
      if (box.value === "") delete state.filter[box.dataset.field]; else state.filter[box.dataset.field] = box.value;
      box.classList.toggle("set", box.value !== "");
      refresh();
    });
  }
  find("clear").addEventListener("click", () => {
    selects.forEach((box) => { box.value = ""; box.classList.remove("set"); });
    state.filter = {};
    refresh();
  });
  find("more").addEventListener("click", () => {
    const open = find("filters").classList.toggle("open");
    find("more").setAttribute("aria-expanded", open);
  });
};

const fillLegend = () => Object.entries(KINDS).forEach(([kind, name]) => {
  const row = document.createElement("li"), button = document.createElement("button");
  button.type = "button";
  button.className = `kind-${kind}`;
  button.setAttribute("aria-pressed", "true");
  button.innerHTML = `<i></i>${name}<small>${graph.nodes.filter((node) => node.kind === kind).length}</small>`;
  button.addEventListener("click", () => {
    const off = !state.off.delete(kind);
    if (off) state.off.add(kind);
    button.setAttribute("aria-pressed", String(!off));
    redraw();
  });
  row.append(button);
  find("legend").append(row);
});

const search = (() => {
  const box = find("search"), list = find("results");
  let found = [], at = -1;
  const close = () => { list.hidden = true; at = -1; box.parentElement.setAttribute("aria-expanded", "false"); };
  const point = (next) => {
    at = (next + found.length) % found.length;
    [...list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", `result-${at}`);
  };
  const pick = (number) => { const node = found[number]; close(); box.blur(); if (node) select(node.number, true); };
  const look = () => {
    const wanted = box.value.trim().toLowerCase();
    if (!wanted) return close();
    const rank = (node) => [!node.name.toLowerCase().startsWith(wanted), -node.count];
    found = graph.nodes.filter((node) => node.name.toLowerCase().includes(wanted))
      .sort((left, right) => rank(left)[0] - rank(right)[0] || rank(left)[1] - rank(right)[1]).slice(0, 14);
    list.innerHTML = found.map((node, number) => `<li role="option" id="result-${number}" data-row="${number}"><i class="kind-${node.kind}"></i>` +
      `<span>${escapeHtml(node.name)}</span><small>${KINDS[node.kind]} · ${node.count}</small></li>`).join("") || '<li class="none">没有找到</li>';
    list.hidden = false;
    box.parentElement.setAttribute("aria-expanded", "true");
    if (found.length) point(0);
  };
  box.addEventListener("input", look);
  box.addEventListener("focus", look);
  box.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => { const row = event.target.closest("[data-row]"); if (row) pick(+row.dataset.row); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && found.length) { event.preventDefault(); point(at + moves[event.key]); }
    if (event.key === "Enter") pick(Math.max(0, at));
    if (event.key === "Escape") { box.value = ""; close(); box.blur(); event.stopPropagation(); }
  });
  return { focus: () => box.focus() };
})();

document.addEventListener("keydown", (event) => {
  const typing = Boolean(event.target.matches?.("input, select, textarea"));
  if (event.key === "/" && !typing) { event.preventDefault(); search.focus(); }
  if (event.key === "Escape" && !typing) select(null);
});
document.querySelectorAll("#zoom button").forEach((button) => button.addEventListener("click", () => picture.roam(+button.dataset.zoom)));
fillFilters();
fillLegend();
picture.listen(redraw, select);
panel.listen(select, (limit) => panel.show(state.selected, state.filter, limit));
theme.onChange(redraw);
refresh();
const asked = graph.nodes.find((node) => location.hash.length > 1 && node.name === decodeURIComponent(location.hash.slice(1)));
if (asked) select(asked.number, true);
