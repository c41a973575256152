"use strict";
// What the reader does, in one place: the state, what follows from it, and the address that brings one back to it.
const START = { view: "whole", sheet: 0, colour: "kind", size: "count" };
const state = {
  ...START, off: new Set(), filter: {}, selected: null, cursor: null, litThings: null,
  lit: (id) => state.litThings === null || state.litThings.has(id),
};
const find = (id) => document.getElementById(id);
const viewOf = (name) => graph.views.find((view) => view.name === name);

// What is lit: what the filters leave, and of that what belongs to the chosen thing.
const light = () => {
  const sets = [];
  if (Object.keys(state.filter).length) sets.push(graph.reached(graph.promises.filter((each) => graph.matches(each, state.filter))));
  if (state.selected !== null) {
    const { kind } = graph.things[state.selected], upper = ["plan", "pillar"].includes(kind);
    const found = [...graph.reached(graph.chosen(state.selected, state.filter))].filter((id) => !upper || graph.things[id].kind !== "sector");
    sets.push(new Set([...found, state.selected, ...(state.selected < graph.nodes.length ? graph.above(state.selected) : [])]));
  }
  state.litThings = sets.length ? sets.reduce((left, right) => new Set([...left].filter((id) => right.has(id)))) : null;
};
const tell = () => {
  const found = graph.promises.filter((each) => graph.matches(each, state.filter));
  find("tally").textContent = panel.count(found);
  find("question").textContent = viewOf(state.view).questions[speech.number()];
  find("nothing").hidden = !picture.empty();
  find("nothing").textContent = say(state.view === "indicators" ? "oneplan" : "empty");
};

// -- The address -------------------------------------------------------------------------------------------------------

const address = () => {
  const fields = Object.entries(START).filter(([name, usual]) => state[name] !== usual).map(([name]) => [name, state[name]]);
  const filters = Object.entries(state.filter).map(([name, value]) => [name, ["pillar", "sectors"].includes(name) ? graph.nodes[value].key : value]);
  const rest = [["off", [...state.off].join(",")], ["node", state.selected === null ? "" : graph.things[state.selected].key], ["lang", speech.english() ? "en" : ""]];
  return new URLSearchParams([...fields, ...filters, ...rest.filter(([, value]) => value)]);
};
const remember = () => history.replaceState(null, "", `#${address()}`);
const recall = () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  const named = (name) => graph.byKey.get(asked.get(name))?.id;
  speech.set(asked.get("lang"));
  Object.assign(state, START, { off: new Set((asked.get("off") ?? "").split(",").filter(Boolean)), filter: {}, selected: named("node") ?? null, cursor: null });
  if (viewOf(asked.get("view"))) state.view = asked.get("view");
  for (const name of ["colour", "size"]) if (asked.has(name)) state[name] = asked.get(name);
  state.sheet = Math.max(0, Math.min(viewOf(state.view).sheets.length - 1, Number(asked.get("sheet")) || 0));
  for (const name of Object.keys(graph.FIELDS)) {
    const value = ["pillar", "sectors"].includes(name) ? named(name) : asked.get(name);
    if (value !== undefined && value !== null) state.filter[name] = String(value);
  }
};

// -- What follows from the state -----------------------------------------------------------------------------------------

