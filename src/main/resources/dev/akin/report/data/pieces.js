'use strict';
// The report's data in pieces. A piece is a script in the folder `data` that calls `arrived` with
// compressed JSON: a page that is opened from a disk may run scripts, but read no other files.

const served = 'served' in document.body.dataset;
const FOLDER = served ? '/map/data/' : 'data/';
const awaited = new Map();

// The value of a piece. It is loaded when it is first asked for.
function piece(name) {
  if (!awaited.has(name)) awaited.set(name, load(name));
  return awaited.get(name).value;
}

function load(name) {
  const waiting = {};
  waiting.value = new Promise((resolve, reject) => Object.assign(waiting, { resolve, reject }));
  const script = document.createElement('script');
  script.src = FOLDER + name + '.js';
  script.onload = () => script.remove();
  script.onerror = () => waiting.reject(new Error(
    'The file ' + FOLDER + name + '.js cannot be read. Keep the files of the report together.'));
  document.head.append(script);
  return waiting;
}

// Is called by the files.
function arrived(name, packed) {
  awaited.get(name)?.resolve(unpack(packed));
}

async function unpack(packed) {
  if (!('DecompressionStream' in window)) {
    throw new Error('This browser is too old to show papers. It takes Chrome or Edge 86, Firefox 113,'
      + ' Safari 16.4, or a later one.');
  }
  const bytes = new Blob([bytesOf(packed)]).stream();
  return new Response(bytes.pipeThrough(new DecompressionStream('gzip'))).json();
}

function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
