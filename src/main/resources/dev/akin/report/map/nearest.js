// The nearest papers of a paper: lines on the map, and steps in the card. A click on a step flies there.
// A report on disk has them in its files; if akin serves the map, they are those that it recommends.

const NEAREST = 5;
const SERVED = 10;
const PATIENCE = 10000;

// The points that lines lead to, and the number of each in the list.
let near = [];
let numbers = new Map();
let asking = null;

function showNearest(point) {
  near = [];
  numbers = new Map();
  asking?.abort();
  if (point < 0) return;
  const said = element('p', 'said', 'Looking for its nearest papers …');
  said.setAttribute('role', 'status');
  const list = element('ol', 'nearest');
  list.setAttribute('aria-label', 'Nearest papers');
  if (cameFrom() >= 0) details.querySelector('.close').after(backStep());
  details.append(element('h3', '', 'Nearest papers'), said, list);
  asking = new AbortController();
  const mine = asking;
  (served ? ask(idOf(point), mine.signal) : lookUp(point, mine)).then(results => {
    if (mine !== asking || mine.signal.aborted) return;
    said.textContent = introduction(results);
    list.append(...results.map(nearestStep));
    results.forEach((result, place) => numbers.set(pointOf(result.id), place + 1));
    numbers.delete(-1);
    near = [...numbers.keys()];
    if (framing && (narrow.matches || !served)) showAround([point, ...near]);
    redraw();
  }).catch(failure => {
    if (mine === asking) said.textContent = failure.message;
  });
}

// What the list is, or why it is empty.
function introduction(results) {
  if (results.length === 0) return 'No other paper is similar enough.';
  return served ? 'As akin recommends them.' : 'By cosine, 1 for equal texts. The map has the same numbers.';
}

// The nearest papers from the report's files. The abstract is there, too.
async function lookUp(point, mine) {
  const rest = await restOf(point);
  if (mine === asking && rest.abstract) details.querySelector('.links').after(abstractOf(rest.abstract));
  return rest.near.slice(0, NEAREST).map(each => ({
    id: idOf(each.number),
    title: titleOf(each.number),
    facts: [each.cosine.toFixed(3), firstAuthor(each.number), entry('years', each.number) || ''],
    why: whyNear(point, each),
  }));
}

// A long abstract is cut until the reader wants all of it.
function abstractOf(text) {
  const part = element('details', 'abstract');
  const summary = anyWay('summary', '', text);
  part.append(summary);
  return part;
}

async function ask(id, signal) {
  const query = new URLSearchParams([['id', id], ['limit', SERVED],
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
  return found.results.map(factsOf);
}

// A paper that is not on the map, such as one that came later, has only its page.
function nearestStep(result, place) {
  const point = pointOf(result.id);
  const step = element(point < 0 ? 'a' : 'button', 'step');
  const facts = element('span', 'facts');
  result.facts.filter(Boolean).forEach(fact => facts.append(anyWay('bdi', '', String(fact))));
  step.append(element('span', 'rank', String(place + 1)), anyWay('span', 'label', result.title || result.id), facts);
  if (result.why) step.append(anyWay('span', 'why', result.why));
  if (point < 0) {
    step.href = pageOf(result.id);
    facts.append(element('span', '', 'not on this map'));
  } else {
    step.type = 'button';
    step.addEventListener('click', () => goTo(point));
  }
  const item = element('li');
  item.append(step);
  return item;
}

function factsOf({ id, title, authors = [], date }) {
  return { id, title, facts: [firstOf(authors), date?.slice(0, 4)] };
}

function backStep() {
  const text = '‹ Back to “' + alone(short(titleOf(cameFrom()), 40)) + '”';
  const step = element('button', 'back', text);
  step.type = 'button';
  step.addEventListener('click', () => history.back());
  return step;
}

function goTo(point) {
  choosePaper(point, true, choice.paper);
  const heading = details.querySelector('h2');
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
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

// Puts the numbers of the list beside their points: each where it touches nothing, however far.
function drawNumbers(taken) {
  const style = getComputedStyle(canvas);
  const ground = printing ? '#fff' : getComputedStyle(document.body).backgroundColor;
  context.font = '700 11px ' + FACE;
  context.textAlign = 'center';
  for (const [point, number] of numbers) {
    if (level[point] === HIDDEN || !isInSight(point)) continue;
    const [x, y] = placeBeside(point, taken);
    context.strokeStyle = context.fillStyle = style.accentColor;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(screenX(point), screenY(point));
    context.lineTo(x, y);
    context.stroke();
    context.beginPath();
    context.arc(x, y, BADGE, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = ground;
    context.fillText(String(number), x, y + 0.5);
  }
}

const BADGE = 9;

function isInSight(point) {
  const x = screenX(point);
  const y = screenY(point);
  return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
}

// A free place for a number, as near to its point as there is one.
function placeBeside(point, taken) {
  for (let far = radius() + BADGE + 3; far < 200; far += 6) {
    for (let turn = 0; turn < 16; turn++) {
      const x = screenX(point) + far * Math.cos(turn * Math.PI / 8);
      const y = screenY(point) + far * Math.sin(turn * Math.PI / 8);
      if (x < BADGE || y < BADGE || x > view.width - BADGE || y > view.height - BADGE) continue;
      if (claim(taken, x - BADGE, y - BADGE, 2 * BADGE, 2 * BADGE)) return [x, y];
    }
  }
  return [screenX(point), screenY(point)];
}
