// The address contains what the reader has chosen and which part of the map is shown, so that it
// can be saved, sent and linked to:
// #paper=ID, #topic=ID, #q=WORDS, #from=YEAR, #to=YEAR, #at=X,Y,ZOOM.

let waiting = 0;

function rememberSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(remember, 400);
}

function remember() {
  if (!papers) return;
  const parts = new URLSearchParams();
  if (choice.paper >= 0) parts.set('paper', papers.ids[choice.paper]);
  if (choice.topic >= 0) parts.set('topic', topics[choice.topic].id);
  if (choice.query) parts.set('q', choice.query);
  if (choice.from > 0) parts.set('from', choice.from);
  if (choice.to > 0) parts.set('to', choice.to);
  if (Math.abs(zoom() - 1) > 0.01 || Math.abs(view.x - 0.5) + Math.abs(view.y - 0.5) > 0.002) {
    parts.set('at', [view.x.toFixed(4), view.y.toFixed(4), zoom().toFixed(2)].join());
  }
  const hash = String(parts);
  history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
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
  if (placed) look(x, y, deep * fitScale());
  update();
  if (parts.has('paper')) recallPaper(parts.get('paper'), !placed);
  else if (choice.topic >= 0 && !placed) showWhole(choice.topic);
}

function recallPaper(id, fly) {
  const point = papers.ids.indexOf(id);
  choosePaper(point, fly);
  if (point < 0) status.textContent = 'The paper ' + alone(id) + ' is not on this map.';
}

function year(text) {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : 0;
}
