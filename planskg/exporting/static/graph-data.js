"use strict";
// The data of the page with its look-ups: what each node holds, and what the filters leave of it.
const graph = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, promises, documents } = data;
  const words = Object.fromEntries(Object.entries(data.words).map(([name, rows]) => [name, new Map(rows.map(([notation, ...names]) => [notation, names]))]));

  // Offsets count code points; JavaScript counts otherwise, so each text is cut once into what Python calls characters.
  for (const plan of documents) {
    plan.letters = /[\ud800-\udfff]/.test(plan.text) ? [...plan.text] : null;
    plan.length = (plan.letters ?? plan.text).length;
    plan.breaks = [];
    for (let at = 0; at < plan.length; at += 1) if ((plan.letters ?? plan.text)[at] === "\n") plan.breaks.push(at);
  }
  const cut = (number, start, end) => {
    const { letters, text } = documents[number];
    return letters ? letters.slice(start, end).join("") : text.slice(start, end);
  };
  const lineOf = (number, at) => 1 + documents[number].breaks.filter((each) => each < at).length;
  const paragraph = (number, { start, end }) => {
    const { breaks, length } = documents[number];
    return [Math.max(-1, ...breaks.filter((each) => each < start)) + 1, Math.min(length, ...breaks.filter((each) => each >= end))];
  };

  const tree = data.views[0].sheets[0] ?? { ids: [], above: [], links: [] };
  const parent = new Map(tree.ids.map((id, spot) => [id, tree.ids[tree.above[spot]]]));
  const above = (node) => (parent.get(node) === undefined ? [] : [...above(parent.get(node)), parent.get(node)]);

  const held = nodes.map(() => []);
  promises.forEach((promise, number) => {
    const quote = cut(promise.document, promise.start, promise.end);
    Object.assign(promise, { number, id: nodes.length + number, quote, path: [...above(promise.pillar), promise.pillar], kinds: promise.kind });
    [...promise.path, ...promise.items, ...promise.sectors, ...promise.places].forEach((node) => held[node].push(promise));
  });
  nodes.forEach((node, id) => Object.assign(node, { id, depth: above(id).length }));

  // A thing is a node or a promise: ids of promises come after those of nodes.
  const things = [...nodes, ...promises.map((promise) => ({
    id: promise.id, key: nodes[documents[promise.document].node].key + promise.key, promise, count: 1,
    kind: promise.kind === "project" ? "pledge" : promise.kind, name: promise.label ?? promise.quote.replaceAll("\n", ""),
  }))];
  // Names in the language that is spoken, where the vocabularies have one; the other is searched as well.
  const speak = (number) => things.forEach((thing) => {
    thing.names ??= [thing.name, thing.english ?? thing.name];
    [thing.name, thing.alias] = number ? thing.names.toReversed() : thing.names;
  });
  speak(0);
  const byKey = new Map(things.map((thing) => [thing.key, thing]));

  const FIELDS = { document: "document", pillar: "path", sectors: "sectors", kind: "kind", stage: "stage", firmness: "firmness" };
  const matches = (promise, filter) => Object.entries(filter).every(([field, wanted]) => {
    const own = promise[FIELDS[field]];
    return Array.isArray(own) ? own.includes(+wanted) : String(own) === wanted;
  });
  const reached = (found) => new Set(found.flatMap((each) => [each.id, ...each.path, ...each.items, ...each.sectors, ...each.places]));
  const rank = (field, notation) => [...words[field].keys()].indexOf(notation);

  return {
    ...data, words, things, byKey, above, matches, reached, speak, cut, lineOf, paragraph, FIELDS,
    holds: (id) => (id < nodes.length ? held[id] : [promises[id - nodes.length]]),
    chosen: (id, filter) => graph.holds(id).filter((promise) => matches(promise, filter)),
    word: (name, notation) => words[name].get(notation)?.[speech.number()] ?? notation,
    // The furthest stage, or the firmest word, of all that a thing holds; -1 where none is said.
    furthest: (id, field) => Math.max(-1, ...graph.holds(id).map((promise) => rank(field, promise[field]))),
  };
})();
