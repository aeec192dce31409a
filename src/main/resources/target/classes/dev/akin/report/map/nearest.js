// The nearest papers of a paper, if akin serves the map: lines on the map, and steps in the panel. A
// click on a step flies there. A report on disk has no akin to ask.

const served = 'served' in document.body.dataset;
const NEAREST = 10;
const PATIENCE = 10000;

// The points that lines lead to, and the points that the reader has come from.
let near = [];
let trail = [];
let asking = null;

function pointOf(id) {
  papers.points ??= new Map(papers.ids.map((each, point) => [each, point]));
  return papers.points.get(id) ?? -1;
}

function showNearest(point) {
  near = [];
  asking?.abort();
  if (!served || point < 0) return;
  const id = papers.ids[point];
  const page = element('a', 'page', 'All about this paper');
  page.href = '/map/paper?id=' + encodeURIComponent(id);
  const said = element('p', 'said', 'Looking for its nearest papers …');
  said.setAttribute('role', 'status');
  const list = element('ol', 'nearest');
  list.setAttribute('aria-label', 'Nearest papers');
  if (trail.length > 0) details.firstChild.after(backStep());
  details.append(page, element('h3', '', 'Nearest papers'), said, list);
  asking = new AbortController();
  const mine = asking;
  ask(id, mine.signal).then(results => {
    if (mine !== asking) return;
    said.hidden = results.length > 0;
    said.textContent = 'No other paper is similar enough.';
    list.append(...results.map(nearestStep));
    near = results.map(result => pointOf(result.id)).filter(other => other >= 0);
    redraw();
  }).catch(failure => {
    if (mine === asking) said.textContent = failure.message;
  });
}

async function ask(id, signal) {
  const query = new URLSearchParams([['id', id], ['limit', NEAREST],
    ['fields', 'title'], ['fields', 'authors'], ['fields', 'date']]);
  let answer;
  try {
    answer = await fetch('/v1/related?' + query, {
      headers: { Accept: 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
  } catch {
    throw new Error('akin does not answer.');
  }
  if (answer.status === 404) throw new Error('This paper is no longer in the index.');
  const found = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error('akin cannot answer: ' + (found.detail ?? answer.status));
  return found.results;
}

// A paper that is not on the map, such as one that came later, has only its page.
function nearestStep(result) {
  const point = pointOf(result.id);
  const step = element(point < 0 ? 'a' : 'button', 'step');
  const topic = topics[point < 0 ? -1 : topicOf(point)] ?? map.none;
  step.append(swatch(topic), anyWay('span', 'label', result.title || result.id), factsOf(result));
  if (point < 0) {
    step.href = '/map/paper?id=' + encodeURIComponent(result.id);
    step.lastChild.append(element('span', '', 'not on this map'));
  } else {
    step.type = 'button';
    step.addEventListener('click', () => goTo(point, trail.concat(choice.paper)));
  }
  const item = element('li');
  item.append(step);
  return item;
}

function factsOf(result) {
  const made = element('span', 'facts');
  const [first, ...others] = result.authors ?? [];
  for (const fact of [first && first + (others.length > 0 ? ' et al.' : ''), result.date?.slice(0, 4)]) {
    if (fact) made.append(anyWay('bdi', '', fact));
  }
  return made;
}

function backStep() {
  const before = trail.at(-1);
  const step = element('button', 'back', '‹ Back to “' + alone(short(titleOf(before), 40)) + '”');
  step.type = 'button';
  step.addEventListener('click', () => goTo(before, trail.slice(0, -1)));
  return step;
}

function goTo(point, steps) {
  choosePaper(point, true, steps);
  const heading = details.querySelector('h2');
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  document.getElementById('map').scrollIntoView({ block: 'nearest' });
}

function drawNear(color) {
  if (choice.paper < 0) return;
  context.globalAlpha = 0.75;
  context.lineWidth = 1.5;
  context.strokeStyle = color;
  for (const point of near) {
    context.beginPath();
    context.moveTo(screenX(choice.paper), screenY(choice.paper));
    context.lineTo(screenX(point), screenY(point));
    context.stroke();
    ring(point, radius() + 2, 2, color);
  }
  context.globalAlpha = 1;
}
