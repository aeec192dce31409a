// On a phone the card of an open paper is a sheet at the lower edge. It is small, so that the map above
// it shows the paper with its nearest papers, or large, to be read. A button at its upper edge changes
// that, and so does dragging the edge.

const narrow = matchMedia('(max-width: 48rem)');
let large = false;

// Whether the map moves to where an opened paper and its nearest papers are.
let framing = true;

function sheetHandle() {
  const handle = element('button', 'handle');
  handle.type = 'button';
  let start = null;
  let dragged = false;
  let height = 0;
  handle.addEventListener('pointerdown', event => {
    handle.setPointerCapture(event.pointerId);
    dragged = false;
    start = { y: event.clientY, height: details.offsetHeight };
    height = start.height;
  });
  handle.addEventListener('pointermove', event => {
    if (!start) return;
    height = Math.max(60, Math.min(0.85 * innerHeight, start.height + start.y - event.clientY));
    document.body.style.setProperty('--sheet', height + 'px');
  });
  handle.addEventListener('pointerup', () => {
    dragged = start !== null && Math.abs(height - start.height) > 8;
    const before = start?.height;
    start = null;
    document.body.style.removeProperty('--sheet');
    if (!dragged) return;
    if (height < 0.25 * innerHeight) choosePaper(-1);
    else setLarge(height > before);
  });
  handle.addEventListener('pointercancel', () => {
    start = null;
    document.body.style.removeProperty('--sheet');
  });
  handle.addEventListener('click', () => {
    if (!dragged) setLarge(!large);
    dragged = false;
  });
  sayLarge(handle);
  return handle;
}

function setLarge(value) {
  large = value;
  const handle = details.querySelector('.handle');
  if (handle) sayLarge(handle);
}

function sayLarge(handle) {
  document.body.classList.toggle('large', large);
  handle.setAttribute('aria-label', large ? 'Smaller card' : 'Larger card');
}

// Shows all of some points, as near as they allow.
function showAround(points) {
  const EDGE = 40;
  resize();
  const [left, right] = extent(points.map(point => xs[point] / 65535));
  const [top, bottom] = extent(points.map(point => ys[point] / 65535));
  flyTo((left + right) / 2, (top + bottom) / 2, Math.min(6 * fitScale(),
    Math.max(50, view.width - 2 * EDGE) / (right - left), Math.max(50, view.height - 2 * EDGE) / (bottom - top)));
}

function extent(values) {
  return [Math.min(...values), Math.max(...values)];
}
