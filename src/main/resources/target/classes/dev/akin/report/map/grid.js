// Finds points by their place. Points are sorted by the cells of a grid.

const CELLS = 128;
const starts = new Uint32Array(CELLS * CELLS + 1);
const inCells = new Uint32Array(count);
fillGrid();

function cellOf(value) {
  return Math.min(CELLS - 1, Math.max(0, Math.floor(value * CELLS)));
}

function cellOfPoint(point) {
  return cellOf(ys[point] / 65536) * CELLS + cellOf(xs[point] / 65536);
}

function fillGrid() {
  for (let i = 0; i < count; i++) starts[cellOfPoint(i) + 1]++;
  for (let i = 0; i < CELLS * CELLS; i++) starts[i + 1] += starts[i];
  const next = starts.slice();
  for (let i = 0; i < count; i++) inCells[next[cellOfPoint(i)]++] = i;
}

// Passes the points in a rectangle of the screen to `each`, until it returns false.
function within(left, top, right, bottom, each) {
  for (let row = cellOf(mapY(top)); row <= cellOf(mapY(bottom)); row++) {
    for (let column = cellOf(mapX(left)); column <= cellOf(mapX(right)); column++) {
      const cell = row * CELLS + column;
      for (let i = starts[cell]; i < starts[cell + 1]; i++) {
        const x = screenX(inCells[i]);
        const y = screenY(inCells[i]);
        if (x >= left && x <= right && y >= top && y <= bottom && each(inCells[i], x, y) === false) {
          return;
        }
      }
    }
  }
}

// The visible point nearest to a place on the screen, at most `reach` pixels away; -1 if there is
// none. Highlighted points come first.
function nearest(x, y, reach) {
  let best = -1;
  let min = Infinity;
  within(x - reach, y - reach, x + reach, y + reach, (point, px, py) => {
    const far = Math.hypot(px - x, py - y) + (level[point] === FULL ? 0 : reach);
    if (level[point] !== HIDDEN && far < min && Math.hypot(px - x, py - y) <= reach) {
      min = far;
      best = point;
    }
  });
  return best;
}
