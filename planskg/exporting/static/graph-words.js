"use strict";
// What the page says, in Chinese and in English; what the documents and vocabularies say stays as it is.
const speech = (() => {
  const WORDS = {
    title: ["计划图谱", "What the plans promise"], search: ["搜索支柱、项目、指标、地方、领域、承诺", "Search headings, projects, indicators, places, sectors"],
    none: ["没有找到", "Nothing found"], filters: ["筛选", "Filters"], all: ["全部", "all"], clear: ["清除", "Clear"],
    document: ["计划", "Plan"], pillarOf: ["支柱", "Heading"], sectors: ["领域", "Sector"], kindOf: ["类别", "Kind"], stage: ["阶段", "Stage"], firmness: ["力度", "Firmness"],
    colour: ["着色", "Colour"], size: ["大小", "Size"], sheet: ["分幅", "Sheet"], views: ["视图", "Views"],
    byKind: ["类别", "kind"], byCommunity: ["社群", "community"], byStage: ["阶段", "stage"], byFirmness: ["力度", "firmness"],
    byCount: ["条数", "promises"], byDegree: ["连接数", "links"], byBetween: ["中介性", "betweenness"],
    theme: ["切换明暗", "Light or dark"], language: ["English", "中文"], help: ["按键", "Keys"], close: ["关闭", "Close"],
    larger: ["放大", "Zoom in"], smaller: ["缩小", "Zoom out"], whole: ["全貌", "Show the whole"],
    plan: ["计划", "Plans"], pillar: ["支柱", "Headings"], project: ["项目", "Projects"], indicator: ["指标", "Indicators"], sector: ["领域", "Sectors"], place: ["地方", "Places"],
    target: ["目标", "Targets"], aim: ["要求", "Aims"], action: ["举措", "Actions"], pledge: ["项目", "Project pledges"], observation: ["表列数", "Table figures"],
    legend: ["图例：点按可隐去一类", "Legend: press to hide a kind"], other: ["其他", "others"], without: ["未标明", "not said"],
    noPromise: ["没有符合筛选的承诺", "No promise matches the filters"], empty: ["这里没有可画的内容", "There is nothing to draw here"],
    oneplan: ["没有两份以上计划共有的指标", "No indicator is shared by two plans"],
    rest: ["再看 {0} 条", "{0} more"], more: ["另有 {0} 条，点按查看", "{0} more: click to see them"], rows: ["{0} 条", "{0}"],
    year: ["{0}年", "{0}"], invested: ["投资 {0}", "investment {0}"], where: ["第 {0} 行 · 第 {1}–{2} 字", "line {0} · characters {1}–{2}"],
    around: ["原文上下文", "In its paragraph"], position: ["在全文中的位置", "Its place in the whole text"],
    community: ["社群 {0}：{1}", "Community {0}: {1}"], weights: ["连接数 {0} · 中介性 {1}", "{0} links · betweenness {1}"],
    picture: ["图：方向键移动，回车查看，Esc 返回，问号看按键", "Picture: arrow keys move, Enter shows, Escape goes back, ? lists the keys"],
    keys: [
      "/|搜索;↑ ↓ ← →|移到邻近的一点;Enter|查看原文;Esc|返回;+ −|缩放;0|全貌;Shift + 方向键|平移;1 – 5|换视图;[ ]|换分幅;?|本页",
      "/|search;↑ ↓ ← →|to the nearest spot;Enter|show its words;Esc|go back;+ −|zoom;0|show the whole;Shift + arrows|pan;1 – 5|change the view;[ ]|change the sheet;?|these keys",
    ],
  };
  let language = 0;
  const say = (word, ...values) => values.reduce((text, value, number) => text.replace(`{${number}}`, value), WORDS[word][language]);
  // Elements name their word: data-say for their text, data-hint for their title and label.
  const translate = (root = document) => {
    root.querySelectorAll("[data-say]").forEach((element) => { element.textContent = say(element.dataset.say); });
    root.querySelectorAll("[data-hint]").forEach((element) => {
      element.title = say(element.dataset.hint);
      element.setAttribute("aria-label", say(element.dataset.hint));
    });
  };
  const set = (name) => { language = name === "en" ? 1 : 0; document.documentElement.lang = language ? "en" : "zh-Hans"; translate(); };
  return { say, translate, set, english: () => language === 1, number: () => language };
})();
const say = speech.say;
