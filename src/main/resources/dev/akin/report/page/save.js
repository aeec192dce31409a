'use strict';
// Saves rows of texts as a CSV file. A text that a spreadsheet would run as a formula gets an apostrophe.
const saveTable = (file, rows) => {
  const cell = text => {
    const marked = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(marked) ? `"${marked.replaceAll('"', '""')}"` : marked;
  };
  const link = document.createElement('a');
  const text = rows.map(row => row.map(cell).join(',') + '\r\n').join('');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

// A value that this browser keeps under a key; the element `kept` says whether it can. Only store()
// writes: a page that is opened must not put what it has read over what another one has written.
function keeping(key, otherwise, what, warning) {
  let keeps = true;
  let value = otherwise;
  const say = () => {
    document.getElementById('kept').textContent = keeps
      ? `${what} are kept in this browser.`
      : `This browser keeps no ${what.toLowerCase()}: ${warning}.`;
  };
  try {
    value = JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    keeps = false;
  }
  say();
  const store = () => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      keeps = false;
    }
    say();
  };
  return { value, store };
}
