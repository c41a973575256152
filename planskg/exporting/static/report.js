"use strict";
// The charts: level bars, drawn as SVG so that they print sharply.
(() => {
  const { charts } = JSON.parse(document.getElementById("data").textContent);
  const COLORS = { 目标: "indicator", 项目: "project", 要求: "pillar", 举措: "sector" };
  const PLANS = ["plan", "pillar", "project", "indicator", "sector"];
  const ROW = 25, BAR = 11;
  const clip = (text) => (text.length > 20 ? `${text.slice(0, 19)}…` : text);

  const option = (chart) => {
    const ink = theme.color("ink"), soft = theme.color("soft"), line = theme.color("line");
    const narrow = document.body.clientWidth < 700;
    const last = (name, row) => chart.series.filter((each) => each.data[row]).at(-1)?.name === name;
    const total = (row) => chart.series.reduce((sum, each) => sum + each.data[row], 0);
    return {
      animation: false, backgroundColor: "transparent", textStyle: { fontFamily: theme.font },
      grid: { left: 4, right: 34, top: 30, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, icon: "roundRect", textStyle: { color: soft, fontSize: 13 } },
      tooltip: {
        trigger: "axis", axisPointer: { type: "shadow" }, confine: true, backgroundColor: theme.color("surface"), borderColor: line,
        textStyle: { color: ink, fontSize: 13 },
        formatter: (rows) => `<b>${escapeHtml(chart.names[rows[0].dataIndex])}</b>` +
          rows.map((row) => `<br>${row.marker}${escapeHtml(row.seriesName)} ${row.value}`).join(""),
      },
      xAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false }, minInterval: 1 },
      yAxis: {
        type: "category", inverse: true, data: chart.names, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
        axisLabel: { color: ink, fontSize: 13, interval: 0, formatter: (name) => (narrow && name.length > 9 ? `${name.slice(0, 8)}…` : clip(name)) },
      },
      series: chart.series.map((each, number) => ({
        type: "bar", name: each.name, data: each.data, stack: chart.stacked ? "all" : undefined, barMaxWidth: chart.stacked ? 14 : BAR, barGap: "15%",
        itemStyle: { color: theme.color(COLORS[each.name] ?? PLANS[number % PLANS.length]), borderRadius: chart.stacked ? 0 : [0, 2, 2, 0] },
        label: {
          show: true, position: "right", color: soft, fontSize: 12,
          formatter: ({ dataIndex, value }) => (chart.stacked ? (last(each.name, dataIndex) ? String(total(dataIndex)) : "") : value ? String(value) : ""),
        },
      })),
    };
  };

  const drawn = Object.entries(charts).map(([id, chart]) => {
    const element = document.getElementById(id);
    const bars = chart.stacked ? 1 : chart.series.length;
    element.style.height = `${40 + chart.names.length * Math.max(ROW, bars * (BAR + 3) + 9)}px`;
    return [echarts.init(element, null, { renderer: "svg" }), chart];
  });
  const draw = () => drawn.forEach(([instance, chart]) => { instance.resize(); instance.setOption(option(chart), true); });
  theme.onChange(draw);
  addEventListener("resize", draw);
  let before;
  addEventListener("beforeprint", () => { before = document.documentElement.dataset.theme; theme.set("light"); });
  addEventListener("afterprint", () => theme.set(before));
  draw();
})();
