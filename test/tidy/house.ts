// The house as data: every room, what it may import, and why.

/**
 * A room. `at` are its places: files or folders; `*` stands for one folder, and each such folder is a room by itself.
 * Of nested places the deepest is the room of a file.
 */
export interface Room {
  readonly name: string;
  readonly at: readonly string[];
  /** Places whose values and types it may import besides its own; the deeper rooms inside them are not meant. */
  readonly imports: readonly string[];
  /** Places of which it may import types only: shapes to agree on, nothing to run. */
  readonly types?: readonly string[];
  /** Its files do not know each other: each is a worker by itself. */
  readonly apart?: true;
  /** Whether it has a clock, a disk, a network and chance: false below the two wings. */
  readonly pure: boolean;
  readonly because: string;
  /** That nothing stands there yet is no fault. */
  readonly planned?: true;
}

const ANYTHING = [''];
const LAW = ['src/act', 'src/agreement', 'src/kit'];

/** What the workers of a node share: none of it decides, all of it is the node's own keys, names and record. */
const SHARED = [
  'src/node/store',
  'src/node/config.ts',
  'src/node/keys.ts',
  // How private files are kept, and by whom they are opened.
  'src/node/strongbox.ts',
  'src/node/token.ts',
  'src/node/keyring.ts',
  'src/node/ceremony.ts',
  // One fingerprint of a card, for pinning it and for showing it.
  'src/node/card.ts',
  'src/node/certificate.ts',
  // Whose cosignatures count, for which sizes.
  'src/node/cosigners.ts',
  // Which key of a log signs what.
  'src/node/epochs.ts',
  'src/node/identity.ts',
  'src/node/window.ts',
  // One format of proof files and policies, for the page of an act and for the export alike.
  'src/node/proofs.ts',
  // One way of saying what no person says, and of counting its numbers.
  'src/node/speech.ts',
  // One reading of what a delivery brings, from the counterpart or back from it.
  'src/node/delivery.ts',
  // One making of what is brought, by the line or on a medium.
  'src/node/consignment.ts',
  // One form of a bundle.
  'src/node/frames.ts',
  // One way of sealing what leaves the machine on a medium.
  'src/node/seal.ts',
  // One vault: whoever keeps or moves a part of ring B asks it.
  'src/node/vault.ts',
  // One form in which a draft is kept and read back.
  'src/node/drafts.ts',
  // One way in which words that a desk seals are stood for.
  'src/node/sealing.ts',
  // What the door and the desk look at of a part that they cannot open.
  'src/node/sealed.ts',
];

/** What the public window has of the windows: how things are drawn and answered, nothing of who signs in. */
const SHOWN_TO_ALL = [
  'src/web/ask.ts',
  'src/web/assets.ts',
  'src/web/atom.ts',
  'src/web/beside.ts',
  'src/web/calendar.ts',
  'src/web/csv.ts',
  'src/web/feed.ts',
  'src/web/gate.ts',
  'src/web/limits.ts',
  'src/web/listening.ts',
  'src/web/openapi.ts',
  'src/web/packed.ts',
  'src/web/paging.ts',
  'src/web/printed.ts',
  'src/web/problem.ts',
  'src/web/shell.parts.tsx',
  'src/web/tongue.ts',
  'src/web/twin.ts',
  'src/web/says',
  // Pages that show the same of what is public: the text, one paragraph, one act, lists of acts, a note, a report, the
  // document of the interface, what went wrong.
  'src/web/pages/act.data.ts',
  'src/web/pages/act.evidence.tsx',
  'src/web/pages/act.tsx',
  'src/web/pages/acts.data.ts',
  'src/web/pages/acts.tsx',
  'src/web/pages/api.tsx',
  'src/web/pages/agreement.data.ts',
  'src/web/pages/agreement.tsx',
  'src/web/pages/compare.tsx',
  'src/web/pages/note.sheet.ts',
  'src/web/pages/paragraph.data.ts',
  'src/web/pages/paragraph.tsx',
  'src/web/pages/problem.tsx',
  'src/web/pages/said.tsx',
  'src/web/pages/stood.ts',
  'src/web/report',
];

