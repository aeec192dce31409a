// A file that is dropped on the page is sent as if it had been chosen.

export function takeDrops() {
  const form = document.querySelector('form.paste');
  if (!form) return;
  const input = form.elements.file;
  for (const type of ['dragenter', 'dragover']) {
    addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.add('dropping');
    });
  }
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) form.classList.remove('dropping');
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('dropping');
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
