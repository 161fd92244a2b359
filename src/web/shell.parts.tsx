// What the frames of both windows have in common: the way past the head, the exercise notice, languages, other forms.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Exercise } from '../kit/marks.tsx';
import { LANGUAGES, type Language, type Speak } from '../kit/words.ts';
import { ALTERNATES, type Alternates } from './beside.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', uk: 'Українська', sq: 'Shqip' };

/** What stands before the head of a page: a link past it, and in a demonstration that it is one. */
export function Before({ speak, exercise }: { readonly speak: Speak; readonly exercise: boolean }): JSX.Element {
  return (
    <>
      <a class="skip" href="#main">
        {speak.say('shell.skip')}
      </a>
      {exercise ? (
        <aside class="exercise-notice" aria-label={speak.say('shell.exercise')}>
          <p>
            <Exercise /> {speak.say('shell.exercise-notice')}
          </p>
        </aside>
      ) : null}
    </>
  );
}

/** The same page in each language, at the address that `href` gives. */
export function Languages({ speak, href }: {
  readonly speak: Speak;
  readonly href: (language: Language) => string;
}): JSX.Element {
  return (
    <nav class="languages" aria-label={speak.say('shell.languages')}>
      <ul>
        {LANGUAGES.map((language) => (
          <li>
            <a
              href={href(language)}
              lang={language}
              hreflang={language}
              aria-current={language === speak.language ? 'true' : undefined}
            >
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The other forms of the page, for the head of its document. */
export function AlternateHeads({ of }: { readonly of: Alternates }): JSX.Element {
  return (
    <>
      {ALTERNATES.map(([form, type]) => {
        const href = of[form];
        return href === undefined ? null : <link rel="alternate" type={type} href={href} />;
      })}
    </>
  );
}

/** The other forms of the page, as items of the list at its foot. */
export function AlternateItems({ of, speak }: { readonly of: Alternates; readonly speak: Speak }): JSX.Element {
  return (
    <>
      {ALTERNATES.map(([form, type]) => {
        const href = of[form];
        return href === undefined ? null : (
          <li>
            <a href={href} type={type}>
              {speak.say(`shell.${form}`)}
            </a>
          </li>
        );
      })}
    </>
  );
}
