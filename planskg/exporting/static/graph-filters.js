"use strict";
// Tabs, filters and legend: what of the graph is looked at, and in which colours.
const controls = (() => {
  const find = (id) => document.getElementById(id);
  const selects = [...document.querySelectorAll("select[data-field]")], styles = [...document.querySelectorAll("select[data-style]")];
  const option = ([value, name]) => new Option(name, value);

  // Headings by plan; the lower ones are indented.
  const headings = (filter) => graph.documents
    .filter((_, number) => filter.document === undefined || +filter.document === number)
    .map((plan) => {
      const group = document.createElement("optgroup");
      group.label = graph.things[plan.node].name;
      const own = graph.nodes.filter((node) => node.kind === "pillar" && node.depth < 3 && graph.above(node.id)[0] === plan.node);
      group.append(...own.map((node) => option([node.id, `${"　".repeat(node.depth - 1)}${labels.clip(node.name, 18)}`])));
      return group;
    });
  const choices = (filter) => {
    const used = (field) => new Set(graph.promises.map((each) => each[field]));
    const sectors = graph.nodes.filter((node) => node.kind === "sector").sort((left, right) => right.count - left.count);
    const kinds = ["target", "project", "aim", "action", "observation"].filter((kind) => used("kind").has(kind));
    return {
      document: graph.documents.map((plan, number) => option([number, graph.things[plan.node].name])), pillar: headings(filter),
      sectors: sectors.map((node) => option([node.id, node.name])), kind: kinds.map((kind) => option([kind, say(kind)])),
      ...Object.fromEntries(["stage", "firmness"].map((field) => [field, [...graph.words[field].keys()].map((notation) => option([notation, graph.word(field, notation)]))])),
    };
  };
  const fillFilters = ({ filter }) => {
    const found = choices(filter);
    for (const box of selects) {
      box.replaceChildren(new Option(say("all"), ""), ...found[box.dataset.field]);
      box.value = filter[box.dataset.field] ?? "";
      if (box.value === "") delete filter[box.dataset.field];
      box.classList.toggle("set", box.value !== "");
    }
    find("clear").hidden = !Object.keys(filter).length;
  };
  const STYLES = { colour: { kind: "byKind", community: "byCommunity", stage: "byStage", firmness: "byFirmness" }, size: { count: "byCount", degree: "byDegree", between: "byBetween" } };
  const fillStyles = (state) => styles.forEach((box) => {
    const own = Object.entries(STYLES[box.dataset.style]).filter(([name]) => !graph.words[name] || graph.words[name].size);
    box.replaceChildren(...own.map(([value, word]) => option([value, say(word)])));
    box.value = state[box.dataset.style];
    box.classList.toggle("set", box.selectedIndex > 0);
  });
  const fillTabs = (state) => find("views").replaceChildren(...graph.views.map((view, number) => {
    const tab = document.createElement("button");
    Object.assign(tab, { type: "button", textContent: view.titles[speech.number()], title: `${view.questions[speech.number()]} (${number + 1})` });
    tab.dataset.view = view.name;
    tab.setAttribute("aria-pressed", String(view.name === state.view));
    return tab;
  }));
  const fillSheets = (state) => {
    const { sheets } = graph.views.find((view) => view.name === state.view), box = find("sheet");
    box.replaceChildren(...sheets.map((sheet, number) => option([number, `${number + 1}/${sheets.length} ${labels.clip(sheet.title, 16)}`])));
    box.value = state.sheet;
    box.closest("label").hidden = sheets.length < 2;
  };
  const KINDS = ["plan", "pillar", "place", "sector", "indicator", "project", "target", "aim", "pledge", "action"];
  const fillLegend = (state) => {
    const present = picture.kinds();
    find("legend").replaceChildren(...KINDS.filter((kind) => present.has(kind)).map((kind) => {
      const row = document.createElement("li"), button = document.createElement("button");
      Object.assign(button, { type: "button", className: `kind-${kind}`, innerHTML: `<i></i>${say(kind)}<small>${picture.counts(kind)}</small>` });
      button.dataset.kind = kind;
      button.setAttribute("aria-pressed", String(!state.off.has(kind)));
      row.append(button);
      return row;
    }));
    find("legend").setAttribute("aria-label", say("legend"));
    find("classes").innerHTML = look.classes(state.colour).map(({ color, name }) => `<li><i style="background:${color}"></i>${escapeHtml(name)}</li>`).join("");
    find("classes").hidden = state.colour === "kind";
  };
  const show = (state) => { fillTabs(state); fillSheets(state); fillFilters(state); fillStyles(state); fillLegend(state); };

  const listen = (change) => {
    selects.forEach((box) => box.addEventListener("change", () => change.filter(box.dataset.field, box.value)));
    styles.forEach((box) => box.addEventListener("change", () => change.style(box.dataset.style, box.value)));
    find("sheet").addEventListener("change", () => change.sheet(+find("sheet").value));
    find("clear").addEventListener("click", change.clear);
    find("views").addEventListener("click", (event) => { const { view } = event.target.dataset; if (view) change.view(view); });
    find("legend").addEventListener("click", (event) => { const { kind } = event.target.closest("button")?.dataset ?? {}; if (kind) change.kind(kind); });
    find("more").addEventListener("click", () => find("more").setAttribute("aria-expanded", String(find("filters").classList.toggle("open"))));
  };
  return { show, fillLegend, listen };
})();
