// The box for other sites: related papers as a web component, without a build step or a library.
//
//   <script type="module" src="https://related.repository.example/akin-related.js"></script>
//   <akin-related paper="doi:10.1145/362384.362685" limit="5"></akin-related>
//
// It asks the service that this script comes from. It sets no cookie, keeps nothing in the browser,
// and reads nothing from anywhere else. Attributes, custom properties and events are described in
// akin's pages, under "A box on any page".

const SERVICE = new URL('.', import.meta.url);
const FIELDS = 'title,authors,date,url,doi,language,publication';
const TIMEOUT_MS = 8000;
const LOOK_MS = 1000;
const TOGETHER_MS = 100;
const USUAL_LIMIT = 5;
const MAX_LIMIT = 50;
const MAX_AUTHORS = 3;

// Whether akin counts which ranks are seen and opened; it changes this line if it does.
const COUNTED = false;

// The box loads when it is this close to the visible part of the page.
const NEAR = '400px 0px';

const WORDS = {
  en: { heading: 'Related papers', others: 'et al.', newTab: '(opens in a new tab)' },
  de: { heading: 'Verwandte Arbeiten', others: 'u. a.', newTab: '(öffnet in einem neuen Tab)' },
  fr: { heading: 'Travaux similaires', others: 'et al.', newTab: '(s’ouvre dans un nouvel onglet)' },
  es: { heading: 'Trabajos relacionados', others: 'et al.', newTab: '(se abre en una pestaña nueva)' },
};

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host {
    display: block;
    --accent: var(--akin-related-accent, light-dark(#0b6e69, #5cc8c0));
    --faint: var(--akin-related-faint, color-mix(in srgb, currentColor 72%, transparent));
    --line: var(--akin-related-line, color-mix(in srgb, currentColor 16%, transparent));
    color: var(--akin-related-text, inherit);
    font-family: var(--akin-related-font, inherit);
    font-size: var(--akin-related-size, 1rem);
    line-height: 1.4;
    text-align: start;
  }
  @supports not (color: light-dark(red, red)) {
    :host { --accent: var(--akin-related-accent, #0b6e69); }
  }
  :host([hidden]) { display: none; }
  section {
    padding: var(--akin-related-padding, 1.1em 1.25em .5em);
    border: var(--akin-related-border, 1px solid var(--line));
    border-radius: var(--akin-related-radius, .75em);
    background: var(--akin-related-background, transparent);
  }
  .heading {
    margin: 0 0 .5em;
    font-size: 1.05em;
    font-weight: 650;
    line-height: 1.3;
  }
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(min(100%, 19em), 50% - 1.25em), 1fr));
    column-gap: 2.5em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    align-content: center;
    gap: .15em;
    min-block-size: calc(5.15em + 1px);
    padding-block: .55em;
    border-block-start: 1px solid var(--line);
    box-sizing: border-box;
  }
  .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: 500;
    text-align: match-parent;
    line-height: 1.35;
  }
  a {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-color: transparent;
    text-underline-offset: .15em;
    border-radius: .2em;
    transition: text-decoration-color .15s;
  }
  a:hover { text-decoration-color: currentColor; }
  a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; -webkit-line-clamp: none; }
  .facts {
    font-size: .875em;
    line-height: 1.35;
    color: var(--faint);
    text-align: match-parent;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .wait { user-select: none; animation: wait 1.6s ease-in-out infinite alternate; }
  .wait i {
    display: block;
    block-size: .8em;
    margin-block: .25em;
    border-radius: .4em;
    background: var(--line);
  }
  .wait .heading { display: flow-root; }
  .wait .heading i { inline-size: 9em; max-inline-size: 60%; }
  .wait li i:first-child { inline-size: 82%; }
  .wait li:nth-child(even) i:first-child { inline-size: 68%; }
  .wait li i:last-child { inline-size: 45%; block-size: .65em; }
  @keyframes wait { to { opacity: .45; } }
  @media (prefers-reduced-motion: reduce) {
    .wait, a { animation: none; transition: none; }
  }
  @media (forced-colors: active) {
    .wait i { background: GrayText; }
  }
  @media print {
    .wait { display: none; }
    a { color: inherit; }
  }
`);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The closest ancestor with an attribute, also outside of shadow trees.
function closest(from, selector) {
  for (let at = from; at; at = at.getRootNode().host) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

function wordsFor(from) {
  const language = closest(from, '[lang]')?.lang ?? '';
  return WORDS[language.toLowerCase().split('-')[0]] ?? WORDS.en;
}

// The address of the paper's page, or else of its DOI; only addresses of the web are linked.
function linkOf(paper) {
  const doi = paper.doi ? 'https://doi.org/' + encodeURI(paper.doi).replace(/[?#]/g, encodeURIComponent) : '';
  return [paper.url, doi].find(isOfWeb) ?? null;
}

function isOfWeb(address) {
  try {
    return typeof address === 'string' && /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

function factsOf(paper, words) {
  const authors = paper.authors ?? [];
  const named = authors.slice(0, MAX_AUTHORS).join(', ');
  return [
    (paper.date ?? '').slice(0, 4),
    authors.length > MAX_AUTHORS ? named + ' ' + words.others : named,
    paper.publication?.container ?? '',
  ].filter(fact => fact !== '').join(' · ');
}

// Says which ranks were seen or opened: neither which papers, nor who, nor where.
function count(event, ranks) {
  if (!COUNTED || navigator.globalPrivacyControl) return;
  fetch(new URL('v1/box-events', SERVICE), {
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ event, ranks }),
  }).catch(() => {});
}

// Counts those items once that a reader looks at for a second; what is seen together is told
// together.
function countSeen(items) {
  const looking = new Map();
  let seen = [];
  const see = item => {
    observer.unobserve(item);
    if (seen.push(items.indexOf(item) + 1) > 1) return;
    setTimeout(() => {
      count('seen', seen);
      seen = [];
    }, TOGETHER_MS);
  };
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(looking.get(target));
      if (isIntersecting) looking.set(target, setTimeout(see, LOOK_MS, target));
    }
  }, { threshold: 1 });
  items.forEach(item => observer.observe(item));
}

function waiting(rows) {
  const row = () => element('li', {}, element('i'), element('i'));
  const box = element('section', { className: 'wait', part: 'box' },
    element('div', { className: 'heading' }, element('i')),
    element('ol', {}, ...Array.from({ length: rows }, row)));
  box.setAttribute('aria-hidden', 'true');
  return box;
}

export class AkinRelated extends HTMLElement {
  // Attributes that change what is asked for, and those that only change how it is shown.
  static #ASKING = ['paper', 'limit', 'scope', 'mode', 'aspect'];
  static #SHOWING = ['heading', 'level', 'target', 'lang'];
  static observedAttributes = [...AkinRelated.#ASKING, ...AkinRelated.#SHOWING];

  #root = this.attachShadow({ mode: 'open' });
  #observer = null;
  #request = null;
  #papers = null;
  #isNear = false;
  #isPlanned = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
  }

  connectedCallback() {
    this.#begin();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (AkinRelated.#SHOWING.includes(name)) {
      if (this.#papers) this.#show();
    } else if (!this.#isPlanned) {
      // Pages often change several attributes together.
      this.#isPlanned = true;
      queueMicrotask(() => {
        this.#isPlanned = false;
        if (this.isConnected) this.#begin();
      });
    }
  }

  // Asks again, for instance after an error.
  reload() {
    this.#begin();
  }

  get #limit() {
    const limit = Math.trunc(Number(this.getAttribute('limit')));
    return limit >= 1 ? Math.min(limit, MAX_LIMIT) : USUAL_LIMIT;
  }

  #begin() {
    this.#stop();
    this.#papers = null;
    if (!this.getAttribute('paper')?.trim()) {
      this.#leaveNoTrace();
      return;
    }
    this.hidden = false;
    this.#root.replaceChildren(waiting(this.#limit));
    if (this.#isNear) {
      this.#load();
      return;
    }
    this.#observer = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) {
        this.#isNear = true;
        this.#observer.disconnect();
        this.#load();
      }
    }, { rootMargin: NEAR });
    this.#observer.observe(this);
  }

  #stop() {
    this.#observer?.disconnect();
    this.#request?.abort();
    this.#request = null;
  }

  #address() {
    const address = new URL('v1/related', SERVICE);
    address.searchParams.set('id', this.getAttribute('paper').trim());
    address.searchParams.set('limit', this.#limit);
    address.searchParams.set('fields', FIELDS);
    for (const name of ['scope', 'mode', 'aspect']) {
      const value = this.getAttribute(name)?.trim();
      if (value) address.searchParams.set(name, value);
    }
    return address;
  }

  async #load() {
    const request = this.#request = new AbortController();
    const timer = setTimeout(() => request.abort(), TIMEOUT_MS);
    try {
      const papers = await this.#ask(request.signal);
      if (this.#request !== request) return;
      this.#papers = papers;
      if (papers.length === 0) {
        this.#leaveNoTrace();
        this.#tell('empty');
      } else {
        this.#show();
        if (COUNTED) countSeen([...this.#root.querySelectorAll('li')]);
        this.#tell('loaded', { ids: papers.map(paper => paper.id) });
      }
    } catch (error) {
      if (this.#request !== request) return;
      this.#leaveNoTrace();
      this.#tell('error', {
        status: error.status ?? 0,
        message: error.name === 'AbortError' ? 'no answer in time' : error.message,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  // A paper that the index does not have yet has no related papers; that is no error.
  async #ask(signal) {
    const response = await fetch(this.#address(), {
      signal,
      credentials: 'omit',
      headers: { Accept: 'application/json' },
    });
    if (response.status === 404) return [];
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw Object.assign(new Error(answer.detail ?? 'no list of papers'), { status: response.status });
    }
    return answer.results;
  }

  #leaveNoTrace() {
    this.hidden = true;
    this.#root.replaceChildren();
  }

  #show() {
    const words = wordsFor(this);
    const heading = element(this.#headingElement(), {
      className: 'heading',
      part: 'heading',
      id: 'heading',
      dir: 'auto',
      textContent: this.getAttribute('heading')?.trim() || words.heading,
    });
    const list = element('ol', { part: 'list' },
      ...this.#papers.map((paper, i) => this.#item(paper, i + 1, words)));
    list.setAttribute('role', 'list'); // Safari forgets the role of lists without numbers.
    const box = element('section', { part: 'box' }, heading, list);
    box.setAttribute('aria-labelledby', 'heading');
    this.#root.replaceChildren(box);
  }

  #headingElement() {
    const level = this.getAttribute('level');
    return /^[2-6]$/.test(level) ? 'h' + level : 'h2';
  }

  #item(paper, rank, words) {
    const link = linkOf(paper);
    const title = element(link ? 'a' : 'span', {
      className: 'title',
      part: link ? 'title link' : 'title',
      dir: 'auto',
      textContent: paper.title || paper.id,
    });
    if (paper.language) title.lang = paper.language;
    title.title = title.textContent;
    if (link) this.#link(title, link, paper, rank, words);
    const facts = factsOf(paper, words);
    const item = element('li', { part: 'item' }, title);
    if (facts) {
      item.append(element('div', { className: 'facts', part: 'facts', dir: 'auto', textContent: facts, title: facts }));
    }
    return item;
  }

  #link(title, href, paper, rank, words) {
    title.href = href;
    const target = this.getAttribute('target');
    if (target) {
      title.target = target;
      title.rel = 'noopener';
    }
    if (target === '_blank') {
      title.append(' ', element('span', { className: 'unseen', textContent: words.newTab }));
    }
    const tell = event => {
      count('opened', [rank]);
      const go = this.#tell('click', { id: paper.id, rank, url: href });
      if (!go) event.preventDefault();
    };
    title.addEventListener('click', tell);
    title.addEventListener('auxclick', event => event.button === 1 && tell(event));
  }

  // Returns false if the page wants to open the paper itself.
  #tell(what, detail = {}) {
    return this.dispatchEvent(new CustomEvent('akin-related:' + what, {
      bubbles: true,
      composed: true,
      cancelable: what === 'click',
      detail: { paper: this.getAttribute('paper').trim(), ...detail },
    }));
  }
}

if (!customElements.get('akin-related')) customElements.define('akin-related', AkinRelated);
