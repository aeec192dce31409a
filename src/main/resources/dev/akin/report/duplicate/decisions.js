// Decisions about pairs of records: kept in this browser, and saved as tables.
(() => {
  const tools = document.getElementById('tools');
  if (!tools) return;
  // All files that a browser opens share one storage, and other indexes may have the same ids.
  const KEY = `akin-decisions-${tools.dataset.build}`;
  const pairs = [...document.querySelectorAll('.decision')];
  const progress = document.getElementById('progress');
  const name = (id, other) => JSON.stringify([id, other].sort());

  // All decisions by pair: {decision, id, other}; `id` is the record that stays if one goes.
  // An empty decision takes an earlier one back.
  const decisions = new Map();
  for (const each of JSON.parse(document.getElementById('earlier').textContent)) {
    decisions.set(name(each.id, each.other), each);
  }
  const { value: stored, store } = keeping(KEY, {}, 'Decisions', 'save them before you leave the page');

  const decide = (pair, value) => {
    const { id, other } = pair.dataset;
    const each = value === 'reverse'
      ? { decision: 'merge', id: other, other: id }
      : { decision: value, id, other };
    decisions.set(name(id, other), each);
    stored[name(id, other)] = each;
    store();
    show(pair, value);
    count();
    document.dispatchEvent(new Event('decided'));
  };

  const show = (pair, value) => {
    pair.classList.toggle('decided', value !== '');
    pair.closest('.pair').classList.toggle('done', value !== '');
    const work = pair.closest('.work');
    work.classList.toggle('done', !work.querySelector('.decision:not(.decided)'));
    for (const button of pair.elements) button.checked = button.value === value;
  };

  const count = () => {
    const decided = pairs.filter(pair => pair.classList.contains('decided')).length;
    progress.textContent = `${decided} of ${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} decided`;
  };

  // Of records that are merged into each other, the one that is kept in the end.
  const merges = () => {
    const into = new Map();
    const kept = id => {
      while (into.has(id)) id = into.get(id);
      return id;
    };
    for (const pair of pairs) {
      const each = decisions.get(name(pair.dataset.id, pair.dataset.other));
      if (each?.decision === 'merge' && kept(each.id) !== kept(each.other)) {
        into.set(kept(each.other), kept(each.id));
      }
    }
    return [...into.keys()].map(id => [kept(id), id]);
  };

  const decided = () => [...decisions.values()]
    .filter(each => each.decision)
    .map(each => [each.decision, each.id, each.other]);

  for (const pair of pairs) {
    const { id, other, decision } = pair.dataset;
    const mine = stored[name(id, other)];
    if (mine) decisions.set(name(id, other), mine);
    const value = mine?.decision === 'merge' && mine.id !== id ? 'reverse' : mine?.decision ?? decision;
    pair.hidden = false;
    show(pair, value);
    pair.addEventListener('change', event => decide(pair, event.target.value));
  }
  document.getElementById('save-merge').addEventListener('click',
    () => saveTable('merge.csv', [['kept', 'merged'], ...merges()]));
  document.getElementById('save-all').addEventListener('click',
    () => saveTable('decisions.csv', [['decision', 'id', 'other'], ...decided()]));
  tools.hidden = false;
  count();
})();
