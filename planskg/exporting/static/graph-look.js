"use strict";
// How spots look: colours by kind, community, stage or firmness; sizes by what a node holds or how it is linked.
const look = (() => {
  const SHAPES = { project: "roundRect", pledge: "roundRect", sector: "diamond", place: "triangle", action: "rect", aim: "emptyCircle" };
  const HUES = 11; // communities with a colour of their own; the smaller ones share another
  const OF = { target: "indicator", aim: "indicator", pledge: "project", observation: "indicator" };
  let palette = {}, peaks = {};

  const mix = (left, right, share) => `color-mix(in oklab, ${left} ${Math.round(share * 100)}%, ${right})`;
  const solid = (() => {
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const known = new Map();
    return (name) => { // what CSS can mix, the picture's own colours cannot
      if (!known.has(name)) {
        brush.fillStyle = name;
        brush.fillRect(0, 0, 1, 1);
        known.set(name, `rgb(${[...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).join(",")})`);
      }
      return known.get(name);
    };
  })();
  const refresh = () => {
    const names = ["paper", "surface", "ink", "soft", "faint", "line", "plan", "pillar", "project", "indicator", "sector", "place", "action", "on-plan"];
    palette = Object.fromEntries(names.map((name) => [name, theme.color(name)]));
    palette.groups = Array.from({ length: HUES }, (_, number) => theme.color(`group-${number}`));
    for (const field of ["stage", "firmness"]) {
      const most = Math.max(1, graph.words[field].size - 1);
      palette[field] = [...graph.words[field]].map((_, rank) => solid(mix(palette.ink, mix(palette.project, palette.paper, 0.25 + 0.75 * Math.min(1, rank / most * 1.4)), Math.max(0, rank / most - 0.7))));
    }
    peaks = Object.fromEntries(["count", "degree", "between"].map((name) => [name, Math.max(1e-9, ...graph.nodes.filter((node) => node.kind !== "plan").map((node) => node[name] ?? 0))]));
  };
  const ofKind = (kind) => palette[OF[kind] ?? kind];

  // A promise belongs to the community of what it is about.
  const community = (thing) => thing.community ?? graph.nodes[thing.promise?.items[0] ?? thing.promise?.pillar]?.community ?? Infinity;
  // Which class of the legend a thing belongs to: null for one that the colouring says nothing of.
  const classOf = (thing, colour) => {
    if (colour === "community") return Math.min(HUES, community(thing));
    const rank = ["plan", "sector", "pillar", "place", "indicator"].includes(thing.kind) ? -1 : graph.furthest(thing.id, colour);
    return rank < 0 ? null : rank;
  };
  const color = (thing, colour) => {
    if (colour === "kind") return ofKind(thing.kind);
    const found = classOf(thing, colour);
    return (colour === "community" ? palette.groups[found] : found === null ? null : palette[colour][found]) ?? palette.faint;
  };
  // Classes that a colouring has, as { key, color, name }.
  const classes = (colour) => {
    if (colour === "kind") return [];
    if (colour !== "community") return [...graph.words[colour].keys()].map((notation, rank) => ({ key: rank, color: palette[colour][rank], name: graph.word(colour, notation) }));
    const heads = [];
    for (const node of graph.nodes) {
      const own = node.community;
      if (own < HUES && node.kind !== "plan" && (heads[own] === undefined || node.degree > heads[own].degree)) heads[own] = node;
    }
    const named = heads.map((head, key) => ({ key, color: palette.groups[key], name: labels.clip(head.name, 6) }));
    return graph.nodes.some((node) => node.community >= HUES) ? [...named, { key: HUES, color: palette.faint, name: say("other") }] : named;
  };

  // The size of a spot in units of the layout.
  const size = (thing, form, by) => {
    if (thing.promise) return form === "matrix" ? 7 : 6;
    if (by !== "count") return 5 + 24 * Math.sqrt((thing[by] ?? 0) / peaks[by]);
    const grown = Math.sqrt(thing.count);
    if (form !== "rings") return thing.kind === "plan" ? 15 : Math.min(13, 6 + grown * 0.5);
    const sizes = { plan: 104, pillar: thing.depth === 1 ? Math.min(34, 10 + grown * 2) : Math.min(18, 6 + grown * 1.5), sector: Math.min(30, 9 + grown * 1.2) };
    return sizes[thing.kind] ?? 7 + Math.min(9, grown * 1.8);
  };
  return { refresh, color, ofKind, classes, classOf, size, shape: (kind) => SHAPES[kind] ?? "circle", palette: () => palette };
})();
