import type { Id, Instant, Light } from '@intakt/contract';
import type { ExceptionsAnswer, OpenException } from './queries.ts';

/** One cause that stops or threatens somebody: ours with its options, or a partner's as far as it is shared. */
export interface BoardRow {
  id: string;
  kind: OpenException['kind'];
  light: Light;
  /** The shift in which it first stops, or else when it matters. */
  at: Instant | null;
  stops: boolean;
  owner: Id;
  /** All that the cause hits, the nearest first. */
  hits: { site: Id; part: Id }[];
  probability?: number;
  stopDays?: number;
  costEuro?: number;
  partner?: Id | null;
  shipment?: Id | null;
  note?: string | null;
  expectedAt?: Instant;
  own?: OpenException;
}

const SHIFT_MS = 8 * 3_600_000;
const RED_WITHIN_MS = 3 * 86_400_000;

/** By time to impact, in the same shift by what it costs; what has no hour comes last. Pure. */
export function boardRows({ exceptions, foreign, told }: ExceptionsAnswer, now: number): BoardRow[] {
  const known = new Set(exceptions.map(({ id }) => id));
  const lit = new Set(foreign.map(({ exception }) => exception));
  const lights = Map.groupBy(
    foreign.filter(({ exception }) => !known.has(exception)),
    ({ owner, exception }) => `${owner}/${exception}`,
  );
  return [
    ...exceptions.map((one) => ownRow(one, now)),
    ...[...lights.values()].map(foreignRow),
    ...told.filter(({ exception }) => !known.has(exception) && !lit.has(exception)).map(toldRow),
  ].sort((a, b) => shiftOf(a) - shiftOf(b) || (b.costEuro ?? -1) - (a.costEuro ?? -1) || (a.id < b.id ? -1 : 1));
}

const shiftOf = ({ at }: BoardRow): number => (at ? Math.floor(Date.parse(at) / SHIFT_MS) : Number.MAX_SAFE_INTEGER);

function ownRow(one: OpenException, now: number): BoardRow {
  return {
    id: one.id,
    kind: one.kind,
    light: one.stopAt && Date.parse(one.stopAt) < now + RED_WITHIN_MS ? 'red' : 'amber',
    at: one.stopAt ?? one.impactAt,
    stops: one.stopAt !== null,
    owner: one.owner,
    hits: one.hits.map(({ site, part }) => ({ site, part })),
    probability: one.hits[0]?.stopProbability,
    stopDays: one.impact?.stopDays,
    costEuro: one.impact?.costEuro,
    partner: one.cause?.supplier ?? one.partner,
    shipment: one.cause?.shipment,
    note: one.cause?.despatchNote ?? one.reference,
    expectedAt: one.cause?.expectedAt,
    own: one,
  };
}

/** A partner's lights of one cause are one row: the nearest shift and the worst colour of them. */
function foreignRow(lights: ExceptionsAnswer['foreign']): BoardRow {
  const sorted = lights.toSorted((a, b) => ((a.stopShift ?? '9') < (b.stopShift ?? '9') ? -1 : 1));
  const [first] = sorted as [ExceptionsAnswer['foreign'][number]];
  return {
    id: `${first.owner}/${first.exception}`,
    kind: first.kind,
    light: lights.some(({ light }) => light === 'red') ? 'red' : 'amber',
    at: first.stopShift,
    stops: first.stopShift !== null,
    owner: first.owner,
    hits: sorted.map(({ site, part }) => ({ site, part })),
  };
}

const toldRow = (one: ExceptionsAnswer['told'][number]): BoardRow => ({
  id: `${one.owner}/${one.exception}/told`,
  kind: one.kind,
  light: 'amber',
  at: null,
  stops: false,
  owner: one.owner,
  hits: one.site && one.part ? [{ site: one.site, part: one.part }] : [],
  partner: one.supplier,
  shipment: one.shipment,
  note: one.reference,
});
