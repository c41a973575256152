"use strict";
// Which labels are shown: the weightier first, and none that would cover another or a spot that is named.
const labels = (() => {
  const CELL = 3; // pixels of the raster in which taken ground is marked

  const width = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) < 0x2000 ? 0.56 : 1), 0);
  const clip = (text, room) => {
    if (width(text) <= room) return text;
    let taken = "", sum = 1;
    for (const sign of text) {
      sum += width(sign);
      if (sum > room) break;
      taken += sign;
    }
    return `${taken}…`;
  };

  // The cells along a label that starts at a point and runs in a direction.
  const ground = ({ x, y, length, height, angle }) => {
    const cells = [], cos = Math.cos(angle), sin = Math.sin(angle), step = CELL * 0.9;
    for (let along = 0; along <= length; along += step) {
      for (let across = -height / 2; across <= height / 2; across += step) {
        cells.push(Math.round((x + along * cos - across * sin) / CELL) * 8192 + Math.round((y + along * sin + across * cos) / CELL));
      }
    }
    return cells;
  };
  // Rows: { weight, box }; returns those that fit.
  const choose = (rows) => {
    const taken = new Set();
    return [...rows].sort((left, right) => right.weight - left.weight).filter(({ box }) => {
      const cells = ground(box);
      if (cells.some((cell) => taken.has(cell))) return false;
      cells.forEach((cell) => taken.add(cell));
      return true;
    });
  };
  return { choose, clip, width };
})();
