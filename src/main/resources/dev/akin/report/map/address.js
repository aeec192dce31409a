// The address contains what the reader has chosen and which part of the map is shown, so that it
// can be saved, sent and linked to:
// #paper=ID, #topic=ID, #q=WORDS, #from=YEAR, #to=YEAR, #at=X,Y,ZOOM.
// Each paper and topic that the reader opens is an entry of the browser's history.

let waiting = 0;

function rememberSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(remember, 400);
}

function remember() {
  clearTimeout(waiting);
  if (ready) history.replaceState(history.state, '', address());
}

// Begins an entry of the history. What the reader does next becomes its address.
//
// from: the paper that leads there, -1 if none does
function beginStep(from) {
  if (!ready) return;
  remember();
  history.pushState({ from }, '', location.href);
}

// The paper that the reader has come from; -1 if there is none.
function cameFrom() {
  return history.state?.from ?? -1;
}

function address() {
  const parts = new URLSearchParams();
  if (choice.paper >= 0) parts.set('paper', idOf(choice.paper));
  if (choice.topic >= 0) parts.set('topic', topics[choice.topic].id);
  if (choice.query) parts.set('q', choice.query);
  if (choice.from > 0) parts.set('from', choice.from);
  if (choice.to > 0) parts.set('to', choice.to);
  if (Math.abs(zoom() - 1) > 0.01 || Math.abs(view.x - 0.5) + Math.abs(view.y - 0.5) > 0.002) {
    parts.set('at', [view.x.toFixed(4), view.y.toFixed(4), zoom().toFixed(2)].join());
  }
  const hash = String(parts);
  return hash ? '#' + hash : location.pathname + location.search;
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  choice.query = (parts.get('q') ?? '').trim();
  choice.topic = topics.findIndex(topic => String(topic.id) === parts.get('topic'));
  choice.from = year(parts.get('from'));
  choice.to = year(parts.get('to'));
  search.value = choice.query;
  document.getElementById('from').value = choice.from || '';
  document.getElementById('to').value = choice.to || '';
  const [x, y, deep] = (parts.get('at') ?? '').split(',').map(Number);
  const placed = [x, y, deep].every(Number.isFinite) && deep > 0;
  cancelAnimationFrame(flight);
  if (placed) look(x, y, deep * fitScale());
  else if (!parts.has('paper') && choice.topic < 0) look(0.5, 0.5, fitScale());
  framing = !placed;
  choice.paper = -1;
  update();
  showDetails();
  if (parts.has('paper')) recallPaper(parts.get('paper'), !placed);
  else if (choice.topic >= 0 && !placed) showWhole(choice.topic);
}

function recallPaper(id, fly) {
  const point = pointOf(id);
  showPaper(point, fly);
  if (point < 0) status.textContent = 'The paper ' + alone(id) + ' is not on this map.';
}

function year(text) {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : 0;
}
