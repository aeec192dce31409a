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
  const wanted = wordsWanted(choice.query);
  const phrase = wanted.join(' ');
  const first = [];
  const other = [];
  for (let i = 0; i < count; i++) {
    level[i] = HIDDEN;
    if (!inYears(i)) continue;
    level[i] = FAINT;
    if (choice.topic >= 0 && topicOf(i) !== choice.topic) continue;
    if (wanted.length > 0 && !(ready && wanted.every(word => hasWord(textOf(i), word)))) continue;
    level[i] = FULL;
    if (asked()) (wanted.length > 0 && hasWord(textOf(i), phrase) ? first : other).push(i);
  }
  found = first.concat(other);
  if (ready && choice.topic >= 0) found.sort((a, b) => entry('ranks', a) - entry('ranks', b));
  redraw();
}

// Prepares the search in small steps, so that the page never waits for it.
function prepare(from) {
  const end = Math.min(count, from + 2000);
  for (let i = from; i < end; i++) textOf(i);
  if (end < count) setTimeout(prepare, 0, end);
}
