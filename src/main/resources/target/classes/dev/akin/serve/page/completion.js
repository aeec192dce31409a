// Completes what is typed into the search box: a combobox with a list (WAI-ARIA).

const WAIT_MILLIS = 120;
const COUNT = 8;

export function completeSearches(box) {
  const list = document.createElement('ul');
  list.id = 'completions';
  list.className = 'completions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.getAttribute('aria-label'));
  box.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false',
  })) box.setAttribute(name, value);

  let timer = 0;
  let asked = new AbortController();
  let chosen = -1;

  function close() {
    clearTimeout(timer);
    asked.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function choose(place) {
    const items = [...list.children];
    chosen = (place + items.length + 1) % (items.length + 1);
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    if (chosen < items.length) {
      box.setAttribute('aria-activedescendant', items[chosen].id);
    } else {
      chosen = -1;
      box.removeAttribute('aria-activedescendant');
    }
  }

  function take(item) {
    box.value = item.dataset.q;
    close();
    box.form.requestSubmit();
  }

  function show(completions) {
    list.replaceChildren(...completions.map(itemOf));
    list.hidden = completions.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    chosen = -1;
    box.removeAttribute('aria-activedescendant');
  }

  function itemOf(completion, place) {
    const item = document.createElement('li');
    item.id = 'completion-' + place;
    item.dataset.q = completion.q;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const kind = document.createElement('span');
    kind.className = 'kind';
    kind.textContent = document.body.dataset[completion.kind] ?? completion.kind;
    item.append(completion.text, kind);
    // The mouse must not take the focus away before the click.
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => take(item));
    return item;
  }

  async function ask() {
    asked.abort();
    asked = new AbortController();
    const typed = box.value.trim();
    if (typed.length < 2) return close();
    try {
      const address = '/v1/complete?limit=' + COUNT + '&q=' + encodeURIComponent(typed);
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok && document.activeElement === box) show((await answer.json()).completions);
    } catch {
      // Without an answer there are no completions; the search works all the same.
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MILLIS);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      close();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' && !list.hidden) {
      choose(chosen < 0 ? 0 : chosen + 1);
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && !list.hidden) {
      choose(chosen < 0 ? list.children.length - 1 : chosen - 1);
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen >= 0) {
      take(list.children[chosen]);
      event.preventDefault();
    }
  });
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', close);
}
