// Signing in with a real browser: a passkey of a virtual authenticator, and the way to a provider on another site.
import { randomBytes } from 'node:crypto';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newCode } from '../../src/node/passkeys.ts';
import { FAILURES } from '../../src/node/people.ts';
import { dropPasskeys, enrolOffice, invite, unlock } from '../../src/node/registrar.ts';
import type { Serving } from '../../src/web/server.ts';
import { freePort } from '../setup/ports.ts';
import { axeSource, barriers, CHROMIUM, launch, overflow, watched } from '../web/browser.ts';
import { type OpenDoor, openDoor } from './door.ts';
import { type Idp, openIdp } from './idp.ts';

const post = { en: 'desk officer', uk: 'співробітниця', sq: 'nëpunëse' };

interface Authenticator {
  readonly cdp: CDPSession;
  readonly id: string;
}

/** An authenticator as a person carries one: it knows who holds it, and keeps the keys. */
async function authenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

if (CHROMIUM === undefined) {
  test('NOT RUN: passkeys in a browser: Chromium is absent', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('in a real browser', () => {
    let browser: Browser;
    let door: OpenDoor;
    let serving: Serving;
    let idp: Idp;
    let url: string;

    beforeAll(async () => {
      const port = await freePort();
      url = `http://localhost:${port}`;
      idp = await openIdp(`${url}/sign-in/provider/return`, new Map([['ivan', { name: 'I. Ivan', groups: ['read'] }]]));
      const { issuer, client, secret } = idp;
      const provider = { issuer, client, secret, scope: 'openid profile', groups: 'groups', person: undefined };
      const groups = [{ group: 'read', body: 'ua:mfa', roles: ['reader' as const], post }];
      door = await openDoor({ signIn: { windows: url, provider, groups, passkeys: true } });
      serving = await door.serve(port);
      for (const [id, roles] of [['olena', ['reader', 'drafter']], ['taras', ['operator']]] as const) {
        const body = id === 'taras' ? 'ua:node' : 'ua:mfa';
        await enrolOffice(door.registry, { id, person: id, name: `${id}. EXERCISE`, body, roles: [...roles], post });
      }
      browser = await launch();
    });

    afterAll(async () => {
      await browser.close();
      await serving.stop();
      await door.close();
      await idp.close();
    });

    // Tries of this one address come back with time.
    beforeEach(() => door.wait(60_000));

    /** Makes a passkey with a new code, and is signed in then. */
    const enrol = async (page: Page, person: string): Promise<string> => {
      const code = newCode((count) => new Uint8Array(randomBytes(count)));
      await invite(door.registry, person, code);
      await page.goto(`${url}/sign-in/enrol`);
      await page.fill('[name="person"]', person);
      await page.fill('[name="code"]', code);
      await page.locator('form[action="/sign-in/enrol"] button').click();
      await page.locator('form[data-passkey] button').click();
      await page.waitForURL(/\/today$/);
      return code;
    };
    const signOut = async (page: Page): Promise<void> => {
      await page.locator('form[action="/sign-out"] button').click();
      await page.waitForURL(/\/agreement$/);
    };
    const usePasskey = async (page: Page): Promise<void> => {
      await page.goto(`${url}/sign-in?next=/session`);
      await page.locator('form[data-passkey] button').click();
    };

    test('a one-time code makes a passkey, which signs in for a purpose; each ends where it must', async () => {
      const { context, complaints } = await watched(browser, {});
      const page = await context.newPage();
      const { cdp, id } = await authenticator(page);
      const code = await enrol(page, 'olena');
      const planted = (await context.cookies()).find(({ name }) => name === 'servanda-ua')?.value;
      await signOut(page);
      await page.goto(`${url}/sign-in?next=/session`);
      await page.selectOption('[name="purpose"]', 'crime');
      await page.locator('form[data-passkey] button').click();
      await page.waitForURL(({ pathname }) => pathname === '/session');
      expect(await page.locator('.sign-in').innerText()).toContain('for: combating and preventing crime');
      // The session has another id than the one before it (session fixation).
      expect((await context.cookies()).find(({ name }) => name === 'servanda-ua')?.value).not.toBe(planted);
      expect(complaints).toEqual([]);
      await signOut(page);

      // The code is used up.
      await page.goto(`${url}/sign-in/enrol`);
      await page.fill('[name="person"]', 'olena');
      await page.fill('[name="code"]', code);
      await page.locator('form[action="/sign-in/enrol"] button').click();
      await page.locator('.notice').first().waitFor();
      expect(await page.locator('form[data-passkey]').count()).toBe(0);
      await unlock(door.registry, 'olena');

      // A device that does not know who holds it is refused there, and nothing is sent.
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
      await usePasskey(page);
      await page.locator('[data-failed]:not([hidden])').waitFor();
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true });

      // The operator ends the passkeys of a lost device.
      expect(await dropPasskeys(door.registry, 'olena')).toBe(1);
      await usePasskey(page);
      await page.locator('.notice').first().waitFor();
      expect(await page.locator('form[action="/sign-out"]').count()).toBe(0);
      await context.close();
    });

    test('an answer is good for its own question once; a copied key is found out; wrong ones lock', async () => {
      const { context } = await watched(browser, {});
      const page = await context.newPage();
      const { cdp, id } = await authenticator(page);
      await unlock(door.registry, 'olena');
      await enrol(page, 'olena');
      await signOut(page);
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/sign-in/passkey')) sent.push(request.postData() ?? '');
      });
      await usePasskey(page);
      await page.waitForURL(({ pathname }) => pathname === '/session');
      await signOut(page);
      // The same form again, from the same browser with a token of its own: the question is gone.
      const again = async (body: string): Promise<number> => {
        await page.goto(`${url}/sign-in`);
        const csrf = (await page.locator('form[data-passkey] [name="csrf"]').getAttribute('value')) ?? '';
        const challenge = (await page.locator('form[data-passkey] [name="challenge"]').getAttribute('value')) ?? '';
        const fields = new URLSearchParams(body);
        fields.set('csrf', csrf);
        if (fields.get('challenge') === 'the newest') fields.set('challenge', challenge);
        const form = Object.fromEntries(fields);
        return (await context.request.post(`${url}/sign-in/passkey`, { form, maxRedirects: 0 })).status();
      };
      expect(await again(sent[0] ?? '')).toBe(403);
      // With a question that was asked, and the answer to another: refused, and counted.
      const wrong = new URLSearchParams(sent[0] ?? '');
      wrong.set('challenge', 'the newest');
      expect(await again(wrong.toString())).toBe(403);

      // A key whose counter goes back was copied.
      const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id });
      const [copied] = credentials;
      if (copied === undefined) throw new Error('passkey: the authenticator has none');
      await cdp.send('WebAuthn.removeCredential', { authenticatorId: id, credentialId: copied.credentialId });
      await cdp.send('WebAuthn.addCredential', { authenticatorId: id, credential: { ...copied, signCount: 0 } });
      await usePasskey(page);
      await page.locator('.notice').first().waitFor();

      const answer = wrong.get('answer') ?? '';
      const { challenge } = await door.node.people.askPasskey();
      const guess = async (): Promise<unknown> => await door.node.people.withPasskey(answer, challenge);
      for (let i = 2; i < FAILURES; i++) await expect(guess()).rejects.toMatchObject({ code: 'sign-in-refused' });
      await expect(guess()).rejects.toMatchObject({ code: 'account-locked' });
      expect(await unlock(door.registry, 'olena')).toBe(true);
      await context.close();
    });

    test('the way back from a provider on another site ends in a session that no other site sends', async () => {
      const { context, complaints } = await watched(browser, {});
      const page = await context.newPage();
      idp.user = 'ivan';
      await page.goto(`${url}/sign-in?next=/session`);
      await page.locator('a[href^="/sign-in/provider"]').click();
      await page.waitForURL(({ pathname }) => pathname === '/session');
      expect(await page.locator('h1').innerText()).toBe('Your session');
      const cookie = (await context.cookies()).find(({ name }) => name === 'servanda-ua');
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('the pages of signing in and of people meet no barrier and fit a phone, in three languages', async () => {
      const { context } = await watched(browser, { viewport: { width: 360, height: 800 } });
      const page = await context.newPage();
      await authenticator(page);
      await enrol(page, 'taras');
      const axe = await axeSource();
      const found: string[] = [];
      for (const [path, lang] of [
        ['/sign-in', 'en'],
        ['/sign-in/enrol', 'uk'],
        ['/session', 'sq'],
        ['/people', 'uk'],
      ] as const) {
        await page.goto(`${url}${path}?lang=${lang}`);
        await page.evaluate(axe);
        found.push(...(await barriers(page)).map((one) => `${path}: ${one}`));
        found.push(...(await overflow(page)).map((one) => `${path}: ${one}`));
      }
      expect(found).toEqual([]);
      expect(await page.locator('#deeds').count()).toBe(1);
      await context.close();
    });
  });
}
