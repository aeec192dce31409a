// Shows a few works at once, because there may be hundreds: those with the words asked for, or those
// with an undecided pair. Without scripts the page has all.
(() => {
  const AT_ONCE = 20;
  const works = [...document.querySelectorAll('.work')];
  const form = document.getElementById('filter');
  if (!form) return;
  const words = document.getElementById('words');
  const listed = document.getElementById('listed');
  const openOnly = document.getElementById('open-only');
  const parts = [...document.querySelectorAll('.part')];
  const texts = new Map();
  let most = AT_ONCE;
  let typing = 0;

  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const textOf = work => {
    if (!texts.has(work)) texts.set(work, fold([...work.querySelectorAll('h3, td, p > bdi')].map(part => part.textContent).join(' ')));
    return texts.get(work);
  };

  const list = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    const open = openOnly?.checked ?? false;
    document.body.classList.toggle('undecided', open);
    const found = works.filter(work => !(open && work.classList.contains('done'))
      && wanted.every(word => textOf(work).includes(word)));
    const shown = new Set(found.slice(0, most));
    for (const work of works) work.hidden = !shown.has(work);
    for (const part of parts) part.hidden = !part.querySelector('.work:not([hidden])');
    document.getElementById('more').hidden = shown.size === found.length;
    document.getElementById('more-works').textContent = `Show ${Math.min(AT_ONCE, found.length - shown.size)} more`;
    const all = wanted.length > 0 || open ? `${found.length} found. ` : '';
    listed.textContent = (all + (shown.size < found.length ? `The first ${shown.size} are shown.` : '')).trim();
    return found;
  };

  // Goes to the work or the part that the address names, which may not be shown yet.
  const goTo = () => {
    const aim = document.getElementById(location.hash.slice(1));
    const work = aim?.closest('.work') ?? aim?.closest('.part')?.querySelector('.work');
    if (!work) return;
    words.value = '';
    if (openOnly && work.classList.contains('done')) openOnly.checked = false;
    most = Math.max(most, list().indexOf(work) + AT_ONCE);
    list();
    aim.scrollIntoView();
  };

  const add = count => {
    const first = works.find(work => work.hidden && list().includes(work));
    most += count;
    list();
    const heading = first?.querySelector('h3');
    if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
  };

  form.addEventListener('submit', event => event.preventDefault());
  words.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      most = AT_ONCE;
      list();
    }, 150);
  });
  openOnly?.addEventListener('change', list);
  document.addEventListener('decided', () => openOnly?.checked && list());
  document.getElementById('more-works').addEventListener('click', () => add(AT_ONCE));
  document.getElementById('all-works').addEventListener('click', () => add(works.length));
  addEventListener('hashchange', goTo);
  form.hidden = listed.hidden = false;
  list();
  if (location.hash) goTo();
})();
