"use strict";
// The picture itself: the spots of a sheet, the links between them and the labels that have room.
const picture = (() => {
  const element = document.getElementById("canvas");
  const chart = echarts.init(element, null, { renderer: "canvas", width: 10, height: 10 });
  const LETTER = 13; // of the layout
  const BENT = 24; // a list's branch longer than this leads to another column, and is not drawn
  let sheet = { ids: [] }, form = "rings", points = [], shown = [], hover = null;

  const tall = () => { const [width, height] = camera.size(); return width < height * 0.95; };
  const thing = (spot) => graph.things[sheet.ids[spot]];
  const take = (view, number) => {
    sheet = view.sheets[number] ?? { ids: [], above: [], wide: [], tall: [], rooms: [], angles: [], links: [] };
    form = view.form;
    arrange();
  };
  const arrange = () => { const flat = tall() ? sheet.tall : sheet.wide; points = sheet.ids.map((_, spot) => [flat[2 * spot], flat[2 * spot + 1]]); };
  const room = (spot) => Math.min(sheet.rooms[spot], LETTER * labels.width(thing(spot).name) + 8);
  const bounds = (spots = sheet.ids.keys()) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const spot of spots) {
      const angle = (sheet.angles[spot] ?? 0) * Math.PI / 180, reach = form === "rings" ? 30 : room(spot);
      for (const [x, y] of [points[spot], [points[spot][0] + reach * Math.cos(angle), points[spot][1] + reach * Math.sin(angle)]]) {
        box.splice(0, 4, Math.min(box[0], x - 8), Math.min(box[1], y - 10), Math.max(box[2], x + 8), Math.max(box[3], y + 10));
      }
    }
    return box[0] === Infinity ? [0, 0, 100, 100] : box;
  };
  // Letters of rings keep their size, so their edge does; a list or matrix that would be too small to read is shown in part.
  const EDGES = { rings: 105, columns: 26, matrix: 26 }, LEAST = { rings: 0, columns: 0.45, matrix: 0.6 };
  const home = () => camera.fit(bounds(), { edge: EDGES[form], least: tall() && form !== "rings" ? 0.82 : LEAST[form] });

  // -- Labels ----------------------------------------------------------------------------------------------------------

  const font = (node, scale) => {
    const least = form === "rings" ? 10.5 : 8.5;
    const grown = form === "rings" ? (node.kind === "pillar" && node.depth === 1 ? 18 : node.kind === "sector" ? 17 : 15) : LETTER;
    return Math.max(least, Math.min(form === "rings" ? 14 : 15, grown * scale));
  };
  const WEIGHTS = { plan: 9, sector: 6, place: 6, pillar: 5, indicator: 3, project: 3 };
  const weigh = (spot, state) => {
    const node = thing(spot);
    const head = node.depth === 1 && node.kind === "pillar" ? 2 : 0;
    return (spot === state.cursor || node.id === state.selected ? 100 : 0) + (state.lit(node.id) ? 20 : 0) + (WEIGHTS[node.kind] ?? 1) + head + Math.min(0.9, node.count / 100);
  };
  const wording = (node) => (form === "matrix" && node.promise ? node.promise.quote : node.name);
  const labelOf = (spot, radius, state, scale) => {
    const node = thing(spot), angle = sheet.angles[spot], centred = node.kind === "plan" && form === "rings";
    // A plan's name stands on its disc where letters of some size fit it, else over it.
    const fitting = Math.min(22, 1.8 * radius / Math.hypot(labels.width(node.name.split(" ")[0]), 2.3)), inside = centred && fitting >= 8.5;
    const size = inside ? fitting : centred ? 12 : font(node, scale), marked = spot === state.cursor || node.id === state.selected;
    const least = form === "rings" ? (scale > 0.75 ? 30 : node.kind === "pillar" ? 7 : tall() ? 8 : 11) : 0;
    const spare = node.kind === "plan" ? 20 : marked && form === "rings" ? 40 : Math.max(least, form === "rings" ? 0 : (sheet.rooms[spot] * scale - radius - 6) / size);
    if (spare < 4 || (form === "rings" && node.kind !== "plan" && !state.lit(node.id))) return null;
    const text = centred ? node.name.replace(/ (?=\d+$)/, "\n") : labels.clip(form === "rings" && node.kind === "pillar" && scale <= 0.75 ? node.name.split(/[，、]/)[0] : wording(node), spare);
    const length = Math.max(...text.split("\n").map(labels.width)) * size, gap = radius + 4;
    const turn = (angle ?? 0) * Math.PI / 180, [x, y] = camera.onCanvas(...points[spot]);
    const box = centred ? { x: x - length / 2, y, length, height: size * 2.1, angle: 0 }
      : { x: x + (gap - 1) * Math.cos(turn), y: y + (gap - 1) * Math.sin(turn), length: length + 2, height: size * (form === "columns" ? 0.75 : form === "rings" ? 1.1 : 0.98), angle: turn };
    return { spot, text, size, gap, centred, inside, weight: weigh(spot, state), box };
  };
  // A radial label starts at its node and runs outward; left of the centre it is turned so that it stays upright.
  const direction = ({ spot, gap, centred }) => {
    const angle = sheet.angles[spot];
    if (centred) return { position: "inside", align: "center", verticalAlign: "middle", rotate: 0 };
    if (angle === null) return { position: "right", distance: 5, rotate: 0 };
    const left = angle > 90 && angle < 270;
    return { position: "inside", verticalAlign: "middle", align: left ? "right" : "left", rotate: left ? 180 - angle : -angle, padding: left ? [0, gap, 0, 0] : [0, 0, 0, gap] };
  };
  const drawLabel = (found, state) => {
    const node = thing(found.spot), colors = look.palette(), head = node.kind === "plan" || (node.kind === "pillar" && node.depth === 1) || (form === "columns" && sheet.above[found.spot] < 0);
    return {
      show: true, formatter: () => found.text, fontSize: found.size, lineHeight: found.centred ? found.size * 1.2 : undefined, fontFamily: theme.font,
      fontWeight: head ? 600 : 400, opacity: state.lit(node.id) ? 1 : 0.35,
      color: found.inside ? colors["on-plan"] : node.kind === "pillar" && state.colour === "kind" ? colors.pillar : head && form === "columns" ? look.ofKind(node.kind) : colors.ink,
      textBorderColor: found.inside ? "transparent" : colors.paper, textBorderWidth: found.inside ? 0 : 2.5, ...direction(found),
    };
  };

  // -- Spots and links ---------------------------------------------------------------------------------------------------

  const inSight = ([x, y], [width, height], margin) => x > -margin && y > -margin && x < width + margin && y < height + margin;
  const radiusOf = (node, state, scale) => {
    const least = node.kind === "plan" ? 5 : 1.6;
    return Math.max(least, look.size(node, form, state.size) * Math.min(scale, form === "rings" ? 1.2 : 1.3) / 2);
  };
  const drawSpot = (spot, state, label) => {
    const node = thing(spot), lit = state.lit(node.id), colors = look.palette(), color = look.color(node, state.colour);
    const hollow = node.kind === "pillar" && node.depth > 1, marked = spot === state.cursor || node.id === state.selected;
    const radius = radiusOf(node, state, camera.scale());
    return {
      value: points[spot], spot, symbol: look.shape(node.kind).replace("emptyCircle", "circle"), symbolSize: 2 * radius,
      itemStyle: {
        color: hollow || node.kind === "aim" ? colors.paper : color, opacity: lit ? 1 : 0.14,
        borderColor: marked ? colors.ink : hollow || node.kind === "aim" ? color : colors.paper, borderWidth: marked ? 2.5 : radius < 3 ? 0.6 : hollow ? 1.6 : 1,
      },
      label: label ? drawLabel(label, state) : { show: false }, z: marked ? 5 : 2,
    };
  };

  const CURVE = { rings: 0.16, columns: 0, matrix: 0 };
  const path = (link) => {
    const [from, to] = [points[link.source], points[link.target]];
    if (!link.tree || form === "rings") return [from, to];
    return [from, [form === "columns" ? from[0] : to[0], form === "columns" ? to[1] : from[1]], to];
  };
  const allLinks = () => [
    ...sheet.above.map((source, target) => ({ source, target, tree: true })).filter(({ source }) => source >= 0),
    ...sheet.links.map(([source, target]) => ({ source, target, tree: false })),
  ];
  const drawable = ({ source, target, tree }, state) => {
    if (state.off.has(thing(source).kind) || state.off.has(thing(target).kind)) return false;
    if (form !== "columns" || !tree) return form !== "matrix" || tree || thing(source).id === state.selected;
    return points[target][0] - points[source][0] < BENT && points[target][1] > points[source][1];
  };
  // Links that look alike are drawn as one path, so that thousands cost no more than a few.
  const bundles = (state) => {
    const found = new Map();
    const step = (link) => {
      const ends = [thing(link.source).id, thing(link.target).id], lit = ends.every(state.lit);
      if (!lit) return "dim";
      if (state.selected === null) return "plain";
      return ends.includes(state.selected) || link.tree ? "chosen" : "plain";
    };
    for (const link of allLinks()) {
      if (!drawable(link, state)) continue;
      const target = thing(link.target), faint = target.kind === "sector" && !link.tree;
      const key = [form === "matrix" ? look.palette().line : look.color(target, state.colour), step(link), faint, link.tree].join("|");
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(path(link));
    }
    return found;
  };
  const OPACITY = { tree: 0.5, cross: 0.26, faint: 0.09 };
  const drawBundle = ([key, paths]) => {
    const [color, step, faint, tree] = key.split("|");
    const crowd = form === "rings" && tree === "false" ? Math.max(0.3, Math.min(1, 700 / sheet.links.length)) : 1;
    const base = (tree === "true" ? OPACITY.tree : faint === "true" ? OPACITY.faint : OPACITY.cross) * (form === "rings" ? crowd : form === "matrix" ? 2 : 0.75);
    return {
      type: "lines", coordinateSystem: "cartesian2d", polyline: tree === "true", large: true, largeThreshold: 0, progressive: 0, silent: true, animation: false, z: 1,
      data: Float64Array.from(paths.flatMap((points) => [points.length, ...points.flat()])),
      lineStyle: { color, width: step === "chosen" ? 1.5 : 1, opacity: step === "dim" ? 0.03 : step === "chosen" ? 0.75 : base, curveness: tree === "true" ? 0 : CURVE[form] },
    };
  };

  const draw = (state) => {
    const size = camera.size().map((side) => side + 2 * camera.margin()), scale = camera.scale();
    if (chart.getWidth() !== size[0] || chart.getHeight() !== size[1]) chart.resize({ width: size[0], height: size[1], silent: true });
    look.refresh();
    shown = [...sheet.ids.keys()].filter((spot) => !state.off.has(thing(spot).kind) && inSight(camera.onCanvas(...points[spot]), size, 200));
    const wanted = shown.map((spot) => labelOf(spot, radiusOf(thing(spot), state, scale), state, scale)).filter(Boolean);
    const chosen = new Map(labels.choose(wanted).map((row) => [row.spot, row]));
    const corner = [camera.now.x - size[0] / 2 / scale, camera.now.y - size[1] / 2 / scale];
    const axis = (at, side) => ({ type: "value", show: false, min: corner[at], max: corner[at] + side / scale });
    chart.setOption({
      animation: false, backgroundColor: "transparent", grid: { left: 0, top: 0, right: 0, bottom: 0, containLabel: false },
      xAxis: axis(0, size[0]), yAxis: { ...axis(1, size[1]), inverse: true },
      series: [
        ...[...bundles(state)].map(drawBundle),
        { type: "scatter", coordinateSystem: "cartesian2d", clip: false, animation: false, progressive: 0, z: 3, cursor: "pointer", data: shown.map((spot) => drawSpot(spot, state, chosen.get(spot))) },
      ],
    }, { notMerge: true, silent: true });
    chart.getZr().flush();
  };

  // -- What the reader points at -----------------------------------------------------------------------------------------

  const near = (spot) => allLinks().filter((link) => link.source === spot || link.target === spot);
  const halo = (spot) => {
    if (hover) chart.getZr().remove(hover);
    hover = null;
    if (spot === null || form === "columns") return;
    hover = new echarts.graphic.Group({ silent: true, zlevel: 1 });
    for (const link of near(spot)) {
      const shape = { points: path(link).map((at) => camera.onCanvas(...at)) };
      hover.add(new echarts.graphic.Polyline({ shape, zlevel: 1, silent: true, style: { stroke: look.ofKind(thing(link.target).kind), lineWidth: 1.4, opacity: 0.8, fill: null } }));
    }
    chart.getZr().add(hover);
  };
  const spotsOf = (id) => [...sheet.ids.keys()].filter((spot) => sheet.ids[spot] === id);
  const framed = (spot) => {
    const [x, y] = camera.onFrame(...points[spot]), [width, height] = camera.size();
    return x > 20 && y > 20 && x < width - 80 && y < height - 40;
  };
  // Bring spots into view, with all that is lit about them where that is not too much to read.
  const goTo = (id, lit) => {
    const [spot] = spotsOf(id);
    if (spot === undefined) return;
    if (form === "rings") {
      if (sheet.angles[spot] === null && thing(spot).kind !== "plan") { home(); return; }
      camera.fit(bounds([...sheet.ids.keys()].filter((each) => lit(sheet.ids[each]) && sheet.angles[each] !== null)), { most: 1.1 });
      return;
    }
    if (camera.now.scale > 0.5 && framed(spot)) return;
    Object.assign(camera.now, { x: points[spot][0] + 150, y: points[spot][1], scale: Math.max(camera.now.scale, 0.9) });
    camera.rest();
  };
  const inView = (spot) => {
    const [x, y] = camera.onFrame(...points[spot]), [width, height] = camera.size();
    if (!framed(spot)) camera.pan(width / 2 - x, height / 2 - y);
  };
  // The nearest spot in a direction, as one sees it.
  const beside = (spot, [dx, dy], state) => {
    const rows = [...sheet.ids.keys()].filter((each) => !state.off.has(thing(each).kind) && state.lit(sheet.ids[each]));
    if (spot === null || spot === undefined) return rows[0] ?? null;
    let best = null, least = Infinity;
    for (const each of rows) {
      const x = points[each][0] - points[spot][0], y = points[each][1] - points[spot][1];
      const along = x * dx + y * dy, across = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 0.5 || across > along * 2.5) continue;
      if (along + 2.5 * across < least) [best, least] = [each, along + 2.5 * across];
    }
    return best ?? spot;
  };

  const listen = (select, point) => {
    let dragged = false;
    chart.on("click", (event) => event.data?.spot !== undefined && select(sheet.ids[event.data.spot], event.data.spot));
    chart.on("mouseover", (event) => { if (event.data?.spot !== undefined) { halo(event.data.spot); point(event.data.spot, event.event.event); } });
    chart.on("mouseout", () => { halo(null); point(null); });
    chart.getZr().on("mousedown", (event) => { dragged = [event.event.clientX, event.event.clientY]; });
    chart.getZr().on("click", (event) => event.target || Math.hypot(event.event.clientX - dragged[0], event.event.clientY - dragged[1]) > 5 || select(null));
  };
  return {
    take, arrange, draw, home, goTo, inView, beside, listen, thing, spotsOf,
    kinds: () => new Set(sheet.ids.map((id) => graph.things[id].kind)), at: (spot) => camera.onFrame(...points[spot]),
    counts: (kind) => new Set(sheet.ids.filter((id) => graph.things[id].kind === kind)).size, empty: () => sheet.ids.length === 0,
  };
})();
