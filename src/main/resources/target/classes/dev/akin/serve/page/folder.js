// The reader's folder: papers (id) and searches (q) that the reader follows. It is the query of the
// page /follow, kept in this browser.

const KEY = 'akin-folder';
const MOST = 50;

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

function same(folder, other) {
  const sorted = (query) => [...query].map(String).sort().join('\n');
  return sorted(folder) === sorted(other);
}

// The page of a folder, in the language that an address names.
function page(folder, query) {
  const address = new URLSearchParams(folder);
  const language = new URLSearchParams(query).get('lang');
  if (language) address.set('lang', language);
  return '/follow?' + address;
}

export function keepFolder() {
  if (location.pathname === '/follow') showFolder();
  leadToFolder();
  document.querySelectorAll('.follow').forEach(makeSwitch);
}

// The address is the folder; without one, the reader's own is opened. The folder of somebody else
// becomes the reader's own only if the reader wants it.
function showFolder() {
  const asked = onlyFolder(location.search);
  if (asked.size === 0) {
    if (kept().size > 0) location.replace(page(kept(), location.search));
    return;
  }
  const own = same(asked, kept());
  document.getElementById('shared').hidden = own;
  document.getElementById('keep-folder').addEventListener('click', () => {
    const folder = kept();
    for (const [name, value] of asked) {
      if (!folder.getAll(name).includes(value) && folder.size < MOST) folder.append(name, value);
    }
    keep(folder);
    location.assign(page(folder, location.search));
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.remove');
    // What is taken out must not come back from what was kept.
    if (link && same(onlyFolder(location.search), kept())) keep(onlyFolder(new URL(link.href).search));
  });
}

function leadToFolder() {
  const folder = kept();
  document.getElementById('followed-count').textContent = folder.size > 0 ? folder.size : '';
  for (const link of document.querySelectorAll('.top a[href^="/follow"]')) {
    if (folder.size > 0) link.href = page(folder, link.search);
  }
}

// Makes the link a switch that puts what it names into the folder, and takes it out again.
function makeSwitch(link) {
  const { follow: name, value, on } = link.dataset;
  const off = link.textContent;
  const show = () => {
    const follows = kept().getAll(name).includes(value);
    link.setAttribute('aria-pressed', String(follows));
    link.textContent = follows ? on : off;
  };
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
