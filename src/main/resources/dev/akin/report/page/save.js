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
