// Copying: the buttons that put the words of another element on the clipboard, where a browser lets a page do so.

/** Shows each button, and says beside it when its words were taken; where the browser refuses, nothing is said. */
export function offerCopies(): void {
  if (!('clipboard' in navigator)) return;
  for (const offer of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const words = document.getElementById(offer.dataset['copy'] ?? '');
    const told = offer.querySelector('[role="status"]');
    if (words === null || told === null) continue;
    offer.hidden = false;
    offer.querySelector('button')?.addEventListener('click', () => {
      const text = (words.textContent ?? '').trim();
      void navigator.clipboard.writeText(text).then(
        () => (told.textContent = offer.dataset['done'] ?? ''),
        () => (told.textContent = ''),
      );
    });
  }
}
