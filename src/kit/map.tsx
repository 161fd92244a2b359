// A map: countries within the borders that the agreement says, with places on it, drawn on the server as SVG.
import { type ExtendedFeature, geoContains, geoConicConformal, geoPath } from 'd3-geo';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { feature, merge } from 'topojson-client';

/** A published atlas as its package has it: TopoJSON with one geometry a country, by ISO 3166-1 numeric code. */
export type Topology = Parameters<typeof merge>[0];
type Arcs = readonly (readonly (readonly number[])[])[];
interface Country {
  readonly type: string;
  readonly id?: string | number | undefined;
  readonly arcs?: unknown;
}

/** A point that lies within a country, whatever the atlas says: longitude, latitude. */
export interface Within {
  readonly at: readonly [number, number];
  readonly country: string;
}

/** The land of one country, as degrees. */
export interface Land {
  readonly code: string;
  readonly shape: ExtendedFeature;
}

/** The polygons of a country, whether it is written as one or as many. */
function polygonsOf({ type, arcs }: Country): Arcs {
  if (type === 'MultiPolygon') return arcs as Arcs;
  return type === 'Polygon' ? [arcs as Arcs[number]] : [];
}

/**
 * The countries of an atlas, with every polygon that holds one of the points given to the country in which the point
 * lies. A point that no polygon holds, as on a coarse map, asks for nothing: the land around it goes with its polygon.
 */
export function mendAtlas(topology: Topology, within: readonly Within[]): readonly Land[] {
  const given = (topology.objects['countries'] as unknown as { readonly geometries: readonly Country[] }).geometries;
  const shaped = (arcs: Arcs): ExtendedFeature => {
    const whole = merge(topology, arcs.map((one) => ({ type: 'Polygon', arcs: one })) as never);
    return { type: 'Feature', properties: {}, geometry: whole };
  };
  const alone = (arcs: Arcs[number]): ExtendedFeature =>
    feature(topology, { type: 'Polygon', arcs } as never) as unknown as ExtendedFeature;
  const lands = new Map(given.map((country) => [String(country.id ?? ''), [...polygonsOf(country)]]));
  for (const { at, country } of within) {
    const home = lands.get(country);
    if (home === undefined) throw new Error(`map: the atlas has no country ${country}`);
    for (const [code, polygons] of lands) {
      if (code === country) continue;
      const strayed = polygons.filter((one) => geoContains(alone(one), [...at]));
      if (strayed.length === 0) continue;
      lands.set(code, polygons.filter((one) => !strayed.includes(one)));
      home.push(...strayed);
    }
  }
  return [...lands].flatMap(([code, arcs]) => (arcs.length === 0 ? [] : [{ code, shape: shaped(arcs) }]));
}

/** Whether a point lies in the land of a country. */
export function isWithin(lands: readonly Land[], code: string, at: readonly [number, number]): boolean {
  return lands.some((land) => land.code === code && geoContains(land.shape, [...at]));
}

/** A place on the map, named in the reader's language. */
export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [number, number];
}

/** What a map shows. `own` are the countries it is about; `alt` says it in a sentence. */
export interface MapShown {
  readonly alt: string;
  readonly own: readonly { readonly code: string; readonly name: string }[];
  readonly spots: readonly Spot[];
}

/** A map laid out: paths of land, own land last, and points in the same units. */
export interface MapDrawn {
  readonly width: number;
  readonly height: number;
  readonly lands: readonly { readonly code: string; readonly own: boolean; readonly path: string }[];
  readonly place: (at: readonly [number, number]) => readonly [number, number];
  /** Where the name of a country of its own stands: within it, or below it where it is too small for a name. */
  readonly names: ReadonlyMap<string, readonly [number, number]>;
}

export const MAP_WIDTH = 640;
export const MAP_HEIGHT = 420;
const EDGE = 24;
/** A land narrower than this has its name below it. */
const ROOM_FOR_NAME = 140;
const BELOW = 16;
/** Digits behind the point: a tenth of a unit is finer than a screen. */
const DIGITS = 1;

/** Lays the lands out so that those of `own` fill the frame: a conic map between the parallels of Europe. */
export function layMap(lands: readonly Land[], own: readonly string[]): MapDrawn {
  const shapes = lands.filter(({ code }) => own.includes(code)).map(({ shape }) => shape);
  const frame: [[number, number], [number, number]] = [[EDGE, EDGE], [MAP_WIDTH - EDGE, MAP_HEIGHT - EDGE]];
  const projection = geoConicConformal()
    .parallels([40, 52])
    .rotate([-30, 0])
    .fitExtent(frame, { type: 'FeatureCollection', features: shapes });
  const path = geoPath(projection.clipExtent([[0, 0], [MAP_WIDTH, MAP_HEIGHT]])).digits(DIGITS);
  const drawn = lands.flatMap(({ code, shape }) => {
    const line = path(shape);
    return line === null || line === '' ? [] : [{ code, own: own.includes(code), path: line }];
  });
  const nameAt = ({ code, shape }: Land): [string, readonly [number, number]] => {
    const [[west], [east, south]] = path.bounds(shape);
    const middle = path.centroid(shape);
    return [code, east - west < ROOM_FOR_NAME ? [(west + east) / 2, south + BELOW] : middle];
  };
  return {
    names: new Map(lands.filter(({ code }) => own.includes(code)).map(nameAt)),
    width: MAP_WIDTH,
    height: MAP_HEIGHT,
    lands: drawn.toSorted((a, b) => Number(a.own) - Number(b.own)),
    place: ([longitude, latitude]) => {
      const at = projection([longitude, latitude]);
      if (at === null) throw new Error(`map: ${longitude}, ${latitude} is not on it`);
      return [Math.round(at[0] * 10) / 10, Math.round(at[1] * 10) / 10];
    },
  };
}

/** The map on a page. A table with the same places stands beside it. */
export function MapFigure({ shown, drawn }: { readonly shown: MapShown; readonly drawn: MapDrawn }): JSX.Element {
  return (
    <svg class="figure map" viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={shown.alt}>
      {drawn.lands.map((land) => (
        <path class={land.own ? 'land own' : 'land'} d={land.path} data-country={land.code} />
      ))}
      {shown.own.map(({ code, name }) => {
        const [x, y] = drawn.names.get(code) ?? [0, 0];
        return (
          <text class="fill-soft" x={x} y={y} font-size={13} text-anchor="middle">
            {name}
          </text>
        );
      })}
      {shown.spots.map((spot) => {
        const [x, y] = drawn.place(spot.at);
        return (
          <g data-place={spot.id}>
            <circle class="fill-ink" cx={x} cy={y} r={3.5} />
            <text class="fill-ink" x={x + 7} y={y + 4} font-size={13}>
              {spot.name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
