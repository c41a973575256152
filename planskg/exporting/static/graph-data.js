"use strict";
// The data of the page with its look-ups: what each node holds, and what the filters leave of it.
const KINDS = { plan: "计划", pillar: "支柱", project: "项目", indicator: "指标", sector: "领域" };
const PROMISES = { target: "目标", project: "项目", aim: "要求", action: "举措", observation: "表列数" };

const graph = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, promises } = data;
  const parent = new Map(data.tree.map(([upper, lower]) => [lower, upper]));
  const words = Object.fromEntries(Object.entries(data.words).map(([name, rows]) => [name, new Map(rows)]));

  const above = (node) => (parent.has(node) ? [...above(parent.get(node)), parent.get(node)] : []);
  const pathOf = (promise) => [...above(promise.pillar), promise.pillar];
  const held = nodes.map(() => []);
  promises.forEach((promise, number) => {
    promise.number = number;
    promise.path = pathOf(promise);
    [...promise.path, ...promise.items, ...promise.sectors].forEach((node) => held[node].push(promise));
  });
  nodes.forEach((node, number) => Object.assign(node, { number, depth: above(number).length, radial: node.angle !== null }));

  // One link a pair of nodes. A sector is linked to what is promised for it; those links are drawn faintly.
  const links = new Map();
  const link = (source, target, kind) => links.set(`${source}-${target}`, { source, target, kind });
  data.tree.forEach(([upper, lower]) => link(upper, lower, "tree"));
  promises.forEach((promise) => promise.items.forEach((item) => {
    if (!links.has(`${promise.pillar}-${item}`)) link(promise.pillar, item, "cross");
    promise.sectors.forEach((sector) => link(item, sector, "sector"));
  }));

  const matches = (promise, filter) => Object.entries(filter).every(([field, wanted]) =>
    Array.isArray(promise[field]) ? promise[field].includes(+wanted) : String(promise[field]) === wanted);

  const reached = (found) => new Set(found.flatMap((each) => [...each.path, ...each.items, ...each.sectors]));

  return {
    ...data, words, links: [...links.values()], held, above, matches, reached,
    chosen: (node, filter) => held[node].filter((promise) => matches(promise, filter)),
    title: (promise) => promise.items.length ? nodes[promise.items[0]].name : promise.quote,
  };
})();
