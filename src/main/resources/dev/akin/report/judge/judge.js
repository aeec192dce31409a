// Judging two lists of related papers, blind. Judgments are kept in this browser.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const KEY = `akin-judge-${data.key}`;
  const by = id => document.getElementById(id);
  const papers = data.papers;

  // choices: 'first', 'second' or 'same', by the paper's place; order: the places as judged.
  const { value: state, store } = keeping(KEY, { choices: {}, order: [], ended: '' }, 'Judgments',
    'do not leave the page before the end');

  const next = () => papers.findIndex((_, place) => !(place in state.choices));
  const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const facts = paper => [paper.authors, paper.year].filter(Boolean).join(' · ');

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };

  const entry = (paper, open) => {
    const title = element('span', paper.title);
    const about = element('p', facts(paper));
    title.dir = about.dir = 'auto';
    about.className = 'facts';
    const item = element('li', '', title, about);
    if (paper.both) {
      const both = element('span', 'in both lists');
      both.className = 'note';
      item.append(both);
    }
    if (paper.abstract) {
      const text = element('p', paper.abstract);
      text.dir = 'auto';
      const details = element('details', '', element('summary', 'Abstract'), text);
      details.open = open;
      item.append(details);
    }
    return item;
  };

  let abstracts = false;
  const list = (id, entries) => by(id).replaceChildren(
    ...entries.length ? entries.map(paper => entry(paper, abstracts)) : [element('li', 'No papers.')]);

  const show = () => {
    const judged = state.order.length;
    const place = next();
    by('judging').hidden = state.ended !== '';
    by('result').hidden = state.ended === '';
    if (state.ended) return showResult();
    by('progress').textContent = place < 0
      ? `All ${count(papers.length, 'paper')} judged. You can still go back; the result ends the judging.`
      : `Paper ${judged + 1} of ${papers.length}`;
    by('bar').max = Math.max(1, papers.length);
    by('bar').value = judged;
    by('undo').disabled = judged === 0;
    by('paper').hidden = place < 0;
    if (place < 0) return by('end').focus();
    const paper = papers[place];
    by('paper-title').textContent = paper.title;
    by('paper-facts').textContent = facts(paper);
    by('paper-abstract').textContent = paper.abstract;
    list('first', paper.lists[0]);
    list('second', paper.lists[1]);
  };

  const toPaper = () => {
    if (by('paper').hidden) return;
    by('paper-title').focus({ preventScroll: true });
    by('progress').scrollIntoView();
  };

  const judge = choice => {
    const place = next();
    if (place < 0) return;
    state.choices[place] = choice;
    state.order.push(place);
    store();
    show();
    toPaper();
  };

  const undo = () => {
    if (state.order.length === 0) return;
    delete state.choices[state.order.pop()];
    store();
    show();
    toPaper();
  };

  const toggleAbstracts = () => {
    abstracts = !abstracts;
    document.querySelectorAll('.lists details').forEach(each => { each.open = abstracts; });
  };

  const end = () => {
    const left = papers.length - state.order.length;
    const sure = left === 0 || confirm(
      `${count(left, 'paper')} not judged yet. After the result nothing can be judged. End now?`);
    if (!sure) return;
    const now = new Date();
    const two = number => String(number).padStart(2, '0');
    state.ended = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    store();
    show();
    scrollTo(0, 0);
  };

  // Which system's list is the first and the second one, by place.
  const solution = () => JSON.parse(
    new TextDecoder().decode(Uint8Array.from(atob(data.solution), c => c.charCodeAt(0))));

  // The system whose list was better: its number, or -1.
  const winner = (solved, place) => {
    const choice = state.choices[place];
    if (choice === 'same') return -1;
    return choice === 'first' ? solved.first[place] : 1 - solved.first[place];
  };

  // E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
  const wilson = (wins, all) => {
    const z = 1.959964;
    const share = wins / all;
    const middle = (share + z * z / (2 * all)) / (1 + z * z / all);
    const half = z * Math.sqrt(share * (1 - share) / all + z * z / (4 * all * all)) / (1 + z * z / all);
    return [Math.max(0, middle - half), Math.min(1, middle + half)];
  };
  const percent = share => `${(100 * share).toFixed(1)}\u00a0%`;

  const verdict = (wins, all, systems) => {
    if (all === 0) return 'No list was better than the other.';
    const [low, high] = wilson(wins, all);
    const meaning = low > 0.5
      ? `All of it is above 50\u00a0%: the lists of ${systems[0]} are better.`
      : high < 0.5
        ? `All of it is below 50\u00a0%: the lists of ${systems[1]} are better.`
        : 'It contains 50\u00a0%: these judgments do not tell which lists are better.';
    return `Where one list was better, it was that of ${systems[0]} for ${wins} of ${count(all, 'paper')}:`
      + ` ${percent(wins / all)}, with a 95\u00a0% interval from ${percent(low)} to ${percent(high)} (Wilson). ${meaning}`;
  };

  const table = (head, rows) => element('table', '',
    element('thead', '', element('tr', '', ...head.map(text => {
      const cell = element('th', text);
      cell.scope = 'col';
      return cell;
    }))),
    element('tbody', '', ...rows.map(row => element('tr', '', ...row.map(text => element('td', text))))));

  const button = (text, action) => {
    const made = element('button', text);
    made.type = 'button';
    made.addEventListener('click', action);
    return made;
  };

  const showResult = () => {
    const solved = solution();
    const { systems } = solved;
    const won = state.order.map(place => winner(solved, place));
    const times = number => won.filter(each => each === number).length;
    const chosen = side => Object.values(state.choices).filter(each => each === side).length;
    const tools = element('p', '', button('Print', () => print()), ' ', button('Save judgments.csv', save));
    tools.className = 'tools';
    const outcome = number => number < 0 ? 'neither' : systems[number];
    const sentence = element('p', verdict(times(0), times(0) + times(1), systems));
    sentence.id = 'verdict';
    by('result').replaceChildren(
      element('h1', `Related papers: ${systems[0]} and ${systems[1]}`),
      element('p', `Judged on ${state.ended}, without knowing which list was whose. ${count(won.length, 'paper')} of`
        + ` ${papers.length} judged, by the first five related papers of each system.`),
      sentence,
      table(['Better list', 'Papers'], [
        [systems[0], String(times(0))],
        [systems[1], String(times(1))],
        ['neither', String(times(-1))],
        ['both lists are the same, not shown', String(data.identical)],
        ['not judged', String(papers.length - won.length)]]),
      element('p', `The first list was better ${count(chosen('first'), 'time')}, the second`
        + ` ${count(chosen('second'), 'time')}; each system was first for half of the papers.`),
      tools,
      element('h2', 'Papers'),
      table(['Paper', 'Better list'],
        state.order.map((place, at) => [papers[place].title, outcome(won[at])])));
  };

  // Blind until the end: only then the file says whose list was better.
  const save = () => {
    const solved = state.ended ? solution() : null;
    const outcome = place => {
      const number = winner(solved, place);
      return number < 0 ? 'neither' : solved.systems[number];
    };
    saveTable('judgments.csv', [
      ['id', 'choice', ...solved ? ['better'] : []],
      ...state.order.map(place =>
        [papers[place].id, state.choices[place], ...solved ? [outcome(place)] : []])]);
  };

  const keys = {
    1: () => judge('first'),
    ArrowLeft: () => judge('first'),
    2: () => judge('second'),
    ArrowRight: () => judge('second'),
    0: () => judge('same'),
    u: undo,
    a: toggleAbstracts,
  };
  document.addEventListener('keydown', event => {
    const action = keys[event.key];
    if (!action || state.ended || !by('keys').checked) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    event.preventDefault();
    action();
  });
  document.querySelectorAll('[data-choice]').forEach(each =>
    each.addEventListener('click', () => judge(each.dataset.choice)));
  by('undo').addEventListener('click', undo);
  by('save').addEventListener('click', save);
  by('end').addEventListener('click', end);
  show();
})();
