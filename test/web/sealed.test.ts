// Ring C at the windows: keys made in two browsers, words sealed in one and opened in the other, and no node told.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEAL_KEY_ADMITTED } from '../../src/act/kinds.ts';
import { AREAS } from '../../src/areas/index.ts';
import { serve, type Serving } from '../../src/web/server.ts';
import { HANDED, SHOWN, THING_AREA } from '../twin/given.area.ts';
import { official, openPair, type Pair, type Side, SIDES } from '../twin/pair.ts';
import { CHROMIUM, launch, watched } from './browser.ts';
import { OFFICIALS, signIn } from './officials.ts';

const CANARY = 'canary-ring-c: where the witness lives';
const NAME = 'canary-photo.img';
/** Long enough for three chunks, with words in each of them. */
const FILE = Buffer.alloc(2_400_000, `${CANARY}, seen from above. `);
const PASSPHRASE = 'a phrase that nobody sends';
const LABEL = JSON.stringify({ tlp: 'RED', rel: ['AL', 'UA'] });
const LONG = { timeout: 120_000 };
/** Deriving a key from a passphrase is made to take its time. */
const SOON = { timeout: 60_000 };

if (CHROMIUM === undefined) {
  it('NOT RUN: no Chromium is here to seal and open in', () => expect(CHROMIUM).toBeUndefined());
} else {
  describe('what only named bodies may read', () => {
    let browser: Browser;
    let pair: Pair;
    const windows = {} as Record<Side, Serving>;
    const pages = {} as Record<Side, Page>;
    /** Every byte that either browser has sent to its node. */
    const sent: string[] = [];

    beforeAll(async () => {
      browser = await launch();
      pair = await openPair('2026-08-28T09:00:00Z', () => [...AREAS, THING_AREA]);
      for (const side of SIDES) {
        windows[side] = await serve(pair.node(side).node, { port: 0, host: '127.0.0.1', say: () => undefined });
        const { context } = await watched(browser, { locale: 'en-GB', acceptDownloads: true });
        context.on('request', (request) => {
          sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`);
        });
        pages[side] = await context.newPage();
        await signIn(pages[side], windows[side].url, OFFICIALS[side].drafter);
      }
    }, LONG.timeout);
    afterAll(async () => {
      await browser.close();
      for (const side of SIDES) await windows[side].stop();
      await pair.close();
    });

    async function approved(side: Side, address: string): Promise<string> {
      const { node } = pair.node(side);
      const draft = await node.draft(address.split('/').at(-1) ?? '');
      if (draft === undefined) throw new Error(`sealed: there is no draft at ${address}`);
      await node.approve(official(pair, side, 'approver', 0), draft.id, draft.digest);
      const done = await node.approve(official(pair, side, 'approver', 1), draft.id, draft.digest);
      await pair.settled();
      return done.act ?? '';
    }

    /** The file that a page opens and saves. */
    async function openedFile(page: Page): Promise<Buffer> {
      await page.locator('[data-opening] [data-passphrase]').fill(PASSPHRASE);
      const download = page.waitForEvent('download', SOON);
      await page.locator('[data-open-file]').click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(NAME);
      return await readFile(await saved.path());
    }

    it('is sealed to keys that each browser makes, keeps and offers as a file', LONG, async () => {
      for (const side of SIDES) {
        const page = pages[side];
        await page.goto(`${windows[side].url}/drafts/new?kind=${encodeURIComponent(SEAL_KEY_ADMITTED.id)}`);
        const body = side === 'ua' ? 'ua:mfa' : 'al:mefa';
        await page.locator(`[name="name"][value="${body}/seal-2026-1"]`).check();
        await page.locator('[data-making] [data-passphrase]').fill(PASSPHRASE);
        const download = page.waitForEvent('download');
        await page.locator('[data-make]').click();
        expect((await download).suggestedFilename()).toMatch(/seal-2026-1\.key\.json$/);
        const made = async (): Promise<string> => await page.locator('[name="seal-key"]').inputValue();
        await expect.poll(made, SOON).toMatch(/^\w+:\w+\/seal-/);
        await page.locator('form[action="/drafts"] button[type="submit"]').first().click();
        await page.waitForURL(/\/drafts\/[\w-]+$/);
        await approved(side, new URL(page.url()).pathname);
      }
    });

    it('leaves one browser sealed, and is opened in the other, and by nothing between', LONG, async () => {
      const { ua, al } = pages;
      await ua.goto(`${windows.ua.url}/drafts/new?kind=${encodeURIComponent(HANDED.id)}`);
      await ua.locator('[name="label"]').fill(LABEL);
      await ua.locator('[name="text"]').fill(CANARY);
      await ua.locator('[name="file"]').setInputFiles({ name: NAME, mimeType: 'image/x-raw', buffer: FILE });
      await ua.locator('form[action="/drafts"] button[type="submit"]').first().click();
      await ua.waitForURL(/\/drafts\/[\w-]{8,}$/);
      const draft = new URL(ua.url()).pathname;
      // Whoever approves opens it in the same way; here the writer's own browser keeps the key.
      await ua.locator('[data-opening] [data-passphrase]').fill(PASSPHRASE);
      await ua.locator('[data-open]').click();
      await expect.poll(async () => await ua.locator('[data-opened]').textContent(), SOON).toContain(CANARY);

      expect(await openedFile(ua)).toEqual(FILE);
      const act = await approved('ua', draft);
      await al.goto(`${windows.al.url}/act/${act}`);
      expect(await al.content()).not.toContain('canary');
      await al.locator('[data-opening] [data-passphrase]').fill('another phrase, not this');
      await al.locator('[data-open]').click();
      const says = async (): Promise<string | null> => await al.locator('[data-opening] [data-says]').textContent();
      await expect.poll(says, SOON).toMatch(/passphrase/i);
      await al.locator('[data-opening] [data-passphrase]').fill(PASSPHRASE);
      await al.locator('[data-open]').click();
      await expect.poll(async () => await al.locator('[data-opened]').textContent(), SOON).toContain(CANARY);
      // Its file comes chunk by chunk after it, as opaque here as on the line.
      const { index } = (await pair.node('al').node.look().act(act))?.act ?? { index: -1 };
      const pieces = async (): Promise<unknown> => await pair.node('al').node.files.pieces('ua', index);
      await expect.poll(pieces, SOON).toEqual({ pieces: 3, here: 3 });
      expect(await pair.node('al').node.files.read('ua', index)).toBeUndefined();
      expect(await openedFile(al)).toEqual(FILE);
    });

    it('goes nowhere with a file where its kind takes none: the page says so', LONG, async () => {
      const { ua } = pages;
      const before = sent.length;
      await ua.goto(`${windows.ua.url}/drafts/new?kind=${encodeURIComponent(SHOWN.id)}`);
      await ua.locator('[name="label"]').fill(LABEL);
      await ua.locator('[name="text"]').fill(CANARY);
      const photo = { name: 'photo.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 witness lives') };
      await ua.locator('input[type="file"][name="file"]').setInputFiles(photo);
      await ua.locator('form[action="/drafts"] button[type="submit"]').first().click();
      const says = async (): Promise<string | null> =>
        await ua.locator('form[action="/drafts"] > div [data-says]').textContent();
      await expect.poll(says, SOON).toMatch(/^A file cannot be sealed here, so nothing was sent\./);
      expect(await ua.locator('[name="text"]').inputValue()).toBe(CANARY);
      expect(sent.slice(before).join('\n')).not.toContain('%PDF');
    });

    it('was never sent, nor was a passphrase or the secret half of a key', () => {
      expect(sent.length).toBeGreaterThan(20);
      const whole = sent.join('\n');
      expect(whole).toContain('servanda/envelope/v1');
      const secrets = ['canary', 'witness+lives', encodeURIComponent(CANARY), PASSPHRASE, 'body-key/v1', 'phrase'];
      for (const secret of secrets) {
        expect(whole.includes(secret) ? secret : undefined).toBeUndefined();
      }
    });

    it('stands in no table of either node', async () => {
      for (const side of SIDES) {
        const { sql } = pair.node(side);
        const tables = await sql<{ name: string }[]>`select c.relname as name from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`;
        for (const { name } of tables) {
          const found = await sql.unsafe(`select count(*)::int as n from ${name} t
            where t::text like '%canary%' or t::text like '%${Buffer.from('canary').toString('hex')}%'`);
          expect([name, found[0]?.['n']]).toEqual([name, 0]);
        }
      }
    });

    it('lies on the disk of neither node but in chunks that say nothing', async () => {
      for (const side of SIDES) {
        const all = await readdir(join(pair.seats[side].home, 'files'), { withFileTypes: true, recursive: true });
        const paths = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
        expect(paths.length).toBe(3);
        for (const path of paths) expect((await readFile(path)).includes('canary')).toBe(false);
      }
    });

    it('goes out as it is where the label asks for no sealing, and is then read by the node', LONG, async () => {
      const { ua } = pages;
      await ua.goto(`${windows.ua.url}/drafts/new?kind=${encodeURIComponent(HANDED.id)}`);
      await ua.locator('[name="label"]').fill(JSON.stringify({ tlp: 'GREEN', rel: ['AL', 'UA'] }));
      await ua.locator('[name="text"]').fill('for every official');
      await ua.locator('form[action="/drafts"] button[type="submit"]').first().click();
      await ua.waitForURL(/\/drafts\/[\w-]{8,}$/);
      const draft = await pair.node('ua').node.draft(new URL(ua.url()).pathname.split('/').at(-1) ?? '');
      expect(draft?.typed['text']).toEqual(['for every official']);
    });
  });
}