const redraw = () => { light(); picture.draw(state); };
const refresh = () => {
  graph.speak(speech.number());
  look.refresh();
  controls.show(state);
  tell();
  search.translate();
  redraw();
  if (state.selected === null) panel.hide(); else panel.show(state.selected, state.filter);
  remember();
};
const turnTo = () => {
  state.cursor = null;
  picture.take(viewOf(state.view), state.sheet);
  refresh();
  picture.home();
};
// The first sheet of a view on which something stands; the present one where it stands there as well.
const sheetWith = (view, id) => {
  const { sheets } = viewOf(view), holds = (number) => sheets[number]?.ids.includes(id);
  return view === state.view && holds(state.sheet) ? state.sheet : sheets.findIndex((_, number) => holds(number));
};
// A thing that this view does not show is shown by one that does.
const showOn = (id) => {
  const view = [state.view, ...graph.views.map((each) => each.name)].find((name) => sheetWith(name, id) >= 0);
  if (view === undefined) return;
  const sheet = sheetWith(view, id);
  if (view === state.view && sheet === state.sheet) return;
  Object.assign(state, { view, sheet });
  picture.take(viewOf(view), sheet);
};
const select = (id, spot = null, travel = false) => {
  const focused = panel.holdsFocus();
  if (id !== null && travel) showOn(id);
  state.selected = id;
  state.cursor = spot ?? (id === null ? state.cursor : picture.spotsOf(id)[0] ?? null);
  refresh();
  if (id === null && focused) find("picture").focus();
  if (id !== null && (focused || travel)) panel.focus();
  if (travel && id !== null) requestAnimationFrame(() => picture.goTo(id, state.lit));
};

const act = {
  home: picture.home,
  view: (view) => { Object.assign(state, { view, sheet: 0 }); moveToPlan(); turnTo(); },
  sheet: (sheet) => { state.sheet = sheet; turnTo(); },
  turn: (by) => { const { length } = viewOf(state.view).sheets; if (length > 1) act.sheet((state.sheet + by + length) % length); },
  filter: (field, value) => {
    if (value === "") delete state.filter[field]; else state.filter[field] = value;
    if (field === "document") delete state.filter.pillar;
    if (moveToPlan()) turnTo(); else refresh();
  },
  clear: () => { state.filter = {}; refresh(); },
  style: (name, value) => { state[name] = value; refresh(); },
  kind: (kind) => { if (!state.off.delete(kind)) state.off.add(kind); refresh(); },
  back: () => select(null),
  open: () => { if (state.cursor !== null) { select(graph.things[picture.thing(state.cursor).id].id, state.cursor); panel.focus(); } },
  step: (direction) => {
    state.cursor = picture.beside(state.cursor, direction, state);
    if (state.cursor === null) return;
    const thing = picture.thing(state.cursor);
    find("said").textContent = `${say(thing.kind)} ${thing.name}`;
    picture.inView(state.cursor);
    redraw();
    point(state.cursor);
  },
};
// A plan or heading or sector that is filtered for is looked for on its own sheet.
const moveToPlan = () => {
  const wanted = [state.filter.sectors, state.filter.pillar, state.filter.document === undefined ? undefined : graph.documents[state.filter.document].node];
  const sheets = wanted.filter((id) => id !== undefined).map((id) => sheetWith(state.view, +id)).filter((sheet) => sheet >= 0);
  if (!sheets.length || sheets[0] === state.sheet) return false;
  [state.sheet] = sheets;
  return true;
};

// What is pointed at is told beside it.
const point = (spot) => {
  const tip = find("tip");
  tip.hidden = spot === null;
  if (spot === null) return;
  tip.innerHTML = panel.tip(picture.thing(spot), state.filter);
  const [x, y] = picture.at(spot), [width, height] = camera.size();
  const left = x + 18 + tip.offsetWidth > width ? Math.max(8, x - 18 - tip.offsetWidth) : x + 18;
  Object.assign(tip.style, { left: `${left}px`, top: `${Math.max(8, Math.min(height - tip.offsetHeight - 8, y + 14))}px` });
};

recall();
camera.listen(() => { redraw(); });
picture.listen((id, spot = null) => select(id, spot), point);
panel.listen(select, (limit) => panel.show(state.selected, state.filter, limit));
search.listen((id) => select(id, null, true));
controls.listen(act);
keys.listen(act);
theme.onChange(refresh);
find("language").addEventListener("click", () => { speech.set(speech.english() ? "zh" : "en"); refresh(); });
document.querySelectorAll("#zoom button").forEach((button) => button.addEventListener("click", () => (+button.dataset.zoom ? camera.zoom(+button.dataset.zoom) : picture.home())));
addEventListener("hashchange", () => { recall(); turnTo(); });
turnTo();
if (state.selected !== null) select(state.selected, null, true);
