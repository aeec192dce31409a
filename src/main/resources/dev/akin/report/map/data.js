// What the map shows. Places, years and topics of points stand in the page before the script, so that
// the map is painted at once. Titles are in other files; they are read afterwards. The point of a paper
// is its number.

const map = JSON.parse(document.getElementById('map-data').textContent);
const count = map.points;
order = map.order;
const [xs, ys, years, places] = columns(document.getElementById('map-points').textContent, 4);
const topics = map.topics;

// The first and the last year; 0 if none is known.
const span = years.reduce(
  ([first, last], year) => year === 0 ? [first, last]
    : [first === 0 ? year : Math.min(first, year), Math.max(last, year)], [0, 0]);

// Whether the titles of all points have been read.
let ready = false;

// Columns of 16-bit numbers, little-endian, one after the other.
function columns(base64, many) {
  const numbers = new Uint16Array(bytesOf(base64.trim()).buffer);
  return Array.from({ length: many }, (_, i) => numbers.subarray(i * count, (i + 1) * count));
}

async function readPapers() {
  const pieces = Array.from({ length: piecesOnMap(order.titles) }, (_, place) => place);
  await Promise.all(pieces.map(readTitles));
  ready = true;
}

// The place of a point's topic; -1 if it is in none.
function topicOf(point) {
  return places[point] - 1;
}

// The point of a paper; -1 if it is not on the map.
let pointsById = null;

function pointOf(id) {
  pointsById ??= new Map(Array.from({ length: count }, (_, point) => [idOf(point), point]));
  return pointsById.get(id) ?? -1;
}
