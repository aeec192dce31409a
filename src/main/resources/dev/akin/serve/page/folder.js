// The reader's folder: papers (id) and searches (q) that the reader follows. It is the query of the
// page /follow, kept in this browser.

const KEY = 'akin-folder';
const MOST = 20;

function kept() {
  try {
    return new URLSearchParams(localStorage.getItem(KEY) ?? '');
  } catch {
    return new URLSearchParams();
  }
}

function keep(folder) {
  try {
    localStorage.setItem(KEY, folder.toString());
  } catch {
    // A browser that keeps nothing still has the folder in its address.
  }
}

function onlyFolder(query) {
  const all = new URLSearchParams(query);
  return new URLSearchParams([...all].filter(([name]) => name === 'id' || name === 'q'));
}

export function keepFolder() {
  if (location.pathname === '/follow') {
    showFolder();
  } else {
    leadToFolder();
    document.querySelectorAll('.follow').forEach(makeSwitch);
  }
}

// What is taken out of the folder must not come back from what was kept.
function takeOut(event) {
  const link = event.target.closest('a.remove');
  if (link) keep(onlyFolder(new URL(link.href).search));
}

// The address is the folder; without one, the folder that was kept is opened.
function showFolder() {
  document.addEventListener('click', takeOut);
  const asked = onlyFolder(location.search);
  if (asked.size > 0) {
    keep(asked);
  } else if (kept().size > 0) {
    const language = new URLSearchParams(location.search).get('lang');
    const folder = kept();
    if (language) folder.set('lang', language);
    location.replace('/follow?' + folder);
  }
}

function leadToFolder() {
  for (const link of document.querySelectorAll('.top a[href^="/follow"]')) {
    const folder = kept();
    const language = new URLSearchParams(link.search).get('lang');
    if (language) folder.set('lang', language);
    if (folder.size > 0) link.href = '/follow?' + folder;
  }
}

// Makes the link a switch that puts what it names into the folder, and takes it out again.
function makeSwitch(link) {
  const { follow: name, value } = link.dataset;
  const show = () => link.setAttribute('aria-pressed', String(kept().getAll(name).includes(value)));
  link.setAttribute('role', 'button');
  show();
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const folder = kept();
    if (folder.getAll(name).includes(value)) folder.delete(name, value);
    else if (folder.size < MOST) folder.append(name, value);
    keep(folder);
    leadToFolder();
    show();
  });
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') {
      event.preventDefault();
      link.click();
    }
  });
}
