// Links with data-replaces="ID" load their page, but replace only that part of this one.

export function replaceParts() {
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[data-replaces]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await replace(link.dataset.replaces, link.href);
    history.pushState({ part: link.dataset.replaces }, '', link.href);
  });
  addEventListener('popstate', () => {
    if (document.querySelector('[data-replaces]')) {
      replace(document.querySelector('[data-replaces]').dataset.replaces, location.href);
    }
  });
}

async function replace(id, address) {
  const part = document.getElementById(id);
  part.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const other = page.getElementById(id);
    if (!answer.ok || !other) throw new Error('no such part');
    part.replaceWith(document.adoptNode(other));
    other.tabIndex = -1;
    other.focus({ preventScroll: true });
  } catch {
    location.assign(address);
  }
}
