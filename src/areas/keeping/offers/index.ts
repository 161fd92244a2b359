// The third voice as it is handed in: kinds with their law, what they say, and what is asked of each side.
import type { Duty } from '../../../act/duty.ts';
import type { AreaKind, Look } from '../../../area.ts';
import { promisedIn } from '../law.ts';
import { ASSESSMENT_DECLINED, ASSESSMENT_OFFERED, ASSESSMENT_PUBLISHED } from './kinds.ts';
import { judgeDeclined, judgeOffered, judgePublished } from './law.ts';
import { OFFERS, type Sent } from './register.ts';

/** What the bodies of these kinds have beside what was sent. */
interface Told {
  readonly statement: string;
  readonly received?: string;
  readonly reasons?: string;
}

const tell: AreaKind['tell'] = (body, speak) => {
  const said = body as unknown as Partial<Sent> & Told;
  const row = (key: string, text: string | undefined): readonly (readonly [string, string])[] =>
    text === undefined ? [] : [[key, text === '' ? speak.say('keeping.unsaid-word') : text]];
  const { completion } = said;
  const point = completion === undefined || completion === '' ? completion : speak.say(`completion.${completion}`);
  return [
    ['keeping.field.statement', said.statement],
    ...row('keeping.field.organisation', said.organisation),
    ...row('keeping.field.words', said.words),
    ...row('keeping.field.completion', point),
    ...row('offers.field.sources', said.sources?.join('\n')),
    ...row('offers.field.received', said.received === undefined ? undefined : speak.date(said.received)),
    ...row('keeping.field.reasons', said.reasons),
  ];
};

/** They travel in no note verbale: what is moderated is no dealing between the sides. */
export const OFFER_KINDS: readonly AreaKind[] = [
  { kind: ASSESSMENT_OFFERED, title: 'offers.kind.offered', judge: judgeOffered, note: undefined, tell },
  { kind: ASSESSMENT_PUBLISHED, title: 'offers.kind.published', judge: judgePublished, note: undefined, tell },
  { kind: ASSESSMENT_DECLINED, title: 'offers.kind.declined', judge: judgeDeclined, note: undefined, tell },
];

/** Each side is asked to decide what was passed on. The text sets no day, so none is invented. */
export async function offerDuties(look: Look): Promise<readonly Duty[]> {
  const promised = new Map(promisedIn(look.agreement).map((one) => [one.statement.id, one.provision.id]));
  const rows = await look.rows(OFFERS);
  return rows.flatMap(({ subject, state }): readonly Duty[] => {
    const { offered } = state;
    const provision = promised.get(state.statement);
    if (offered === null || provision === undefined) return [];
    return look.agreement.participants
      .filter(({ id }) => !state.decisions.some(({ side }) => side === id))
      .map(({ id: side, treatyOffice }) => ({
        id: `keeping/offer/${subject}/${side}`,
        side,
        body: treatyOffice.body,
        provision,
        what: 'offers.duty',
        because: offered,
        due: undefined,
        rule: undefined,
        answer: ASSESSMENT_PUBLISHED.id,
      }));
  });
}
