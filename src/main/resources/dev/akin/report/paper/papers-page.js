// Shows what the address asks for: a paper (#ID), the papers of a topic (#topic=ID), what was found
// (#q=WORDS), or all topics. Texts of papers are always set as text, never as HTML.

const AT_ONCE = 50;
order = JSON.parse(document.getElementById('data').textContent);
const view = document.getElementById('view');
const search = document.getElementById('search');
const status = document.getElementById('status');
let typing = 0;

// Is different for each view, so that one that comes late is not shown.
let turn = 0;

async function show() {
  const mine = ++turn;
  const hash = location.hash.slice(1);
  if (!hash.startsWith('q=')) search.value = '';
  try {
    const made = await viewOf(hash);
    if (mine !== turn) return;
    view.replaceChildren(...made);
    status.textContent = countOf(order.size, 'paper');
    document.title = view.querySelector('h1').textContent + ' · akin';
    if (hash && !hash.startsWith('q=')) {
      scrollTo(0, 0);
      view.querySelector('h1').tabIndex = -1;
      view.querySelector('h1').focus({ preventScroll: true });
    }
  } catch (failure) {
    if (mine === turn) status.textContent = failure.message;
  }
}

function viewOf(hash) {
  if (hash.startsWith('topic=')) return topicView(hash.slice(6));
  if (hash.startsWith('q=')) return foundView(decoded(hash.slice(2)));
  return hash ? paperView(decoded(hash)) : topicsView();
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function link(text, href, className) {
  const made = element('a', className, text);
  made.href = href;
  return made;
}

function outward(text, href) {
  const made = link(text, href);
  made.rel = 'noreferrer noopener';
  return made;
}

function facts(texts) {
  const line = element('p', 'facts');
  for (const text of texts.filter(Boolean)) {
    const span = element('span');
    span.append(anyWay('bdi', '', String(text)));
    line.append(span);
  }
  return line;
}

function topicLink(topic) {
  const made = link('', '#topic=' + topic.id);
  made.append(anyWay('bdi', '', topic.label));
  return made;
}

// A paper in a list.
function item(number, firstFacts = [], why = '') {
  const part = element('li', 'paper');
  const heading = element('h3');
  const title = link('', '#' + encodeURIComponent(idOf(number)));
  title.append(anyWay('bdi', '', titleOf(number)));
  heading.append(title);
  part.append(heading);
  const line = facts([...firstFacts, firstAuthor(number), entry('years', number), idOf(number)]);
  if (firstFacts.length > 0) line.firstChild.className = 'value';
  part.append(line);
  if (why) part.append(anyWay('p', 'why', why));
  return part;
}

// A list of papers that shows some, and more when asked.
function list(numbers) {
  const papers = element('ol', 'papers');
  const more = element('button', '', '');
  more.type = 'button';
  const add = () => {
    const shown = papers.children.length;
    papers.append(...numbers.slice(shown, shown + AT_ONCE).map(number => item(number)));
    more.hidden = papers.children.length >= numbers.length;
    more.textContent = 'Show more (' + countOf(numbers.length, 'paper') + ')';
    if (shown > 0) papers.children[shown].querySelector('a').focus();
  };
  more.addEventListener('click', add);
  add();
  return [papers, more];
}

function topicsView() {
  const topics = element('ul', 'topics');
  const languages = element('ul', 'topics');
  for (const topic of order.topics) {
    const line = element('li');
    line.append(topicLink(topic));
    if (!topic.language) line.append(' ', element('span', 'note', countOf(topic.papers, 'paper')));
    (topic.language ? languages : topics).append(line);
  }
  const apart = languages.children.length === 0 ? [] : [element('h2', '', 'Set apart by language'), languages];
  return [element('h1', '', 'Papers'), element('h2', '', countOf(topics.children.length, 'topic')), topics, ...apart];
}

async function paperView(id) {
  const number = await numberOf(id);
  if (number < 0) {
    return [element('h1', '', 'No such paper'), anyWay('p', '', 'This report has no paper ' + alone(id) + '.')];
  }
  const rest = await restOf(number);
  const article = element('article');
  article.append(anyWay('h1', '', titleOf(number)));
  article.append(facts([allAuthors(number), entry('years', number), rest.categories, id]), linksOf(number));
  if (rest.abstract) article.append(anyWay('p', 'abstract', rest.abstract));
  const topic = order.topics[entry('topics', number)];
  if (topic) {
    const line = element('p', '', 'Topic: ');
    line.append(topicLink(topic));
    article.append(line);
  }
  return [article, ...versionsOf(rest.versions), ...nearestOf(number, rest.near)];
}

function linksOf(number) {
  const doi = doiOf(number);
  const line = element('p', 'links');
  const address = linkOf(number);
  if (address) line.append(outward('Read the paper', address));
  const byDoi = doi ? 'https://doi.org/' + encodeURI(doi) : null;
  if (byDoi && byDoi !== address) line.append(outward('DOI ' + doi, byDoi));
  if (isOnMap(number)) line.append(link('On the map', 'map.html#paper=' + encodeURIComponent(idOf(number))));
  return line;
}

function versionsOf(versions) {
  if (versions.length === 0) return [];
  const papers = element('ul', 'papers');
  papers.append(...versions.map(({ number, why }) => item(number, [], why)));
  return [element('h2', '', 'Same work'), papers];
}

function nearestOf(number, near) {
  const heading = element('h2', '', 'Nearest papers');
  if (near.length === 0) {
    return [heading, element('p', 'none', 'This paper has no text, so it has no nearest papers.')];
  }
  const papers = element('ol', 'papers');
  papers.append(...near.map(each => item(each.number, [each.cosine.toFixed(3)], whyNear(number, each))));
  return [heading, element('p', 'note', document.getElementById('note').content.textContent), papers];
}

// The number of a paper; -1 if there is none. Papers on the map are in the order of ids, and so are the
// others, so one piece of each is enough.
async function numberOf(id) {
  const onMap = piecesOnMap(order.titles);
  for (const [from, to] of [[0, onMap], [onMap, order.firstIds.length]]) {
    let place = to - 1;
    while (place >= from && isBefore(id, order.firstIds[place])) place--;
    if (place < from) continue;
    await readTitles(place);
    const at = titlePieces[place].ids.indexOf(id);
    if (at >= 0) return startOf(place, order.titles) + at;
  }
  return -1;
}

// The order of ids is that of their code points.
function isBefore(one, other) {
  const a = Array.from(one, letter => letter.codePointAt(0));
  const b = Array.from(other, letter => letter.codePointAt(0));
  const differs = a.findIndex((letter, place) => letter !== b[place]);
  return differs < 0 ? a.length < b.length : differs < b.length && a[differs] < b[differs];
}

async function readAll() {
  for (let place = 0; place < order.firstIds.length; place++) {
    if (order.firstIds.length > 20) {
      status.textContent = 'Reading titles: ' + (place + 1) + ' of ' + order.firstIds.length + ' files …';
    }
    await readTitles(place);
  }
}

function numbersWith(matches) {
  const numbers = [];
  for (let number = 0; number < order.size; number++) if (matches(number)) numbers.push(number);
  return numbers;
}

async function topicView(id) {
  const place = order.topics.findIndex(topic => String(topic.id) === id);
  if (place < 0) return [element('h1', '', 'No such topic')];
  await readAll();
  const topic = order.topics[place];
  const numbers = numbersWith(number => entry('topics', number) === place)
    .sort((a, b) => entry('ranks', a) - entry('ranks', b));
  const line = element('p', 'links', '');
  line.append(link('About this topic', 'topics.html#topic-' + topic.id),
    link('On the map', 'map.html#topic=' + topic.id));
  return [anyWay('h1', '', topic.label), facts([countOf(numbers.length, 'paper'), 'most central first']), line,
    ...list(numbers)];
}

async function foundView(query) {
  search.value = query;
  await readAll();
  const numbers = bestFirst(query, numbersWith(() => true));
  const heading = numbers.length === 0 ? 'No papers' : countOf(numbers.length, 'paper');
  return [element('h1', '', heading + ' with “' + alone(query) + '”'), ...list(numbers)];
}

document.getElementById('form').addEventListener('submit', event => {
  event.preventDefault();
  view.querySelector('.papers a')?.focus();
});
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const query = search.value.trim();
    const hash = query ? '#q=' + encodeURIComponent(query) : location.pathname + location.search;
    // One entry of the history for one search, not for each letter.
    if (location.hash.startsWith('#q=')) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    show();
  }, 250);
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    search.focus();
  }
});
addEventListener('popstate', show);
show();
