// The keyboard: "/" goes to the search box, the arrows from paper to paper, Enter opens one.

const EDITED = 'input, textarea, select, [contenteditable]';

export function moveByKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.(EDITED)) return;
    if (event.key === '/') {
      document.getElementById('q').focus();
      document.getElementById('q').select();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (move(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    }
  });
}

// Moves among the papers; from elsewhere, down leads to the first paper and up scrolls as usual.
function move(step) {
  const papers = [...document.querySelectorAll('.open-paper')];
  const now = papers.indexOf(document.activeElement);
  // A page that begins with a text scrolls until a paper has the focus.
  if (now < 0 && (step < 0 || document.querySelector('.whole'))) return false;
  // The first one that can be seen, or the next.
  const next = now < 0 ? papers.find((paper) => paper.getBoundingClientRect().top >= 0) : papers[now + step];
  if (!next) return false;
  next.focus();
  next.closest('.paper').scrollIntoView({ block: 'nearest' });
  return true;
}
