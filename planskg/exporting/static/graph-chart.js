"use strict";
// The picture itself: how nodes, links and labels look in each state.
const picture = (() => {
  const element = document.getElementById("picture");
  const chart = echarts.init(element, null, { renderer: "canvas" });
  const SHAPES = { plan: "circle", pillar: "circle", project: "roundRect", indicator: "circle", sector: "diamond" };
  const CLOSE = 1.7; // from this zoom on labels are given in full
  let zoom = 1;

  const tall = () => element.clientWidth < element.clientHeight * 0.95;
  const place = (node) => (tall() ? node.tall : node.wide);
  const box = (points) => [0, 1].map((axis) => [Math.min(...points.map((at) => at[axis])), Math.max(...points.map((at) => at[axis]))]);
  const span = ([least, most]) => Math.max(most - least, 60);
  const room = () => [element.clientWidth - 220, element.clientHeight - 220];
  // Pixels for a unit of the layout while the whole is in view; symbols and letters shrink with it, to a degree.
  const scale = () => { const whole = box(graph.nodes.map(place)); return Math.min(...room().map((side, axis) => Math.max(side, 120) / span(whole[axis]))); };
  let fitted = 1;
  const fit = () => fitted;
  const measure = () => { fitted = Math.max(0.3, Math.min(1.15, scale() / (tall() ? 0.3 : 0.48))); };

  const size = (node) => {
    const grown = Math.sqrt(node.count);
    const sizes = { plan: 60, pillar: node.depth === 1 ? Math.min(26, 8 + grown * 1.5) : Math.min(14, 5 + grown * 1.2), sector: Math.min(24, 7 + grown * 1.3) };
    return (sizes[node.kind] ?? 5 + Math.min(7, grown * 1.4)) * fit();
  };

  const clip = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  const wording = (node) => {
    if (node.kind === "plan") {
      const plan = graph.documents.find((each) => each.node === node.number);
      return plan.place ? `${plan.place}\n${plan.year}` : clip(node.name, 8);
    }
    if (zoom >= CLOSE) return clip(node.name, node.kind === "pillar" ? 16 : 30);
    if (node.kind === "pillar") return clip(node.name.split(/[，、]/)[0], node.depth === 1 ? 7 : 6);
    return clip(node.name, node.radial ? (tall() ? 8 : 11) : 9);
  };

  // A radial label starts at its node and runs outward; left of the centre it is turned so that it stays upright.
  const direction = (node) => {
    const gap = size(node) / 2 + 4;
    if (node.kind === "plan") return { position: "inside", align: "center" };
    if (!node.radial) return { position: "right", distance: 6 };
    const left = node.angle > 90 && node.angle < 270;
    return {
      position: "inside", verticalAlign: "middle", align: left ? "right" : "left",
      rotate: left ? 180 - node.angle : -node.angle,
      padding: left ? [0, gap, 0, 0] : [0, 0, 0, gap],
    };
  };

  const label = (node, colors, shown) => {
    const main = node.kind === "plan" && size(node) * Math.max(1, zoom) ** 0.6 > 42, hub = node.kind === "plan", head = node.kind === "pillar" && node.depth === 1;
    return {
      show: shown, formatter: wording(node), color: main ? colors.onPlan : node.kind === "pillar" ? colors.pillar : colors.ink,
      fontSize: (hub ? 13 : head ? 12 : node.kind === "sector" ? 11.3 : 10.8) * Math.max(0.86, Math.min(1, fit())), lineHeight: hub ? 17 : undefined,
      fontWeight: hub || head ? 600 : 400, fontFamily: theme.font,
      textBorderColor: main ? "transparent" : colors.paper, textBorderWidth: main ? 0 : 2,
      ...direction(node),
    };
  };

  const drawNode = (node, state, colors) => {
    const lit = state.lit(node.number), color = colors[node.kind];
    const hollow = node.kind === "pillar" && node.depth > 1;
    const [x, y] = place(node);
    return {
      id: String(node.number), name: node.name, x, y, symbol: SHAPES[node.kind], symbolSize: size(node),
      itemStyle: {
        color: hollow ? colors.paper : color, opacity: lit ? 1 : 0.12,
        borderColor: node.number === state.selected ? colors.ink : hollow ? color : colors.paper,
        borderWidth: node.number === state.selected ? 2.5 : hollow ? 1.6 : 1,
      },
      label: label(node, colors, lit), cursor: "pointer",
      emphasis: { label: { show: true, formatter: clip(node.name, 30), fontWeight: 600 } },
    };
  };

  const WEIGHTS = { tree: [0.42, 1.1], cross: [0.28, 0.9], sector: [0.07, 0.7] };
  const drawLink = (link, state, colors) => {
    const [opacity, width] = WEIGHTS[link.kind];
    const lit = state.lit(link.source) && state.lit(link.target);
    const chosen = state.selected !== null && lit && state.follows(link);
    const quiet = state.selected !== null && link.kind === "sector" && !chosen;
    const target = graph.nodes[link.target];
    return {
      source: String(link.source), target: String(link.target),
      lineStyle: {
        color: colors[target.kind], width: chosen ? 1.4 : width,
        opacity: (!lit || quiet ? 0.03 : chosen ? 0.7 : opacity) * (tall() && !chosen && link.kind !== "tree" ? 0.5 : 1), curveness: link.kind === "tree" ? 0 : 0.16,
      },
    };
  };

  const tip = (node, filter) => {
    const found = graph.chosen(node.number, filter);
    const shown = found.slice(0, 3).map((each) => `<div class="tip-row">${panel.figures(each)}${panel.words(each, 46)}</div>`);
    const more = found.length > 3 ? `<div class="tip-more">另有 ${found.length - 3} 条，点按查看</div>` : "";
    const body = node.kind === "project" || node.kind === "indicator" ? shown.join("") + more : `<div class="tip-more">${panel.count(found)}</div>`;
    return `<div class="tip"><b class="kind-${node.kind}">${KINDS[node.kind]}</b> <strong>${escapeHtml(node.name)}</strong>${body}</div>`;
  };

  const palette = () => {
    const names = ["paper", "surface", "ink", "soft", "line", ...Object.keys(KINDS)];
    return { ...Object.fromEntries(names.map((name) => [name, theme.color(name)])), onPlan: theme.color("on-plan") };
  };

  const draw = (state) => {
    measure();
    const colors = palette(), shown = new Set(graph.nodes.filter((node) => !state.off.has(node.kind)).map((node) => node.number));
    const nodes = graph.nodes.filter((node) => shown.has(node.number));
    const links = graph.links.filter((link) => shown.has(link.source) && shown.has(link.target));
    const edge = (tall() ? [84, 104, 84, 150] : [138, 112, 138, 124])
      .map((side, number) => Math.min(side, 0.17 * (number % 2 ? element.clientHeight : element.clientWidth)));
    chart.setOption({
      animation: false, backgroundColor: "transparent", textStyle: { fontFamily: theme.font },
      tooltip: {
        confine: true, enterable: false, backgroundColor: colors.surface, borderColor: colors.line, padding: 12,
        textStyle: { color: colors.ink, fontSize: 13 }, extraCssText: "max-width:360px;white-space:normal;box-shadow:var(--shadow);border-radius:10px",
        formatter: (event) => (event.dataType === "node" ? tip(graph.nodes[+event.data.id], state.filter) : ""),
      },
      series: [{
        type: "graph", layout: "none", roam: true, nodeScaleRatio: fit() < 0.7 ? 0.6 : 0.45, scaleLimit: { min: 0.5, max: 14 },
        left: edge[0], top: edge[1], right: edge[2], bottom: edge[3], preserveAspect: true,
        labelLayout: { hideOverlap: true },
        emphasis: { focus: "adjacency", lineStyle: { opacity: 0.75, width: 1.5 } },
        blur: { itemStyle: { opacity: 0.15 }, lineStyle: { opacity: 0.03 }, label: { show: false } },
        data: nodes.map((node) => drawNode(node, state, colors)),
        links: links.map((link) => drawLink(link, state, colors)),
      }],
    });
  };

  const roam = (factor) => {
    if (factor) chart.dispatchAction({ type: "graphRoam", seriesIndex: 0, zoom: factor, originX: element.clientWidth / 2, originY: element.clientHeight / 2 });
    else { chart.setOption({ series: [{ center: null, zoom: 1 }] }); zoom = 1; }
  };
  // Bring a node into view with what is lit about it; what reaches everywhere is seen best in the whole.
  const goTo = (node, lit) => {
    if (!graph.nodes[node].radial) return roam(0);
    const part = box(graph.nodes.filter((each) => each.radial && lit(each.number)).map(place));
    zoom = Math.max(1, Math.min(8, 1.25 / scale(), 0.8 * Math.min(...room().map((side, axis) => side / span(part[axis]))) / scale()));
    chart.setOption({ series: [{ center: part.map(([least, most]) => (least + most) / 2), zoom }] });
  };

  const listen = (redraw, select) => {
    chart.on("graphroam", () => {
      const before = zoom;
      zoom = chart.getOption().series[0].zoom;
      if (before >= CLOSE !== zoom >= CLOSE) redraw();
    });
    chart.on("click", (event) => event.dataType === "node" && select(+event.data.id));
    chart.getZr().on("click", (event) => event.target || select(null));
    new ResizeObserver(() => { chart.resize(); redraw(); }).observe(element);
  };
  return { draw, roam, goTo, listen };
})();
