// The island of the page that checks a proof: it reads the files in the browser, and says step by step what holds.
import { ed25519 } from '@noble/curves/ed25519.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import type { Verification } from '../../act/key.ts';
import { type Given, proofSteps, type Step } from '../../verify/steps.ts';

/** Bytes of a file that is read, at most: a proof with its act stays below. */
const FILE_LIMIT = 256 * 1024;

/** The signatures that occur, checked by the letter of RFC 8032 and FIPS 204; what cannot be read is no signature. */
const VERIFICATION: Verification = {
  'ed25519': (key, message, signature) => {
    try {
      return ed25519.verify(signature, message, key, { zip215: false });
    } catch {
      return false;
    }
  },
  'ml-dsa-44': (key, message, signature) => {
    try {
      return ml_dsa44.verify(signature, message, key);
    } catch {
      return false;
    }
  },
};

type Name = keyof Given;

/** Seconds since 1970 as an instant, RFC 3339 UTC. */
const instant = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

function input(name: Name): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`#check-${name}`);
}

/** The file chosen, else what the server gives of the act that the page is about, else nothing. */
async function bytesOf(name: Name): Promise<Uint8Array> {
  const field = input(name);
  const file = field?.files?.[0];
  if (file !== undefined) {
    if (file.size > FILE_LIMIT) throw new Error(`${file.name}: ${file.size} > ${FILE_LIMIT}`);
    return new Uint8Array(await file.arrayBuffer());
  }
  const href = field?.dataset['href'];
  if (href === undefined) return new Uint8Array();
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Each step stands on the page in all its states, in the reader's words; the one that was found is shown. */
function show(steps: readonly Step[]): void {
  for (const { name, state, found } of steps) {
    const item = document.querySelector<HTMLElement>(`[data-step="${name}"]`);
    if (item === null) continue;
    item.dataset['found'] = state;
    for (const words of item.querySelectorAll<HTMLElement>('[data-state]')) {
      words.hidden = words.dataset['state'] !== state;
    }
    const place = item.querySelector('code');
    if (place !== null) place.textContent = found.join('\n');
  }
  const holds = steps.every(({ state }) => state === 'holds');
  for (const verdict of document.querySelectorAll<HTMLElement>('[data-verdict]')) {
    verdict.hidden = verdict.dataset['verdict'] !== (holds ? 'holds' : 'fails');
  }
}

async function check(): Promise<void> {
  const result = document.getElementById('check-result');
  const trouble = document.getElementById('check-trouble');
  if (result === null || trouble === null) return;
  // What was found before is no answer to what is asked now.
  result.hidden = true;
  trouble.hidden = true;
  try {
    const [proof, policy, keys] = await Promise.all([bytesOf('proof'), bytesOf('policy'), bytesOf('keys')]);
    show(proofSteps({ proof, policy, keys }, VERIFICATION, instant));
    result.hidden = false;
    result.focus();
  } catch (cause) {
    const said = trouble.querySelector('code');
    if (said !== null) said.textContent = cause instanceof Error ? cause.message : String(cause);
    trouble.hidden = false;
  }
}

const form = document.getElementById('check');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
// Without this script the form cannot do anything, so it stands hidden until the script is here.
if (form !== null) form.hidden = false;
