// Maps: the borders that the Agreement names, at every resolution of the published atlas, and what is drawn of them.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { readAgreement } from '../../src/agreement/agreement.ts';
import { agreementFiles } from '../../src/commands/house.ts';
import { isWithin, layMap, MAP_HEIGHT, MAP_WIDTH, MapFigure, mendAtlas, type Topology } from '../../src/kit/map.tsx';

const agreement = readAgreement(await agreementFiles('ua-al-2025'));
const { atlas } = agreement;
const points = atlas.borders?.points ?? [];
const UKRAINE = '804';

async function published(resolution: string): Promise<Topology> {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${resolution}.json`);
  return JSON.parse(await readFile(path, 'utf8')) as Topology;
}

describe('the borders of recital (2)', () => {
  test('name Simferopol, Sevastopol and Kerch, each in Ukraine', () => {
    expect(points.map(({ name }) => name.en)).toEqual(['Simferopol', 'Sevastopol', 'Kerch']);
    expect(points.every(({ country }) => country === UKRAINE)).toBe(true);
    expect(agreement.provision(atlas.borders?.provision ?? '')?.text).toContain('borders as of 1991');
  });

  // Maps are drawn from the middle one; the finest is what a closer map would be drawn from, and takes its time.
  const resolutions = process.env['SLOW'] === '1' ? ['50m', '10m'] : ['50m'];
  test.each(resolutions)('hold at %s, where the published atlas has all three elsewhere', async (resolution) => {
    const topology = await published(resolution);
    const asPublished = mendAtlas(topology, []);
    const mended = mendAtlas(topology, points);
    for (const { at } of points) {
      expect(isWithin(asPublished, UKRAINE, at)).toBe(false);
      expect(mended.filter(({ code }) => isWithin(mended, code, at)).map(({ code }) => code)).toEqual([UKRAINE]);
    }
  });

  test('leave every other country as it is published', async () => {
    const topology = await published('50m');
    const [before, after] = [mendAtlas(topology, []), mendAtlas(topology, points)];
    const changed = after.filter((land) => {
      const was = before.find(({ code }) => code === land.code);
      return JSON.stringify(was?.shape) !== JSON.stringify(land.shape);
    });
    expect(changed.map(({ code }) => code).sort()).toEqual(['643', UKRAINE]);
  });
});

describe('a map of the Agreement', () => {
  test('draws both countries in front, with every place within the frame, and says it in words', async () => {
    const lands = mendAtlas(await published('50m'), points);
    const drawn = layMap(lands, atlas.countries.map(({ code }) => code));
    expect(drawn.lands.slice(-2).map(({ code }) => code).sort()).toEqual(['008', UKRAINE]);
    for (const { at } of atlas.places) {
      const [x, y] = drawn.place(at);
      expect(x > 0 && x < MAP_WIDTH && y > 0 && y < MAP_HEIGHT).toBe(true);
    }
    const spots = atlas.places.map(({ id, name, at }) => ({ id, name: name.uk, at }));
    const own = [{ code: UKRAINE, name: 'Україна' }];
    // The element's own toString is what draws it.
    // oxlint-disable-next-line typescript/no-base-to-string
    const text = String(<MapFigure shown={{ alt: 'Карта', own, spots }} drawn={drawn} />);
    expect(text).toContain('role="img" aria-label="Карта"');
    expect(text).toContain('data-place="kharkiv"');
    expect(text).toContain('>Харків</text>');
    expect(text).not.toMatch(/style=|NaN/);
  });

  test('refuses places of a provision that the text has not', async () => {
    const files = await agreementFiles('ua-al-2025');
    const wrong = { ...files, 'places.yaml': (files['places.yaml'] ?? '').replace('provision: r2', 'provision: r99') };
    expect(() => readAgreement(wrong)).toThrow('r99');
  });
});
