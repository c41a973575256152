"use strict";
// The keyboard: what each key does while nothing is being typed.
const keys = (() => {
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const STEP = 120;
  const dialog = document.getElementById("help");
  const help = () => {
    dialog.querySelector("dl").innerHTML = say("keys").split(";").map((row) => row.split("|")).map(([key, use]) => `<div><dt><kbd>${key}</kbd></dt><dd>${use}</dd></div>`).join("");
    dialog.showModal();
  };
  const listen = (act) => {
    const simple = {
      "/": search.focus, "?": help, 0: act.home, "+": () => camera.zoom(1.4), "=": () => camera.zoom(1.4), "-": () => camera.zoom(1 / 1.4),
      "[": () => act.turn(-1), "]": () => act.turn(1), Escape: act.back,
      ...Object.fromEntries(graph.views.map((view, number) => [number + 1, () => act.view(view.name)])),
    };
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
      if (event.target.matches?.("input, select, textarea")) return;
      if (simple[event.key]) { event.preventDefault(); simple[event.key](); return; }
      if (event.target.id !== "picture") return;
      if (event.key === "Enter") act.open();
      if (!(event.key in ARROWS)) return;
      event.preventDefault();
      const [dx, dy] = ARROWS[event.key];
      if (event.shiftKey) camera.pan(-dx * STEP, -dy * STEP); else act.step([dx, dy]);
    });
    document.getElementById("keys").addEventListener("click", help);
    dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("button")) dialog.close(); });
  };
  return { listen };
})();
