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

// What a paper is found by: its title in the first line, then authors and id. Its title must have been
// read.
function textOf(number) {
  searched[number] ??= fold([titleOf(number), ...authorsOf(number), idOf(number)].join('\n'));
  return searched[number];
}

// The id, the DOI and the address of a paper, as they are searched, by number.
const named = [];

function namesOf(number) {
  named[number] ??= [idOf(number), doiOf(number), linkOf(number)].filter(Boolean).map(nameWanted);
  return named[number];
}

// A name of a paper without what people put in front of it: `10.1/x` for `https://doi.org/10.1/x`,
// `2401.01234` for `arXiv:2401.01234v2`.
function nameWanted(text) {
  return fold(text)
    .replace(/^(https?:\/\/)?(www\.|dx\.)?/, '')
    .replace(/\/+$/, '')
    .replace(/^doi(\.org\/|:)/, '')
    .replace(/^(?:arxiv\.org\/(?:abs|pdf|html)\/|arxiv:|10\.48550\/arxiv\.)(.*?)(?:v\d+)?(?:\.pdf)?$/, '$1');
}

// The words of a query, each without accents, capitals and quotation marks.
function wordsWanted(query) {
  return query.split(/[\s"“”«»]+/).map(nameWanted).filter(word => word !== '');
}

const NOT_FOUND = 9;

// How well papers fit a query, by number: 0 if it is a name of the paper, such as its DOI, 1 if the
// title has the words side by side, 2 if the title has them, 3 if title, authors and id have them or a
// name begins so, else NOT_FOUND.
function fitTo(query) {
  const wanted = wordsWanted(query);
  const phrase = wanted.join(' ');
  const isName = wanted.length === 1 && /[\d/]/.test(phrase);
  const hasAll = text => wanted.every(word => hasWord(text, word));
  return number => {
    const names = isName ? namesOf(number) : [];
    if (names.includes(phrase)) return 0;
    const text = textOf(number);
    if (!hasAll(text)) {
      return phrase.includes('/') && names.some(name => name.startsWith(phrase)) ? 3 : NOT_FOUND;
    }
    const title = text.slice(0, text.indexOf('\n'));
    return hasWord(title, phrase) ? 1 : hasAll(title) ? 2 : 3;
  };
}

// Numbers of papers, those that fit a query best first; the others are left out, and so are papers whose
// DOI or address is longer than one that was found.
function bestFirst(query, numbers) {
  if (query.trim() !== '' && wordsWanted(query).length === 0) return [];
  const fit = fitTo(query);
  const ranks = [[], [], [], []];
  for (const number of numbers) ranks[fit(number)]?.push(number);
  return ranks[0].length > 0 && query.includes('/') ? ranks[0] : ranks.flat();
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

// All authors in a line.
function allAuthors(number) {
  return authorsOf(number).join(', ') + (hasMoreAuthors(number) ? ' et al.' : '');
}

function firstOf(authors) {
  return authors.length > 1 ? authors[0] + ' et al.' : authors[0] || '';
}

function firstAuthor(number) {
  return firstOf(authorsOf(number));
}

// An entry of a column of names. A number stands for the text before the id, the id, and the text
// after it.
function nameIn(column, number) {
  const name = entry(column, number);
  const { forms } = titlePieces[pieceOf(number, order.titles)];
  return typeof name === 'number' ? forms[name].join(idOf(number)) : name;
}

// A paper's address on the web, or null.
function linkOf(number) {
  const address = nameIn('links', number);
  return address && /^https?:\/\//i.test(address) ? address : null;
}

// A paper's DOI, or null.
function doiOf(number) {
  return nameIn('dois', number);
}

// What else is known of a paper: abstract, categories, its nearest papers with cosines and shared
// words, and other papers of the same work. The titles of all these papers are then known, too.
async function restOf(number) {
  const place = pieceOf(number, order.texts);
  const texts = await piece('texts-' + place);
  const at = number - startOf(place, order.texts);
  const [abstract, categories] = texts.texts[at];
  const near = texts.near[at].map((other, rank) => ({
    number: other,
    cosine: texts.cosines[at][rank] / 10000,
    words: texts.shared[at][rank].map(word => texts.words[word]),
  }));
  const versions = (texts.versions[at] ?? []).map(([other, why]) => ({ number: other, why }));
  await readTitlesOf([number, ...near.map(each => each.number), ...versions.map(each => each.number)]);
  return { abstract, categories, near, versions };
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
