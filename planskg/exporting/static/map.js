"use strict";
// The map: half a disc for projects, half for targets, on boundaries or on empty ground; drag and wheel move it.
(() => {
  const { window: corners, stretch, ground, symbols } = JSON.parse(document.getElementById("data").textContent);
  const element = document.getElementById("map");
  const chart = echarts.init(element, null, { renderer: "svg" });
  const KINDS = [["projects", "项目", "project", -1], ["targets", "目标", "indicator", 1]];
  const bounded = ground.features.some((each) => each.geometry.type === "Polygon");
  const most = Math.max(1, ...symbols.flatMap((each) => [each.projects, each.targets]));
  const radius = (count) => Math.max(3, (element.clientWidth < 600 ? 20 : 34) * Math.sqrt(count / most));
  const reach = (each, key) => (each[key] ? radius(each[key]) : 0);
  const size = (each) => Math.max(reach(each, "projects"), reach(each, "targets"));
  const place = (each) => chart.convertToPixel("geo", each.at);
  const meets = (each, left, right, y, height) => {
    const [across, down] = place(each), own = size(each);
    return left < across + own && right > across - own && Math.abs(y - down) < own + height / 3;
  };
  // A name stands to the right of its symbol, else to the left; where it would meet the edge or larger symbols, nowhere.
  const layout = (shown) => ({ dataIndex, labelRect: { width, height } }) => {
    const own = shown[dataIndex], [x, y] = place(own), larger = symbols.filter((each) => size(each) > size(own));
    const free = (left) => left > 0 && left + width < chart.getWidth() && !larger.some((each) => meets(each, left, left + width, y, height));
    const left = [x + reach(own, "targets") + 5, x - reach(own, "projects") - 5 - width].find(free);
    return { x: left ?? -1000, y, align: "left", verticalAlign: "middle", hideOverlap: true };
  };
  const list = (name, items, count) => (count ? `<br><b>${name} ${count}</b><br>${items.map(escapeHtml).join("<br>")}${count > items.length ? "<br>…" : ""}` : "");
  const tip = ({ data }) => {
    const each = symbols[data?.number];
    return each ? `<b>${escapeHtml(each.name)}</b>` + KINDS.map(([key, name]) => list(name, each.items[key], each[key])).join("") : "";
  };
  echarts.registerMap("ground", ground);

  const draw = () => {
    const line = theme.color("line");
    chart.resize();
    chart.setOption({
      animation: false, backgroundColor: "transparent", textStyle: { fontFamily: theme.font },
      legend: { bottom: 10, left: 12, itemWidth: 10, itemHeight: 10, icon: "roundRect", textStyle: { color: theme.color("soft"), fontSize: 13 } },
      tooltip: {
        confine: true, formatter: tip, backgroundColor: theme.color("surface"), borderColor: line,
        textStyle: { color: theme.color("ink"), fontSize: 13 }, extraCssText: "max-width:440px;white-space:normal",
      },
      geo: {
        map: "ground", roam: true, silent: true, boundingCoords: corners, aspectScale: stretch, left: 0, right: 0, top: 0, bottom: 0,
        itemStyle: { areaColor: theme.color("surface"), borderColor: theme.color(bounded ? "faint" : "line"), borderWidth: 0.8 },
      },
      series: KINDS.map(([key, name, color, side]) => ({
        type: "scatter", name, coordinateSystem: "geo",
        data: symbols.flatMap((each, number) => (each[key] ? [{ name: each.name, value: [...each.at, each[key]], number }] : [])),
        symbol: side < 0 ? "path://M0,-1A1,1,0,0,0,0,1Z" : "path://M0,-1A1,1,0,0,1,0,1Z",
        symbolSize: (value) => [radius(value[2]), 2 * radius(value[2])], symbolOffset: [`${50 * side}%`, 0],
        itemStyle: { color: theme.color(color), opacity: 0.85, borderColor: theme.color("paper"), borderWidth: 0.6 },
        label: {
          show: true, position: "right", color: theme.color("ink"), fontSize: 12, textBorderColor: theme.color("paper"), textBorderWidth: 2,
          formatter: ({ data }) => (side > 0 || !symbols[data.number].targets ? data.name : ""),
        },
        labelLayout: layout(symbols.filter((each) => each[key])),
      })),
    }, true);
  };
  theme.onChange(draw);
  addEventListener("resize", draw);
  draw();
})();
