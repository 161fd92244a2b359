// Notices of the browser: what a person is told on their page of duties, shown outside of it where they asked for it.

/** Where the newest notice shown is remembered: one browser shows each once. */
const SHOWN = 'servanda.notices';

interface Told {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly madeAt: string;
}

async function told(): Promise<readonly Told[]> {
  const answer = await fetch('/duties/notices', { headers: { accept: 'application/json' } });
  if (!answer.ok) return [];
  return ((await answer.json()) as { readonly notices: readonly Told[] }).notices;
}

/** Shows what is newer than what was shown last; the first look only remembers where it is. */
export async function showNotices(): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const last = localStorage.getItem(SHOWN);
  if (last === null) return;
  const fresh = (await told()).filter(({ madeAt, id }) => `${madeAt} ${id}` > last);
  for (const { id, subject, text } of fresh) new Notification(subject, { body: text, tag: id });
  const newest = fresh
    .map(({ madeAt, id }) => `${madeAt} ${id}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .at(-1);
  if (newest !== undefined) localStorage.setItem(SHOWN, newest);
}

/** The button that asks a browser for leave: shown only where a browser can show anything and has not been asked. */
export function offerNotices(): void {
  const offer = document.getElementById('browser-notices');
  if (offer === null || !('Notification' in window) || Notification.permission === 'denied') return;
  if (Notification.permission === 'granted' && localStorage.getItem(SHOWN) !== null) return;
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    void Notification.requestPermission().then((permission) => {
      offer.hidden = permission !== 'default';
      if (permission === 'granted') localStorage.setItem(SHOWN, `${new Date().toISOString()} `);
    });
  });
}