export const ROOMS: readonly Room[] = [
  { name: 'act/', at: ['src/act'], imports: [], pure: true, because: 'an act means the same without us' },
  { name: 'log/', at: ['src/log'], imports: [], pure: true, because: 'a proof means the same without us' },
  {
    name: 'agreement/',
    at: ['src/agreement'],
    imports: ['src/act'],
    pure: true,
    because: 'the law needs no machine',
  },
  {
    name: 'seal/',
    at: ['src/seal'],
    imports: ['src/act'],
    pure: true,
    because: 'what is sealed opens the same in a node, at a desk and in ten years',
  },
  {
    name: 'kit/',
    at: ['src/kit'],
    imports: ['src/act', 'src/agreement'],
    pure: true,
    because: 'it draws, it does not fetch',
  },
  {
    name: 'paper/',
    at: ['src/paper'],
    imports: ['src/kit'],
    pure: true,
    because: 'it sets what it is given, a figure as a page draws it, and asks nobody what it means',
  },
  {
    name: 'area.ts',
    at: ['src/area.ts'],
    imports: LAW,
    types: ['src/paper'],
    pure: true,
    because: 'the contract is small; a document is said in the shape of a sheet',
  },
  {
    name: 'ways/',
    at: ['src/ways/*'],
    imports: ['src/area.ts', ...LAW],
    pure: true,
    because: 'a way knows no subject and no other way',
  },
  {
    name: 'areas/',
    at: ['src/areas/*'],
    imports: ['src/ways/*', 'src/area.ts', ...LAW],
    types: ['src/paper'],
    pure: true,
    because: 'an area knows no other area and no node',
  },
  {
    name: 'areas/index.ts',
    at: ['src/areas'],
    imports: ['src/areas/*', 'src/area.ts'],
    pure: true,
    because: 'the roll names each area in one line and is named by the roof alone',
  },
  {
    name: 'node/ (conductors)',
    at: [
      'src/node/node.ts',
      'src/node/rooms.ts',
      'src/node/ground.ts',
      'src/node/ownrecord.ts',
      'src/node/sitting.ts',
      'src/node/view.ts',
      'src/node/dutyroom.ts',
      'src/node/fileroom.ts',
      'src/node/public.ts',
      'src/node/peopleroom.ts',
    ],
    imports: ['src/node', 'src/node/store', 'src/agreement', 'src/seal', 'src/act', 'src/log'],
    types: ['src/area.ts'],
    pure: false,
    because:
      'one conducts what is said, one the start of a record, one a batch, one what is shown, one who is told, ' +
      'one files, one what is public, one who comes in; workers need not meet',
  },
  {
    name: 'node/',
    at: ['src/node'],
    imports: [...SHARED, 'src/agreement', 'src/seal', 'src/act', 'src/log'],
    types: ['src/node', 'src/node/sitting.ts', 'src/area.ts'],
    apart: true,
    pure: false,
    because: 'a worker computes and never calls another worker; the shape of what it is handed it may name',
  },
  {
    name: 'node/store/',
    at: ['src/node/store'],
    imports: ['src/act', 'src/log'],
    pure: false,
    because: 'tables keep what acts and logs are made of, and know neither the law nor who asks',
  },
  {
    name: 'web/',
    at: ['src/web'],
    imports: [
      'src/node/node.ts', 'src/area.ts', 'src/paper', 'src/kit', 'src/agreement', 'src/seal', 'src/act', 'src/log',
    ],
    pure: false,
    because: 'it is given its areas, and sees of a node what the node shows',
  },
  {
    name: 'web/public/',
    at: ['src/web/public'],
    imports: ['src/area.ts', 'src/paper', 'src/kit', 'src/agreement', 'src/act', 'src/log', ...SHOWN_TO_ALL],
    types: ['src/node/node.ts', 'src/node/public.ts'],
    pure: false,
    because: 'the public is shown what everyone may see: it has pages of the windows, and no session, draft or desk',
  },
  {
    name: 'web/browser/',
    at: ['src/web/browser'],
    imports: ['src/seal', 'src/act', 'src/log', 'src/verify', 'src/kit/words.ts'],
    pure: false,
    because: 'the bundle knows no treaty; a proof is checked in it as by the outside checker',
  },
  {
    name: 'verify.ts',
    at: ['src/verify.ts', 'src/verify'],
    imports: ['src/act', 'src/log'],
    pure: true,
    because: 'the checker trusts no node',
  },
  { name: 'main.ts', at: ['src/main.ts'], imports: ANYTHING, pure: false, because: 'the one place' },
  {
    name: 'commands/',
    at: ['src/commands'],
    imports: ANYTHING,
    pure: false,
    because: 'the commands lie under the roof beside main.ts, one file each',
  },
  {
    name: 'bin/',
    at: ['bin'],
    imports: [],
    pure: false,
    because: 'it runs on whatever Node a machine has, before anything is installed',
  },
  { name: 'test/', at: ['test'], imports: ANYTHING, pure: false, because: 'a test may ask anything' },
  { name: 'docs/pictures/', at: ['docs/pictures'], imports: ANYTHING, pure: false, because: 'it photographs ' +
    'the whole' },
  { name: 'bench/', at: ['bench'], imports: ANYTHING, pure: false, because: 'what is measured may lie anywhere' },
  {
    name: 'vitest.config.ts',
    at: ['vitest.config.ts'],
    imports: [],
    pure: false,
    because: 'how tests run is no part of what they test',
  },
];

/** A room that a file lies in. `base` is the place itself, with the `*` filled in: `src/areas/final`. */
export interface Seat {
  readonly room: Room;
  readonly base: string;
}

/** Fills the `*` of a place with the folder that the path has there; undefined where the path lies elsewhere. */
export function placed(path: string, place: string): string | undefined {
  if (place === '') return '';
  const asked = path.split('/');
  const wanted = place.split('/');
  // A `*` is a folder, so something must lie in it: `src/areas/index.ts` is no area.
  if (asked.length < wanted.length + (place.endsWith('*') ? 1 : 0)) return undefined;
  const isThere = wanted.every((segment, index) => segment === '*' || segment === asked[index]);
  return isThere ? asked.slice(0, wanted.length).join('/') : undefined;
}

/** The room of a file: the deepest place that it lies in, segment by segment. */
export function seatOf(path: string, rooms: readonly Room[] = ROOMS): Seat | undefined {
  let deepest: Seat | undefined;
  for (const room of rooms) {
    for (const place of room.at) {
      const base = placed(path, place);
      if (base !== undefined && (deepest === undefined || base.length > deepest.base.length)) deepest = { room, base };
    }
  }
  return deepest;
}
