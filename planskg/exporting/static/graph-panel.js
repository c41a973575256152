"use strict";
// The side panel: what is promised, in the exact words, and where in the document they stand.
const panel = (() => {
  const element = document.getElementById("panel");
  const FIRST = 40;
  const NEAR = 260; // characters of a paragraph that are shown on each side of a sentence
  const { cut, word } = graph;

  const facts = (promise) => {
    const told = [say("year", promise.year)];
    if (promise.series) told.push(word("series", promise.series));
    if (promise.stage) told.push(word("stage", promise.stage));
    if (promise.capacity) told.push(promise.capacity);
    if (promise.investment) told.push(say("invested", promise.investment));
    if (promise.measure && promise.measure !== "level") told.push(word("measure", promise.measure));
    if (promise.firmness) told.push(word("firmness", promise.firmness));
    return told;
  };
  const figures = (promise) => {
    const value = promise.kind === "target" || promise.kind === "observation" ? `<span class="value">${escapeHtml(promise.quote)}</span>` : "";
    return `<div class="figures">${value}${facts(promise).map((fact) => `<span class="fact">${escapeHtml(fact)}</span>`).join("")}</div>`;
  };

  // The words from one offset to another, with those of the promise marked.
  const marked = ({ document: plan, start, end }, from, to) =>
    `${escapeHtml(cut(plan, from, start))}<mark>${escapeHtml(cut(plan, start, end))}</mark>${escapeHtml(cut(plan, end, to))}`;
  // Its sentence, cut to so many characters about the words where that is asked.
  const words = (promise, length = Infinity) => {
    if (!promise.sentence) return promise.kind === "observation" ? "" : `<p class="words">${marked(promise, promise.start, promise.end)}</p>`;
    const [first, last] = promise.sentence;
    const from = Math.max(first, Math.min(promise.start, promise.start - (length - (promise.end - promise.start)) / 2) || first);
    const begin = length === Infinity ? first : Math.floor(from), end = length === Infinity ? last : Math.min(last, Math.max(promise.end, begin + length));
    return `<p class="words">${begin > first ? "…" : ""}${marked(promise, begin, end)}${end < last ? "…" : ""}</p>`;
  };
  const around = (promise) => {
    const [first, last] = graph.paragraph(promise.document, promise), [from, to] = promise.sentence ?? [promise.start, promise.end];
    if (first >= from && last <= to) return "";
    const begin = Math.max(first, from - NEAR), end = Math.min(last, to + NEAR);
    return `<details><summary>${say("around")}</summary><p class="words">${begin > first ? "…" : ""}${marked(promise, begin, end)}${end < last ? "…" : ""}</p></details>`;
  };

  const go = (id) => `<button type="button" class="go kind-${graph.things[id].kind}" data-go="${id}">${escapeHtml(graph.things[id].name)}</button>`;
  const where = (promise) => {
    const path = promise.path.slice(1).map(go).join('<span class="sep">›</span>');
    const told = say("where", graph.lineOf(promise.document, promise.start), promise.start, promise.end);
    return `<p class="where">${path}<span class="offsets">${told}</span></p>` +
      `<div class="ruler" title="${say("position")}"><i style="left:${(100 * promise.start / graph.documents[promise.document].length).toFixed(1)}%"></i></div>`;
  };
  const card = (promise, self) => {
    const others = (ids) => ids.filter((id) => id !== self).map(go).join(" ");
    const about = others([...promise.sectors, ...promise.places]);
    return `<article class="card"><div class="card-head"><span class="what">${say(promise.kind)}</span>${others(promise.items)}</div>` +
      `${figures(promise)}${words(promise)}${around(promise)}${where(promise)}${about ? `<p class="where">${about}</p>` : ""}</article>`;
  };

  const count = (found) => ["target", "project", "aim", "action", "observation"]
    .map((kind) => [say(kind), found.filter((each) => each.kind === kind).length])
    .filter(([, number]) => number).map(([name, number]) => `${name} ${number}`).join(" · ") || say("noPromise");

  const section = (number, found, self, limit) => {
    const own = found.filter((promise) => promise.document === number);
    if (!own.length) return "";
    const rest = own.length - limit, { name } = graph.things[graph.documents[number].node];
    return `<section><h3>${escapeHtml(name)} <small>${say("rows", own.length)}</small></h3>` +
      own.slice(0, limit).map((promise) => card(promise, self)).join("") +
      (rest > 0 ? `<button type="button" class="all" data-all="1">${say("rest", rest)}</button>` : "") + "</section>";
  };
  const about = (thing) => {
    const plan = graph.documents.find((each) => each.node === thing.id);
    if (!plan) return "";
    const heads = graph.nodes.filter((node) => node.kind === "pillar" && graph.above(node.id).at(-1) === thing.id);
    return `<p class="about">${[plan.title, plan.number, plan.issuer].filter(Boolean).map(escapeHtml).join("<br>")}</p>` +
      `<ol class="pillars">${heads.map(({ id, count: held }) => `<li>${go(id)} <small>${held}</small></li>`).join("")}</ol>`;
  };

  const show = (id, filter, limit = FIRST) => {
    const thing = graph.things[id], found = graph.chosen(id, thing.promise ? {} : filter);
    const weights = thing.degree === undefined ? "" : `<p class="count">${say("weights", thing.degree, thing.between.toFixed(3))}</p>`;
    element.innerHTML = `<header><span class="tag kind-${thing.kind}">${say(thing.kind)}</span>` +
      `<button type="button" class="close" aria-label="${say("close")}" data-close="1">✕</button><h2 tabindex="-1">${escapeHtml(thing.name)}</h2>` +
      `<p class="count">${count(found)}</p>${weights}</header>` +
      `<div class="body">${about(thing)}${graph.documents.map((_, each) => section(each, found, id, limit)).join("")}</div>`;
    element.hidden = false;
  };
  const hide = () => { element.hidden = true; };

  // What is told of a spot while it is pointed at.
  const tip = (thing, filter) => {
    const found = graph.chosen(thing.id, thing.promise ? {} : filter);
    const rows = found.slice(0, 3).map((each) => `<div class="tip-row">${figures(each)}${words(each, 46)}</div>`).join("");
    const more = found.length > 3 ? `<div class="tip-more">${say("more", found.length - 3)}</div>` : "";
    const of = thing.promise ? `<div class="tip-more">${escapeHtml(graph.things[graph.documents[thing.promise.document].node].name)}</div>` : "";
    const body = ["plan", "pillar", "sector", "place"].includes(thing.kind) ? `<div class="tip-more">${count(found)}</div>` : rows + more;
    return `<b class="kind-${thing.kind}">${say(thing.kind)}</b> <strong>${escapeHtml(thing.name)}</strong>${of}${body}`;
  };

  const listen = (select, again) => element.addEventListener("click", (event) => {
    const { dataset } = event.target.closest("button") ?? {};
    if (!dataset) return;
    if (dataset.close) select(null);
    else if (dataset.all) again(Infinity);
    else select(+dataset.go, null, true);
  });
  return { show, hide, listen, tip, count, focus: () => element.querySelector("h2")?.focus(), holdsFocus: () => element.contains(document.activeElement) };
})();
