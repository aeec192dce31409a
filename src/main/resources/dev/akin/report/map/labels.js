// Numbers the nearest papers of an open one, labels topics, largest first, and papers if only few are
// visible. A label that would touch another is moved a little or left out, so zooming in shows more.

const FACE = 'system-ui, sans-serif';
const MAX_TITLES = 120;

const corner = document.getElementById('zoom');
const unnamed = document.getElementById('unnamed');

function drawLabels(ground) {
  const taken = [corner, unnamed].filter(each => !each.hidden).map(rectangleOf);
  const halo = '#' + (0x1000000 | ground).toString(16).slice(1);
  const max = Math.max(1, ...topics.map(topic => topic.papers));
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.direction = 'ltr';
  const places = topics.map((_, place) => place);
  if (choice.topic >= 0) {
    places.splice(places.indexOf(choice.topic), 1);
    places.unshift(choice.topic);
  }
  if (choice.paper >= 0) {
    for (const point of [choice.paper, ...near]) taken.push(around(point));
    drawNumbers(taken);
  }
  let left = 0;
  for (const place of places) {
    if (topics[place].points > 0 && !drawTopic(place, max, taken, halo)) left++;
  }
  drawTitles(taken, halo);
  sayUnnamed(left);
}

// Where a marked point is.
function around(point) {
  const size = radius() + 3;
  const [x, y] = [screenX(point), screenY(point)];
  return { left: x - size, top: y - size, right: x + size, bottom: y + size };
}

// Where a part of the page covers the map.
function rectangleOf(part) {
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = part;
  return { left, top, right: left + width, bottom: top + height };
}

// Says how many names of topics in sight were left out.
function sayUnnamed(left) {
  const text = left === 0 ? '' : countOf(left, 'more name') + ': zoom in';
  if (unnamed.textContent !== text) {
    unnamed.textContent = text;
    unnamed.hidden = left === 0;
  }
}

// Returns whether the topic has its name, or needs none.
function drawTopic(place, max, taken, halo) {
  const topic = topics[place];
  const small = view.width < 600 ? 0.85 : 1;
  const size = small * (11.5 + 6 * Math.sqrt(topic.papers / max));
  context.font = '650 ' + size + 'px ' + FACE;
  const width = Math.max(...topic.lines.map(line => context.measureText(line).width));
  const height = topic.lines.length * size * 1.15;
  const x = (topic.x - view.x) * view.scale + view.width / 2;
  const y = (topic.y - view.y) * view.scale + view.height / 2;
  if (x < 0 || y < 0 || x > view.width || y > view.height) return true; // is not in sight
  const left = Math.min(view.width - width - 4, Math.max(4, x - width / 2));
  const ofOpen = choice.paper >= 0 && topicOf(choice.paper) === place; // whose marks are in the way
  const move = [0, -0.6, 0.6, -1.2, 1.2, ...ofOpen ? [-2.5, 2.5, -4, 4, -6, 6, -9, 9] : []].find(
    step => claim(taken, left, y + step * size - height / 2, width, height));
  if (move === undefined) return false;
  const away = choice.topic >= 0 && choice.topic !== place;
  context.globalAlpha = away ? 0.45 : 1;
  context.textAlign = 'center';
  topic.lines.forEach((line, i) => write(line, left + width / 2,
    y + move * size + (i - (topic.lines.length - 1) / 2) * size * 1.15, halo,
    css(isDark() ? topic.darkInk : topic.lightInk)));
  context.globalAlpha = 1;
  return true;
}

function drawTitles(taken, halo) {
  if (!ready) return;
  const seen = [];
  within(0, 0, view.width, view.height, point => {
    if (level[point] === FULL) seen.push(point);
    return seen.length <= MAX_TITLES;
  });
  if (seen.length > MAX_TITLES) seen.length = 0;
  context.font = '12px ' + FACE;
  context.textAlign = 'left';
  const color = getComputedStyle(canvas).color;
  for (const point of seen) {
    const title = short(titleOf(point), 48);
    const width = context.measureText(title).width;
    const right = screenX(point) + radius() + 4;
    const x = right + width <= view.width ? right : screenX(point) - radius() - 4 - width;
    if (x >= 0 && claim(taken, x, screenY(point) - 7, width, 14)) {
      write(title, x, screenY(point), halo, color);
    }
  }
}

function short(title, max) {
  const letters = Array.from(title);
  return letters.length <= max ? title : letters.slice(0, max - 1).join('').trimEnd() + '…';
}

// Reserves a rectangle if it is free.
function claim(taken, left, top, width, height) {
  const gap = 3;
  const touches = other => left < other.right + gap && other.left < left + width + gap
    && top < other.bottom + gap && other.top < top + height + gap;
  if (taken.some(touches)) return false;
  taken.push({ left, top, right: left + width, bottom: top + height });
  return true;
}

function write(text, x, y, halo, color) {
  context.lineWidth = 4;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function css(color) {
  return '#' + (0x1000000 | color).toString(16).slice(1);
}
