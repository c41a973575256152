"use strict";
// Charts from plain data: bars, dots side by side, bubbles on a grid; drawn as SVG so that they print sharply.
(() => {
  const { charts } = JSON.parse(document.getElementById("data").textContent);
  const COLORS = { 目标: "indicator", 项目: "project", 要求: "pillar", 举措: "sector" };
  const PLANS = ["plan", "pillar", "project", "indicator", "sector"];
  const ROW = 25, BAR = 11;
  const clip = (text) => (text.length > 20 ? `${text.slice(0, 19)}…` : text);
  const narrow = () => document.body.clientWidth < 700;
  const lines = (rows) => rows.map(escapeHtml).join("<br>");
  const color = (chart, number) => {
    const { name, color: given } = chart.series[number];
    return given?.startsWith("#") ? given : theme.color(given ?? COLORS[name] ?? PLANS[number % PLANS.length]);
  };

  const common = (chart) => ({
    animation: false, backgroundColor: "transparent", textStyle: { fontFamily: theme.font },
    grid: { left: 4, right: 34, top: chart.series.length ? 30 : 8, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: {
      show: chart.series.length > 0, type: "scroll", top: 0, left: 0, itemWidth: 10, itemHeight: 10, icon: "roundRect",
      textStyle: { color: theme.color("soft"), fontSize: 13 }, pageTextStyle: { color: theme.color("soft") },
    },
    tooltip: {
      confine: true, backgroundColor: theme.color("surface"), borderColor: theme.color("line"),
      textStyle: { color: theme.color("ink"), fontSize: 13 }, extraCssText: "max-width:440px;white-space:normal",
    },
    yAxis: {
      type: "category", inverse: true, data: chart.names, axisTick: { show: false }, axisLine: { lineStyle: { color: theme.color("line") } },
      axisLabel: { color: theme.color("ink"), fontSize: 13, interval: 0, formatter: (name) => (narrow() && name.length > 9 ? `${name.slice(0, 8)}…` : clip(name)) },
    },
  });

  const drawBars = (chart) => {
    const base = common(chart);
    const last = (name, row) => chart.series.filter((each) => each.data[row]).at(-1)?.name === name;
    const total = (row) => chart.series.reduce((sum, each) => sum + each.data[row], 0);
    return {
      ...base,
      tooltip: {
        ...base.tooltip, trigger: "axis", axisPointer: { type: "shadow" },
        formatter: (rows) => `<b>${escapeHtml(chart.names[rows[0].dataIndex])}</b>` +
          rows.map((row) => `<br>${row.marker}${escapeHtml(row.seriesName)} ${row.value}`).join(""),
      },
      xAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false }, minInterval: 1 },
      series: chart.series.map((each, number) => ({
        type: "bar", name: each.name, data: each.data, stack: chart.stacked ? "all" : undefined, barMaxWidth: chart.stacked ? 14 : BAR, barGap: "15%",
        itemStyle: { color: color(chart, number), borderRadius: chart.stacked ? 0 : [0, 2, 2, 0] },
        label: {
          show: true, position: "right", color: theme.color("soft"), fontSize: 12,
          formatter: ({ dataIndex, value }) => (chart.stacked ? (last(each.name, dataIndex) ? String(total(dataIndex)) : "") : value ? String(value) : ""),
        },
      })),
    };
  };

  // One line a dot, a thick stroke for a range, an empty line between rows; where plans are more than colours, words name them.
  const dotLines = (chart) => chart.points.flatMap((point, at) => (point.order === 0 && at ? [null, point] : [point]));
  const drawDots = (chart) => {
    const base = common(chart), lines = dotLines(chart), many = chart.series.length > PLANS.length;
    const tint = (number) => (many ? theme.color("project") : color(chart, number));
    const words = (point) => (many ? `${point.words}　${chart.series[point.series].name}` : point.words);
    const render = (params, api) => {
      const point = lines[api.value(1)], fill = tint(point.series);
      const [zero, from, to] = [point.zero, point.from, point.to].map((value) => api.coord([value, 0])[0]);
      const y = api.coord([0, api.value(1)])[1];
      const disc = (x) => ({ type: "circle", shape: { cx: x, cy: y, r: 4.5 }, style: { fill } });
      return {
        type: "group", children: [
          { type: "line", silent: true, shape: { x1: zero, y1: y, x2: from, y2: y }, style: { stroke: theme.color("line") } },
          { type: "line", shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: fill, lineWidth: 3 } },
          disc(from), ...(to === from ? [] : [disc(to)]),
          { type: "text", style: { text: clip(words(point)), x: to + 9, y, verticalAlign: "middle", fill: theme.color("soft"), fontSize: 12 } },
        ],
      };
    };
    return {
      ...base,
      legend: { ...base.legend, show: !many },
      grid: { ...base.grid, top: many ? 8 : 30, right: (narrow() ? 90 : 130) + (many ? 110 : 0) },
      tooltip: {
        ...base.tooltip,
        formatter: ({ data: [, line] }) => `<b>${escapeHtml(chart.names[lines[line].row])}</b><br>${escapeHtml(chart.series[lines[line].series].name)} ${escapeHtml(lines[line].words)}`,
      },
      xAxis: { type: "value", min: 0, max: 1, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: { ...base.yAxis, data: lines.map((point) => (point?.order === 0 ? chart.names[point.row] : "")) },
      series: chart.series.map((each, number) => ({
        type: "custom", name: each.name, renderItem: render, itemStyle: { color: tint(number) },
        data: lines.flatMap((point, line) => (point?.series === number ? [[point.from, line]] : [])),
      })),
    };
  };

  const drawBubbles = (chart) => {
    const base = common(chart), most = Math.max(...chart.points.map((point) => point.count));
    return {
      ...base,
      grid: { ...base.grid, top: 34 },
      tooltip: {
        ...base.tooltip,
        formatter: ({ data }) => {
          const point = chart.points[data[2]];
          return `<b>${escapeHtml(chart.names[point.row])} ${escapeHtml(chart.columns[point.column])}：${point.count}</b><br>${lines(point.items)}`;
        },
      },
      xAxis: { type: "category", position: "top", data: chart.columns, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: theme.color("soft"), fontSize: 13 } },
      yAxis: { ...base.yAxis, splitLine: { show: true, lineStyle: { color: theme.color("line") } } },
      series: [{
        type: "scatter", data: chart.points.map((point, at) => [point.column, point.row, at]), itemStyle: { color: theme.color("project"), opacity: 0.8 },
        symbolSize: (data) => Math.max(4, 30 * Math.sqrt(chart.points[data[2]].count / most)),
        label: { show: true, position: "right", color: theme.color("soft"), fontSize: 12, formatter: ({ data }) => String(chart.points[data[2]].count) },
      }],
    };
  };

  const FORMS = { bars: drawBars, dots: drawDots, bubbles: drawBubbles };
  const height = (chart) => {
    if (chart.form === "dots") return 44 + dotLines(chart).length * 16;
    const bars = chart.stacked || chart.form === "bubbles" ? 1 : chart.series.length;
    return 40 + chart.names.length * Math.max(chart.form === "bubbles" ? 32 : ROW, bars * (BAR + 3) + 9);
  };

  const drawn = Object.entries(charts).map(([id, chart]) => {
    const element = document.getElementById(id);
    element.style.height = `${height(chart)}px`;
    return [echarts.init(element, null, { renderer: "svg" }), chart];
  });
  const draw = () => drawn.forEach(([instance, chart]) => { instance.resize(); instance.setOption(FORMS[chart.form ?? "bars"](chart), true); });
  theme.onChange(draw);
  addEventListener("resize", draw);
  let before;
  addEventListener("beforeprint", () => { before = document.documentElement.dataset.theme; theme.set("light"); });
  addEventListener("afterprint", () => theme.set(before));
  draw();
})();
