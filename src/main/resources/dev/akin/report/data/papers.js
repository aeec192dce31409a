// The papers by number: those on the map come first. `order`, which the page sets, says how many papers
// there are, and how many are in a piece. The title of a paper is known after `readTitles`.

let order = null;
const titlePieces = [];

function isOnMap(number) {
  return number < order.mapped;
}

// The last piece of the papers on the map may be shorter than the others.
function piecesOnMap(step) {
  return Math.ceil(order.mapped / step);
}

function pieceOf(number, step) {
  return isOnMap(number)
    ? Math.floor(number / step)
    : piecesOnMap(step) + Math.floor((number - order.mapped) / step);
}

function startOf(piece, step) {
  const onMap = piecesOnMap(step);
  return piece < onMap ? piece * step : order.mapped + (piece - onMap) * step;
}

async function readTitles(place) {
  titlePieces[place] ??= await piece('titles-' + place);
}

function readTitlesOf(numbers) {
  return Promise.all([...new Set(numbers.map(number => pieceOf(number, order.titles)))].map(readTitles));
}

// An entry of a column of titles.
function entry(column, number) {
  const place = pieceOf(number, order.titles);
  return titlePieces[place][column][number - startOf(place, order.titles)];
}

function idOf(number) {
  return entry('ids', number);
}

// A text as it is searched: without accents and capitals.
function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

// The texts to search, by number; made when they are first wanted.
const searched = [];

// What a paper is found by. Its title must have been read.
function textOf(number) {
  searched[number] ??= fold([titleOf(number), ...authorsOf(number), idOf(number)].join('\n'));
  return searched[number];
}

// The words of a query, each without accents, capitals and quotation marks.
function wordsWanted(query) {
  return fold(query).split(/[\s"“”«»]+/).filter(word => word !== '');
}

// Letters and digits of scripts that put spaces between words.
const SPACED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

// Whether a word of a folded text begins with this one. In Chinese and Japanese, words begin anywhere.
function hasWord(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !SPACED.test(text[at - 1]) || !SPACED.test(word[0])) return true;
  }
  return false;
}

function titleOf(number) {
  return entry('titles', number) || idOf(number);
}

function authorsOf(number) {
  const { names } = titlePieces[pieceOf(number, order.titles)];
  return entry('authors', number).map(author => names[author]);
}

// Whether authors are left out.
function hasMoreAuthors(number) {
  const place = pieceOf(number, order.titles);
  return number - startOf(place, order.titles) in titlePieces[place].more;
}

function firstAuthor(number) {
  const authors = authorsOf(number);
  return authors.length > 1 ? authors[0] + ' et al.' : authors[0] || '';
}

// A paper's address on the web, or null. If its link is a number, the address is the text before the
// id, the id, and the text after it.
function linkOf(number) {
  const link = entry('links', number);
  const { forms } = titlePieces[pieceOf(number, order.titles)];
  const address = typeof link === 'number' ? forms[link].join(idOf(number)) : link;
  return address && /^https?:\/\//i.test(address) ? address : null;
}

// What else is known of a paper: abstract, categories, DOI, its nearest papers with cosines and shared
// words, and other papers of the same work. The titles of all these papers are then known, too.
async function restOf(number) {
  const place = pieceOf(number, order.texts);
  const texts = await piece('texts-' + place);
  const at = number - startOf(place, order.texts);
  const [abstract, categories, doi] = texts.texts[at];
  const near = texts.near[at].map((other, rank) => ({
    number: other,
    cosine: texts.cosines[at][rank] / 10000,
    words: texts.shared[at][rank].map(word => texts.words[word]),
  }));
  const versions = (texts.versions[at] ?? []).map(([other, why]) => ({ number: other, why }));
  await readTitlesOf([number, ...near.map(each => each.number), ...versions.map(each => each.number)]);
  return { abstract, categories, doi, near, versions };
}

// Why a paper is near another, in a line; empty if nothing is known.
function whyNear(number, { number: other, words }) {
  const own = new Set(authorsOf(number));
  const authors = authorsOf(other).filter(author => own.has(author)).slice(0, 2);
  const parts = [];
  if (words.length > 0) parts.push('both: ' + words.join(', '));
  if (authors.length > 0) parts.push('same author: ' + authors.join(', '));
  return parts.join(' · ');
}

function pageOf(id) {
  return (served ? '/map/paper?id=' : 'papers.html#') + encodeURIComponent(id);
}

function number(value) {
  return value.toLocaleString('en');
}

function countOf(value, one) {
  return number(value) + ' ' + (value === 1 ? one : one + 's');
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// Text that may run in either direction, without changing the direction of the text next to it.
function anyWay(name, className, text) {
  const made = element(name, className, text);
  made.dir = 'auto';
  return made;
}

// The same for a text inside a line.
function alone(text) {
  return '\u2068' + text + '\u2069';
}
