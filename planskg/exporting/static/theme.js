"use strict";
// Light or dark: what the system prefers, until the button says otherwise.
const theme = (() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  const apply = (name) => {
    document.documentElement.dataset.theme = name;
    listeners.forEach((listener) => listener());
  };
  const start = () => {
    apply(system.matches ? "dark" : "light");
    system.addEventListener("change", () => apply(system.matches ? "dark" : "light"));
    document.getElementById("theme")?.addEventListener("click", () =>
      apply(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  };
  start();
  return {
    color: (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim(),
    font: getComputedStyle(document.documentElement).getPropertyValue("--font").trim(),
    set: apply,
    onChange: (listener) => listeners.push(listener),
  };
})();

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
