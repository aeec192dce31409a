// Which part of the map is visible: its middle, 0 to 1, and the width of the whole map in pixels.

const canvas = document.getElementById('canvas');
const view = { x: 0.5, y: 0.5, scale: 500, width: 1, height: 1, ratio: 1 };
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const MAX_ZOOM = 80;

let flight = 0;
let due = false;

function fitScale() {
  return Math.max(50, Math.min(view.width, view.height) * 0.94);
}

function zoom() {
  return view.scale / fitScale();
}

function screenX(point) {
  return (xs[point] / 65535 - view.x) * view.scale + view.width / 2;
}

function screenY(point) {
  return (ys[point] / 65535 - view.y) * view.scale + view.height / 2;
}

function mapX(x) {
  return (x - view.width / 2) / view.scale + view.x;
}

function mapY(y) {
  return (y - view.height / 2) / view.scale + view.y;
}

function redraw() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    draw();
  });
}

function look(x, y, scale) {
  view.scale = Math.min(MAX_ZOOM * fitScale(), Math.max(0.5 * fitScale(), scale));
  view.x = Math.min(1, Math.max(0, x));
  view.y = Math.min(1, Math.max(0, y));
  redraw();
  rememberSoon();
}

function pan(right, down) {
  cancelAnimationFrame(flight);
  look(view.x - right / view.scale, view.y - down / view.scale, view.scale);
}

// Zooms; the point of the map at a place of the screen stays there.
function zoomAt(factor, x, y) {
  cancelAnimationFrame(flight);
  const scale = Math.min(MAX_ZOOM * fitScale(), Math.max(0.5 * fitScale(), view.scale * factor));
  const left = mapX(x);
  const top = mapY(y);
  look(left - (x - view.width / 2) / scale, top - (y - view.height / 2) / scale, scale);
}

// Flies to a place; the window may get another size on the way.
function flyTo(x, y, scale) {
  cancelAnimationFrame(flight);
  const from = { x: view.x, y: view.y, deep: zoom() };
  const deep = scale / fitScale();
  const start = performance.now();
  const step = now => {
    const part = calm.matches ? 1 : Math.min(1, (now - start) / 350);
    const eased = part * part * (3 - 2 * part);
    look(from.x + (x - from.x) * eased, from.y + (y - from.y) * eased,
      fitScale() * from.deep * Math.pow(deep / from.deep, eased));
    if (part < 1) flight = requestAnimationFrame(step);
  };
  step(start);
}

function fit() {
  flyTo(0.5, 0.5, fitScale());
}

function resize() {
  if (canvas.clientWidth < 2 || canvas.clientHeight < 2) return; // it is hidden for a moment
  const deep = view.width > 1 ? zoom() : 1;
  view.width = canvas.clientWidth;
  view.height = canvas.clientHeight;
  view.ratio = Math.min(2, window.devicePixelRatio || 1);
  stamps.clear();
  canvas.width = Math.round(view.width * view.ratio);
  canvas.height = Math.round(view.height * view.ratio);
  view.scale = deep * fitScale();
  draw();
}
