"use strict";
// The side panel: what is promised, in the exact words, and where in the document they stand.
const panel = (() => {
  const element = document.getElementById("panel");
  const FIRST = 40;
  const word = (name, notation) => graph.words[name].get(notation) ?? notation;

  const facts = (promise) => {
    const told = [];
    if (promise.kind === "observation") told.push(`${promise.year} 年${word("series", promise.series)}`);
    else told.push(`${promise.year} 年`);
    if (promise.stage) told.push(word("stage", promise.stage));
    if (promise.capacity) told.push(promise.capacity);
    if (promise.investment) told.push(`投资 ${promise.investment}`);
    if (promise.measure && promise.measure !== "level") told.push(word("measure", promise.measure));
    if (promise.firmness) told.push(word("firmness", promise.firmness));
    return told;
  };
  const figures = (promise) => {
    const value = promise.kind === "target" || promise.kind === "observation" ? `<span class="value">${escapeHtml(promise.quote)}</span>` : "";
    return `<div class="figures">${value}${facts(promise).map((fact) => `<span class="fact">${escapeHtml(fact)}</span>`).join("")}</div>`;
  };

  // The sentence with the quoted words marked, cut to so many characters about them where that is asked.
  const words = (promise, length = Infinity) => {
    if (promise.sentence === undefined) return promise.kind === "observation" ? "" : `<p class="words"><mark>${escapeHtml(promise.quote)}</mark></p>`;
    const { sentence, at, quote } = promise, end = at + quote.length;
    const from = Math.max(0, Math.min(at - length / 2, sentence.length - length)) || 0;
    const start = length === Infinity ? 0 : Math.floor(Math.min(from, at)), stop = length === Infinity ? sentence.length : Math.max(end, start + length);
    return `<p class="words">${start > 0 ? "…" : ""}${escapeHtml(sentence.slice(start, at))}<mark>${escapeHtml(sentence.slice(at, end))}</mark>` +
      `${escapeHtml(sentence.slice(end, stop))}${stop < sentence.length ? "…" : ""}</p>`;
  };

  const go = (node) => `<button type="button" class="go kind-${graph.nodes[node].kind}" data-go="${node}">${escapeHtml(graph.nodes[node].name)}</button>`;
  const where = (promise) => {
    const path = promise.path.slice(1).map(go).join('<span class="sep">›</span>');
    return `<p class="where">${path}<span class="offsets">第 ${promise.start}–${promise.end} 字</span></p>` +
      `<div class="ruler" title="在全文中的位置"><i style="left:${(100 * promise.start / graph.documents[promise.document].length).toFixed(1)}%"></i></div>`;
  };
  const card = (promise, self) => {
    const named = promise.items.filter((item) => item !== self).map(go).join(" ");
    const sectors = promise.sectors.filter((sector) => sector !== self).map(go).join(" ");
    return `<article class="card"><div class="card-head"><span class="what">${PROMISES[promise.kind]}</span>${named}</div>` +
      `${figures(promise)}${words(promise)}${where(promise)}${sectors ? `<p class="where">${sectors}</p>` : ""}</article>`;
  };

  const count = (found) => Object.entries(PROMISES).map(([kind, name]) => [name, found.filter((each) => each.kind === kind).length])
    .filter(([, number]) => number).map(([name, number]) => `${name} ${number}`).join(" · ") || "没有符合筛选的承诺";

  const section = (plan, number, found, node, limit) => {
    const own = found.filter((promise) => promise.document === number);
    if (!own.length) return "";
    const rest = own.length - limit;
    return `<section><h3>${escapeHtml(plan.place)} ${plan.year} <small>${own.length} 条</small></h3>` +
      own.slice(0, limit).map((promise) => card(promise, node.number)).join("") +
      (rest > 0 ? `<button type="button" class="all" data-all="1">再看 ${rest} 条</button>` : "") + "</section>";
  };
  const about = (node) => {
    const plan = graph.documents.find((each) => each.node === node.number);
    if (!plan) return "";
    const pillars = graph.tree.filter(([upper]) => upper === node.number).map(([, lower]) => lower);
    return `<p class="about">${[plan.title, plan.number, plan.issuer].filter(Boolean).map(escapeHtml).join("<br>")}</p>` +
      `<ol class="pillars">${pillars.filter((each) => graph.nodes[each].kind === "pillar").map((each) => `<li>${go(each)} <small>${graph.nodes[each].count}</small></li>`).join("")}</ol>`;
  };

  const show = (number, filter, limit = FIRST) => {
    const node = graph.nodes[number], found = graph.chosen(number, filter);
    element.innerHTML = `<header><span class="tag kind-${node.kind}">${KINDS[node.kind]}</span>` +
      `<button type="button" class="close" aria-label="关闭" data-close="1">✕</button><h2>${escapeHtml(node.name)}</h2><p class="count">${count(found)}</p></header>` +
      `<div class="body">${about(node)}${graph.documents.map((plan, each) => section(plan, each, found, node, limit)).join("")}</div>`;
    element.hidden = false;
  };
  const hide = () => { element.hidden = true; };

  const listen = (select, again) => element.addEventListener("click", (event) => {
    const target = event.target.closest("button");
    if (!target) return;
    if (target.dataset.close) select(null);
    else if (target.dataset.all) again(Infinity);
    else select(+target.dataset.go, true);
  });
  return { show, hide, listen, figures, words, count };
})();
