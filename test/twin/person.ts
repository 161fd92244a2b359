// A person at the windows of a node, without a browser: follows links, fills forms, keeps a cookie.
import { expect } from 'vitest';

/** A page as fetched: its status, where it came to lie, its text. */
export interface Page {
  readonly status: number;
  readonly path: string;
  readonly html: string;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

export class Person {
  /** Address of the windows; a node that was started again may have another. */
  url: string;
  readonly #language: string;
  #cookie = '';

  constructor(url: string, language = 'en') {
    this.url = url;
    this.#language = language;
  }

  async open(path: string, form?: Readonly<Record<string, string>>): Promise<Page> {
    const asked = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(new URL(path, this.url), {
      ...asked,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.#cookie, 'accept-language': this.#language },
    });
    for (const line of response.headers.getSetCookie()) this.#cookie = line.split(';')[0] ?? '';
    const to = response.headers.get('location');
    if (to === null) return { status: response.status, path, html: await response.text() };
    await response.arrayBuffer();
    return await this.open(to);
  }

  async json<T>(path: string): Promise<T> {
    const response = await fetch(new URL(path, this.url), {
      headers: { accept: 'application/json', cookie: this.#cookie },
    });
    return (await response.json()) as T;
  }

  /** Fills the form that goes to `action` with what it holds and what is typed, and sends it. */
  async send(page: Page, action: string, typed: Readonly<Record<string, string>> = {}): Promise<Page> {
    const forms = page.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const of = (form: string): boolean => form.includes(`action="${action}"`);
    const form =
      forms.find((one) => of(one) && Object.entries(typed).some(([, value]) => one.includes(`value="${value}"`))) ??
      forms.find(of);
    if (form === undefined)
      throw new Error(
        `there is no form to ${action} at ${page.path}: ${page.html.replace(/<[^>]+>/g, ' ').slice(0, 2000)}`,
      );
    const fields: Record<string, string> = {};
    for (const input of form.match(/<(?:input|textarea|select)[^>]*>/g) ?? []) {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      if (name === undefined) continue;
      const value = unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '');
      if (/type="(?:radio|checkbox)"/.test(input) && !input.includes('checked')) continue;
      fields[name] = value;
    }
    return await this.open(action, { ...fields, ...typed });
  }

  async signIn(official: string): Promise<Page> {
    const page = await this.send(await this.open('/sign-in'), '/sign-in', { official });
    expect(page.status).toBe(200);
    return page;
  }
}
