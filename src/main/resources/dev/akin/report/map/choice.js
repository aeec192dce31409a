// What the reader has chosen, and which points are highlighted because of it.

const HIDDEN = 0;
const FAINT = 1;
const FULL = 2;

const choice = { paper: -1, topic: -1, query: '', from: 0, to: 0 };
const level = new Uint8Array(count).fill(FULL);

// The highlighted points, if the reader has searched or chosen a topic: those of a topic with the most
// central first.
let found = [];

function asked() {
  return choice.query !== '' || choice.topic >= 0;
}

function filtered() {
  return choice.from > 0 || choice.to > 0;
}

function inYears(point) {
  return !filtered() || years[point] > 0 && years[point] >= choice.from
    && (choice.to === 0 || years[point] <= choice.to);
}

function choose() {
  const within = [];
  for (let i = 0; i < count; i++) {
    level[i] = inYears(i) ? FAINT : HIDDEN;
    if (level[i] === FAINT && (choice.topic < 0 || topicOf(i) === choice.topic)) within.push(i);
  }
  const wanted = choice.query === '' ? within : ready ? bestFirst(choice.query, within) : [];
  for (const point of wanted) level[point] = FULL;
  found = asked() ? wanted : [];
  if (ready && choice.query === '') found.sort((a, b) => entry('ranks', a) - entry('ranks', b));
  redraw();
}

// Prepares the search in small steps, so that the page never waits for it.
function prepare(from) {
  const end = Math.min(count, from + 2000);
  for (let i = from; i < end; i++) textOf(i);
  if (end < count) setTimeout(prepare, 0, end);
}
