// Draws the map. Each point is blended into the picture's pixels by this script. That takes the same
// few milliseconds for 100,000 points in every browser, with or without a graphics card.

const context = canvas.getContext('2d', { alpha: false });
const dark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;
const EDGE = 24;
const FRACTIONS = 4;
const STEPS = 64;
const stamps = new Map();
let image = null;
let pixels = null;

// Paper is light.
function isDark() {
  return dark.matches && !printing;
}

function draw() {
  const ground = printing ? 0xffffff : rgb(getComputedStyle(document.body).backgroundColor);
  paintPoints(ground);
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  drawNear(getComputedStyle(canvas).accentColor);
  drawLabels(ground);
  drawMarks();
}

function rgb(css) {
  const [red, green, blue] = css.match(/\d+/g).map(Number);
  return red << 16 | green << 8 | blue;
}

// A pixel as a number; red is in the lowest bits.
function pixel(color) {
  return (0xff000000 | (color & 0xff) << 16 | color & 0xff00 | color >> 16 & 0xff) >>> 0;
}

function paintPoints(ground) {
  const width = canvas.width + 2 * EDGE;
  const height = canvas.height + 2 * EDGE;
  if (!image || image.width !== width || image.height !== height) {
    image = new ImageData(width, height);
    pixels = new Uint32Array(image.data.buffer);
  }
  pixels.fill(pixel(ground));
  const some = asked();
  const colors = [map.none, ...topics].map(topic => pixel(isDark() ? topic.dark : topic.light));
  const faint = colors.map(() => pixel(isDark() ? map.none.dark : map.none.light));
  if (some) stampAll(FAINT, faint, 0.8 * radius(), 0.22);
  stampAll(FULL, colors, some ? foundRadius() : radius(), some ? 0.92 : 0.78);
  context.putImageData(image, -EDGE, -EDGE);
}

// The radius of points. It is larger if there are fewer points or if the reader zooms in.
function radius() {
  const room = Math.sqrt(fitScale() * fitScale() / Math.max(1, count));
  const whole = Math.min(5, Math.max(0.85, 0.3 * room));
  return Math.min(7, whole * Math.pow(Math.max(1, zoom()), 0.42));
}

// The radius of points that were found: larger than the others, and largest if few were found.
function foundRadius() {
  return Math.max(1.25 * radius(), Math.min(3, 90 / Math.sqrt(Math.max(1, found.length))));
}

function stampAll(wanted, colors, size, opacity) {
  const width = canvas.width + 2 * EDGE;
  const pixelSize = Math.min(EDGE / 2 - 2, Math.round(4 * size * view.ratio) / 4);
  const stamp = stampOf(pixelSize, opacity, width);
  const scale = view.scale * view.ratio / 65535;
  const left = canvas.width / 2 - view.x * view.scale * view.ratio + EDGE - stamp.half;
  const top = canvas.height / 2 - view.y * view.scale * view.ratio + EDGE - stamp.half;
  const right = width - stamp.side;
  const bottom = canvas.height + 2 * EDGE - stamp.side;
  for (let i = 0; i < count; i++) {
    if (level[i] !== wanted) continue;
    const x = xs[i] * scale + left;
    const y = ys[i] * scale + top;
    if (x < 0 || y < 0 || x >= right || y >= bottom) continue;
    const part = ((y % 1) * FRACTIONS | 0) * FRACTIONS + ((x % 1) * FRACTIONS | 0);
    press(stamp.parts[part], (y | 0) * width + (x | 0), colors[places[i]]);
  }
}

// Blends a stamp into the picture with integers below 2^31: red and blue at once, 64 steps of cover.
function press(part, at, color) {
  const { steps, covers } = part;
  const redBlue = color & 0xff00ff;
  const green = color & 0xff00;
  for (let i = 0; i < steps.length; i++) {
    const place = at + steps[i];
    const cover = covers[i];
    const rest = STEPS - cover;
    const below = pixels[place];
    pixels[place] = 0xff000000
      | ((below & 0xff00ff) * rest + redBlue * cover) >>> 6 & 0xff00ff
      | ((below & 0xff00) * rest + green * cover) >>> 6 & 0xff00;
  }
}

// How much of each pixel a disc covers, for 16 places of its middle within a pixel.
function stampOf(size, opacity, width) {
  const key = [size, opacity, width].join();
  if (!stamps.has(key)) {
    const half = Math.ceil(size) + 1;
    const parts = Array.from({ length: FRACTIONS * FRACTIONS }, (_, part) =>
      disc(half, size, opacity, width, part % FRACTIONS, Math.floor(part / FRACTIONS)));
    stamps.set(key, { half, side: 2 * half + 1, parts });
  }
  return stamps.get(key);
}

function disc(half, size, opacity, width, right, down) {
  const x = half + (right + 0.5) / FRACTIONS - 0.5;
  const y = half + (down + 0.5) / FRACTIONS - 0.5;
  const steps = [];
  const covers = [];
  for (let row = 0; row <= 2 * half; row++) {
    for (let column = 0; column <= 2 * half; column++) {
      const within = Math.min(1, size + 0.5 - Math.hypot(column - x, row - y));
      const cover = Math.round(STEPS * opacity * within);
      if (cover > 0) {
        steps.push(row * width + column);
        covers.push(cover);
      }
    }
  }
  return { steps: Int32Array.from(steps), covers: Int32Array.from(covers) };
}

function ring(point, size, width, color) {
  context.beginPath();
  context.arc(screenX(point), screenY(point), size, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke();
}

function drawMarks() {
  const style = getComputedStyle(canvas);
  const size = radius() + 3;
  if (aim.point >= 0) ring(aim.point, size, 2, style.color);
  if (choice.paper >= 0) {
    ring(choice.paper, size + 2, 6, getComputedStyle(document.body).backgroundColor);
    ring(choice.paper, size + 2, 3, style.accentColor);
  }
  if (aim.keys) {
    context.lineWidth = 1.5;
    context.strokeStyle = style.color;
    context.beginPath();
    for (const [x, y] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(view.width / 2 + 7 * x, view.height / 2 + 7 * y);
      context.lineTo(view.width / 2 + 16 * x, view.height / 2 + 16 * y);
    }
    context.stroke();
  }
}
