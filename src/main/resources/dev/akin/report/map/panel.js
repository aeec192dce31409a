// The panel next to the map: the search and its results, a paper, the topics. Texts of papers are
// always set as text, never as HTML.

const AT_ONCE = 50;
const search = document.getElementById('search');
const status = document.getElementById('status');
const results = document.getElementById('results');
const all = document.getElementById('all');
const more = document.getElementById('more');
const details = document.getElementById('details');
const topicButtons = [];
let listed = 0;

function swatch(topic) {
  const made = element('span', 'swatch');
  made.style.setProperty('--light', css(topic.light));
  made.style.setProperty('--dark', css(topic.dark));
  return made;
}

function facts(point) {
  const made = element('span', 'facts');
  const year = years[point] > 0 ? String(years[point]) : '';
  for (const fact of [firstAuthor(point), year]) {
    if (fact) made.append(anyWay('bdi', '', fact));
  }
  return made;
}

function showTopics() {
  topics.forEach((topic, place) => {
    const button = element('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.append(swatch(topic), anyWay('span', 'label', topic.label),
      element('span', 'number', number(topic.papers)));
    button.addEventListener('click', () => chooseTopic(choice.topic === place ? -1 : place));
    const item = element('li');
    item.append(button);
    if (!served) item.append(topicLink(topic));
    topicButtons.push(button);
    document.getElementById(topic.language ? 'languages' : 'topics').append(item);
  });
  for (const name of ['topics', 'languages']) {
    document.getElementById(name + '-part').hidden = !document.getElementById(name).firstChild;
  }
}

function topicLink(topic) {
  const link = element('a', '', '↗');
  link.href = 'topics.html#topic-' + topic.id;
  link.setAttribute('aria-label', 'About the topic ' + topic.label);
  return link;
}

function showResults() {
  results.replaceChildren();
  listed = 0;
  showMore();
  topicButtons.forEach((button, place) =>
    button.setAttribute('aria-pressed', String(place === choice.topic)));
  document.body.classList.toggle('asked', asked());
  all.hidden = !asked() && !filtered();
  status.textContent = summary();
}

function showMore() {
  const known = ready ? found : [];
  for (const point of known.slice(listed, listed + AT_ONCE)) {
    const button = element('button');
    button.type = 'button';
    button.append(swatch(topics[topicOf(point)] ?? map.none),
      anyWay('span', 'label', titleOf(point)), facts(point));
    button.addEventListener('click', () => choosePaper(point, true));
    const item = element('li');
    item.append(button);
    results.append(item);
  }
  listed = Math.min(known.length, listed + AT_ONCE);
  more.hidden = listed >= known.length;
  more.textContent = 'Show more (' + countOf(known.length, 'paper') + ')';
}

function summary() {
  let shown = 0;
  for (let i = 0; i < count; i++) if (level[i] !== HIDDEN) shown++;
  const within = choice.topic >= 0 ? ' in “' + alone(topics[choice.topic].label) + '”' : '';
  const query = choice.query ? ' with “' + alone(choice.query) + '”' : '';
  const time = filtered() ? ', ' + (choice.from || span[0]) + ' to ' + (choice.to || span[1]) : '';
  if (!asked()) return countOf(shown, 'paper') + time + nowhere();
  return (found.length === 0 ? 'No papers' : countOf(found.length, 'paper')) + query + within + time;
}

function nowhere() {
  const missing = map.papers - count;
  const are = missing === 1 ? ' is' : ' are';
  return missing > 0 ? '; ' + countOf(missing, 'paper') + ' without text' + are + ' not on the map' : '';
}

function showDetails() {
  details.replaceChildren();
  details.hidden = choice.paper < 0;
  document.body.classList.toggle('open', choice.paper >= 0);
  if (choice.paper < 0) return showNearest(-1);
  const point = choice.paper;
  const close = element('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', () => choosePaper(-1));
  details.append(sheetHandle(), close, anyWay('h2', '', titleOf(point)));
  const authors = allAuthors(point);
  if (authors) details.append(anyWay('p', '', authors));
  const line = element('p', 'facts');
  if (years[point] > 0) line.append(element('span', '', String(years[point])));
  line.append(anyWay('bdi', '', idOf(point)));
  details.append(line);
  showTopicOf(point);
  details.append(linksOf(point));
  showNearest(point);
}

function linksOf(point) {
  const links = element('p', 'links');
  const page = element('a', 'page', 'All about this paper');
  page.href = pageOf(idOf(point));
  links.append(page);
  const link = linkOf(point);
  if (link) {
    const open = element('a', 'open', 'Read the paper');
    open.href = link;
    open.rel = 'noreferrer noopener';
    open.target = '_blank';
    links.append(open);
  }
  return links;
}

function showTopicOf(point) {
  const place = topicOf(point);
  if (place < 0) return;
  const button = element('button', 'topic');
  button.type = 'button';
  button.append(swatch(topics[place]), anyWay('span', 'label', topics[place].label));
  button.addEventListener('click', () => chooseTopic(place));
  details.append(button);
}
