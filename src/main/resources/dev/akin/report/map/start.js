// Handles what the reader does, and starts the page.

const pointers = new Map();
let moved = 0;
let apart = 0;
let typing = 0;

function update() {
  choose();
  showResults();
  rememberSoon();
}

// Opens a paper as a step of the history, or closes the open one.
function choosePaper(point, fly, from = -1) {
  if (point === choice.paper) return;
  beginStep(from);
  showPaper(point, fly);
  remember();
}

function showPaper(point, fly) {
  choice.paper = point;
  framing = fly !== false;
  if (point < 0) setLarge(false);
  showDetails();
  if (fly && point >= 0) {
    flyTo(xs[point] / 65535, ys[point] / 65535, Math.max(view.scale, 6 * fitScale()));
  }
  if (point >= 0) bringIntoSight();
  redraw();
  rememberSoon();
}

// On a phone the card makes the map smaller.
function bringIntoSight() {
  if (!narrow.matches) return details.scrollIntoView({ block: 'nearest' });
  scrollTo(0, 0);
  resize();
}

function chooseTopic(place) {
  beginStep(-1);
  if (narrow.matches) {
    if (choice.paper >= 0) showPaper(-1);
    scrollTo(0, 0);
  }
  choice.topic = place;
  update();
  if (place >= 0) showWhole(place);
  remember();
}

// Flies to where most of a topic's papers are.
function showWhole(place) {
  if (topics[place].points > 0) {
    flyTo(topics[place].x, topics[place].y, Math.max(1.6 * fitScale(), Math.min(view.scale, 3 * fitScale())));
  }
}

// Undoes one choice: the paper if one is open, else the topic, else the search.
function undo() {
  if (choice.paper >= 0) return choosePaper(-1);
  if (choice.topic >= 0) return chooseTopic(-1);
  search.value = choice.query = '';
  update();
}

// Undoes every choice except an open paper.
function showAll() {
  choice.query = '';
  choice.topic = -1;
  choice.from = choice.to = 0;
  for (const id of ['search', 'from', 'to']) document.getElementById(id).value = '';
  update();
  search.focus();
}

function placeOf(event) {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function spread() {
  const [one, two] = [...pointers.values()];
  return { apart: Math.hypot(one.x - two.x, one.y - two.y), x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 };
}

canvas.addEventListener('pointerdown', event => {
  canvas.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, placeOf(event));
  moved = pointers.size > 1 ? Infinity : 0;
  if (pointers.size === 2) apart = spread().apart;
});

canvas.addEventListener('pointermove', event => {
  const now = placeOf(event);
  const before = pointers.get(event.pointerId);
  if (!before) {
    aim.keys = false;
    aimAt(nearest(now.x, now.y, 14));
    canvas.style.cursor = aim.point >= 0 ? 'pointer' : 'grab';
    return;
  }
  pointers.set(event.pointerId, now);
  moved += Math.hypot(now.x - before.x, now.y - before.y);
  if (moved > 4) aimAway();
  if (moved > 4) pan((now.x - before.x) / pointers.size, (now.y - before.y) / pointers.size);
  if (pointers.size === 2) {
    const wide = spread();
    zoomAt(wide.apart / Math.max(1, apart), wide.x, wide.y);
    apart = wide.apart;
  }
});

canvas.addEventListener('pointerup', event => {
  const place = placeOf(event);
  if (pointers.delete(event.pointerId) && moved <= 4) {
    const point = nearest(place.x, place.y, event.pointerType === 'mouse' ? 14 : 24);
    aimAt(point);
    choosePaper(point);
  }
});
canvas.addEventListener('pointercancel', event => pointers.delete(event.pointerId));
canvas.addEventListener('pointerleave', () => aimAway());
canvas.addEventListener('blur', () => aimAway());

canvas.addEventListener('wheel', event => {
  event.preventDefault();
  const step = event.deltaY * (event.deltaMode === 1 ? 18 : 1) * (event.ctrlKey ? 5 : 1);
  const { x, y } = placeOf(event);
  zoomAt(Math.exp(-0.0016 * Math.max(-400, Math.min(400, step))), x, y);
  aimAway();
}, { passive: false });

canvas.addEventListener('dblclick', event => {
  const { x, y } = placeOf(event);
  zoomAt(2, x, y);
});

const KEYS = {
  ArrowLeft: step => pan(step, 0),
  ArrowRight: step => pan(-step, 0),
  ArrowUp: step => pan(0, step),
  ArrowDown: step => pan(0, -step),
  '+': () => zoomAt(1.4, view.width / 2, view.height / 2),
  '=': () => zoomAt(1.4, view.width / 2, view.height / 2),
  '-': () => zoomAt(1 / 1.4, view.width / 2, view.height / 2),
  '0': () => fit(),
  Enter: () => choosePaper(nearest(view.width / 2, view.height / 2, 60)),
};

canvas.addEventListener('keydown', event => {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act(event.shiftKey ? 160 : 50);
  aimAtMiddle();
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') undo();
  if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    search.focus();
  }
});

document.getElementById('nearer').addEventListener('click', KEYS['+']);
document.getElementById('farther').addEventListener('click', KEYS['-']);
document.getElementById('whole').addEventListener('click', fit);
more.addEventListener('click', showMore);
all.addEventListener('click', showAll);
search.form.addEventListener('submit', event => {
  event.preventDefault();
  results.querySelector('button')?.focus();
});
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    choice.query = search.value.trim();
    update();
  }, 120);
});
for (const name of ['from', 'to']) {
  document.getElementById(name).addEventListener('change', event => {
    choice[name] = year(event.target.value);
    update();
  });
}
document.getElementById('years').hidden = span[0] === span[1];
document.getElementById('from').placeholder = span[0];
document.getElementById('to').placeholder = span[1];
dark.addEventListener('change', redraw);
window.addEventListener('popstate', () => ready && recall());
window.addEventListener('beforeprint', () => drawFor(true));
window.addEventListener('afterprint', () => drawFor(false));
new ResizeObserver(resize).observe(canvas);

// paper: whether the page is being printed
function drawFor(paper) {
  printing = paper;
  draw();
}

readPapers().then(() => {
  performance.mark('read');
  recall();
  prepare(0);
}, failure => {
  status.textContent = failure.message;
});
showTopics();
status.textContent = summary();
resize();
performance.mark('drawn');
