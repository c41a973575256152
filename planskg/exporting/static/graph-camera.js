"use strict";
// Where the reader looks. While the picture moves, what was last drawn is moved and scaled as it is, which costs the
// browser next to nothing whatever is drawn; it is drawn anew when it rests, or when its edge comes into sight.
const camera = (() => {
  const frame = document.getElementById("picture"), sheet = document.getElementById("canvas");
  const REST = 140, AGAIN = 260; // milliseconds
  const LIMITS = [0.02, 6];
  const now = { x: 0, y: 0, scale: 1 };
  let drawn = { ...now }, margin = 0, drawnAt = 0, timer = 0, draw = () => {};

  const size = () => [frame.clientWidth, frame.clientHeight];
  const place = () => {
    const [width, height] = size(), ratio = now.scale / drawn.scale;
    const x = (drawn.x - now.x) * now.scale + width / 2 - ratio * (width / 2 + margin);
    const y = (drawn.y - now.y) * now.scale + height / 2 - ratio * (height / 2 + margin);
    sheet.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(${ratio.toFixed(4)})`;
    return x > 0 || y > 0 || x + ratio * (width + 2 * margin) < width || y + ratio * (height + 2 * margin) < height;
  };
  const rest = () => {
    clearTimeout(timer);
    const [width, height] = size();
    margin = Math.round(0.3 * Math.min(width, height));
    Object.assign(sheet.style, { width: `${width + 2 * margin}px`, height: `${height + 2 * margin}px` });
    drawn = { ...now };
    draw();
    place();
    drawnAt = performance.now();
  };
  const move = () => {
    const bare = place();
    clearTimeout(timer);
    if (bare && performance.now() - drawnAt > AGAIN) rest();
    else timer = setTimeout(rest, REST);
  };

  const pan = (x, y) => { now.x -= x / now.scale; now.y -= y / now.scale; move(); };
  const zoom = (factor, at) => {
    const [width, height] = size(), [x, y] = at ?? [width / 2, height / 2];
    const scale = Math.max(LIMITS[0], Math.min(LIMITS[1], now.scale * factor));
    now.x += (x - width / 2) * (1 / now.scale - 1 / scale);
    now.y += (y - height / 2) * (1 / now.scale - 1 / scale);
    now.scale = scale;
    move();
  };
  // Show a box whole; one whose letters would be too small is shown from its upper left corner on.
  const fit = ([left, top, right, bottom], { least = 0, most = 1.3, edge = 40 } = {}) => {
    const [width, height] = size(), pad = width < 700 ? edge * 0.75 : edge;
    const across = (width - 2 * pad) / Math.max(right - left, 1), down = (height - 2 * pad) / Math.max(bottom - top, 1);
    now.scale = Math.min(most, Math.max(Math.min(across, down), least));
    now.x = now.scale > across ? left + (width / 2 - pad) / now.scale : (left + right) / 2;
    now.y = now.scale > down ? top + (height / 2 - pad) / now.scale : (top + bottom) / 2;
    rest();
  };

  // From the layout to the canvas, which reaches beyond the frame on all sides.
  const onCanvas = (x, y) => {
    const [width, height] = size();
    return [(x - drawn.x) * drawn.scale + width / 2 + margin, (y - drawn.y) * drawn.scale + height / 2 + margin];
  };
  const onFrame = (x, y) => {
    const [width, height] = size();
    return [(x - now.x) * now.scale + width / 2, (y - now.y) * now.scale + height / 2];
  };

  const listen = (redraw) => {
    draw = redraw;
    const fingers = new Map();
    const local = (event) => { const box = frame.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
    sheet.addEventListener("pointerdown", (event) => { if (event.button === 0) fingers.set(event.pointerId, local(event)); });
    addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const after = local(event), other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
      fingers.set(event.pointerId, after);
      if (!other) { if (fingers.size === 1) pan(after[0] - before[0], after[1] - before[1]); return; }
      const apart = ([x, y]) => Math.hypot(x - other[0], y - other[1]);
      pan((after[0] - before[0]) / 2, (after[1] - before[1]) / 2);
      zoom(apart(after) / Math.max(apart(before), 1), [(after[0] + other[0]) / 2, (after[1] + other[1]) / 2]);
    });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, (event) => fingers.delete(event.pointerId));
    frame.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * 0.0022), local(event));
    }, { passive: false });
    new ResizeObserver(rest).observe(frame);
  };
  return { listen, pan, zoom, fit, rest, onCanvas, onFrame, now, size, scale: () => drawn.scale, margin: () => margin };
})();
