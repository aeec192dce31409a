'use strict';
// What the map shows. Places, years and topics of points stand before the script, so that the map is
// painted at once. Titles stand after it; they are read when the page is complete.

const map = JSON.parse(document.getElementById('map-data').textContent);
const count = map.points;
const [xs, ys, years, places] = columns(document.getElementById('map-points').textContent, 4);
const topics = map.topics;

// The first and the last year; 0 if none is known.
const span = years.reduce(
  ([first, last], year) => year === 0 ? [first, last]
    : [first === 0 ? year : Math.min(first, year), Math.max(last, year)], [0, 0]);

// Null until the titles have been read.
let papers = null;

// The text to search, by point; filled in the background.
const words = [];

// Columns of 16-bit numbers, little-endian, one after the other.
function columns(base64, many) {
  const text = atob(base64.trim());
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const numbers = new Uint16Array(bytes.buffer);
  return Array.from({ length: many }, (_, i) => numbers.subarray(i * count, (i + 1) * count));
}

function readPapers() {
  const element = document.getElementById('map-papers');
  papers = JSON.parse(element.textContent);
  element.remove();
}

// The place of a point's topic; -1 if it is in none.
function topicOf(point) {
  return places[point] - 1;
}

function titleOf(point) {
  return papers.titles[point] || papers.ids[point];
}

function authorsOf(point) {
  return papers.authors[point].map(author => papers.names[author]);
}

function firstAuthor(point) {
  const authors = authorsOf(point);
  return authors.length > 1 ? authors[0] + ' et al.' : authors[0] || '';
}

// A paper's address on the web, or null. If its link is a number, the address is the text before the
// id, the id, and the text after it.
function linkOf(point) {
  const link = papers.links[point];
  const address = typeof link === 'number' ? papers.forms[link].join(papers.ids[point]) : link;
  return address && /^https?:\/\//i.test(address) ? address : null;
}

function number(value) {
  return value.toLocaleString('en');
}

function countOf(value, one) {
  return number(value) + ' ' + (value === 1 ? one : one + 's');
}
