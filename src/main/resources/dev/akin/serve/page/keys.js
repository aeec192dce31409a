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
  if (now < 0 && step < 0) return false;
  const next = papers[now + step];
  if (!next) return false;
  next.focus();
  next.closest('.paper').scrollIntoView({ block: 'nearest' });
  return true;
}
