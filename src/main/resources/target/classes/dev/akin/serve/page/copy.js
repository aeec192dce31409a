// Gives each text that people copy a button.

const THANKS_MILLIS = 2000;

export function copyButtons() {
  const template = document.querySelector('.cite template');
  if (!template || !navigator.clipboard) return;
  for (const text of document.querySelectorAll('.copied')) {
    const button = template.content.firstElementChild.cloneNode(true);
    const label = button.textContent;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = document.body.dataset.copied;
      setTimeout(() => (button.textContent = label), THANKS_MILLIS);
    });
    text.after(button);
  }
}
