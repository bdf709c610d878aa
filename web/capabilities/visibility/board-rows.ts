import type { Id, Instant, Light } from '@intakt/contract';
import type { ExceptionsAnswer, OpenException } from './queries.ts';

/** One thing that stops or threatens somebody: ours with its options, or a partner's as far as it is shared. */
export interface BoardRow {
  id: string;
  kind: OpenException['kind'];
  light: Light;
  /** When it stops, or else when it matters. */
  at: Instant | null;
  stops: boolean;
  probability?: number;
  owner: Id;
  site?: Id | null;
  part?: Id | null;
  /** Further parts that the same cause hits. */
  moreParts: number;
  partner?: Id | null;
  shipment?: Id | null;
  note?: string | null;
  costEuro?: number;
  own?: OpenException;
}

/** By time to impact, then by what it costs; what has no hour comes last. Pure. */
export function boardRows({ exceptions, foreign, told }: ExceptionsAnswer, now: number): BoardRow[] {
  const known = new Set(exceptions.map(({ id }) => id));
  const lit = new Set(foreign.map(({ exception }) => exception));
  return [
    ...exceptions.map((one) => ownRow(one, now)),
    ...foreign.filter(({ exception }) => !known.has(exception)).map(foreignRow),
    ...told.filter(({ exception }) => !known.has(exception) && !lit.has(exception)).map(toldRow),
  ].sort((a, b) => timeOf(a) - timeOf(b) || (b.costEuro ?? 0) - (a.costEuro ?? 0) || (a.id < b.id ? -1 : 1));
}

const timeOf = ({ at }: BoardRow): number => (at ? Date.parse(at) : Number.MAX_SAFE_INTEGER);
const RED_WITHIN_MS = 3 * 86_400_000;

function ownRow(one: OpenException, now: number): BoardRow {
  const at = one.stopAt ?? one.impactAt;
  const [first] = one.hits;
  const parts = new Set(one.hits.map(({ part }) => part));
  return {
    id: one.id,
    kind: one.kind,
    light: one.stopAt && Date.parse(one.stopAt) < now + RED_WITHIN_MS ? 'red' : 'amber',
    at,
    stops: one.stopAt !== null,
    probability: first?.stopProbability,
    owner: one.owner,
    site: first?.site,
    part: first?.part,
    moreParts: Math.max(0, parts.size - 1),
    partner: one.cause?.supplier ?? one.partner,
    shipment: one.cause?.shipment,
    note: one.cause?.despatchNote ?? one.reference,
    costEuro: one.impact?.costEuro,
    own: one,
  };
}

const foreignRow = (one: ExceptionsAnswer['foreign'][number]): BoardRow => ({
  id: `${one.exception}/${one.site}/${one.part}`,
  kind: one.kind,
  light: one.light,
  at: one.stopShift,
  stops: one.stopShift !== null,
  owner: one.owner,
  site: one.site,
  part: one.part,
  moreParts: 0,
});

const toldRow = (one: ExceptionsAnswer['told'][number]): BoardRow => ({
  id: `${one.exception}/told`,
  kind: one.kind,
  light: 'amber',
  at: null,
  stops: false,
  owner: one.owner,
  site: one.site,
  part: one.part,
  moreParts: 0,
  partner: one.supplier,
  shipment: one.shipment,
  note: one.reference,
});
