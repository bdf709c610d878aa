import { beyond, type Deviation, type DeviationHit } from '../../finder.ts';

/** A consignment under way with what its trackers said so far, as its customer sees it. */
export interface UnderWay {
  supplier: string;
  shipment: string;
  despatchNote: string;
  carrier: string;
  siteTo: string;
  mode: string | null;
  expectedAt: string;
  /** Come to the site; its goods may still wait for their receipt. */
  arrivedAt: string | null;
  /** Limits of the shipment itself. */
  lowestC: number | null;
  highestC: number | null;
  coldest: number | null;
  warmest: number | null;
  /** When any tracker was last heard; null: never, so none is known to be on board. */
  heardAt: string | null;
  lines: { part: string; unit: string; lowestC: number | null; highestC: number | null }[];
}

/** Ships and planes are out of reach of the networks that trackers use for longer than trucks. */
const SILENT_HOURS: Record<string, { raise: number; keep: number }> = {
  road: { raise: 2, keep: 1 },
  rail: { raise: 6, keep: 4 },
  air: { raise: 12, keep: 8 },
  sea: { raise: 48, keep: 36 },
  'inland-waterway': { raise: 12, keep: 8 },
};
const HOUR_MS = 3_600_000;

/** Goods in which a sensor measured more or less than they bear, one per shipment, with the parts that it hits. Pure. */
export function findTemperatures(goods: readonly UnderWay[]): Deviation[] {
  return goods.flatMap((one): Deviation[] => {
    const outside = one.lines.flatMap((line) => {
      const worst = worstOf(one, line);
      return worst ? [{ line, worst }] : [];
    });
    if (outside.length === 0) return [];
    const { observed, expected } = outside.toSorted((a, b) => b.worst.by - a.worst.by)[0]!.worst;
    const difference = { observed, expected, unit: 'CEL' };
    return [
      {
        ...aboutGoods(one, 'temperature'),
        difference,
        hits: outside.map(({ line }) => hit(one, line, true)),
        told: toldOf(one, difference),
      },
    ];
  });
}

/** The tightest of both limits binds. Whole degrees, so that a slow rise is not said anew with each reading. */
function worstOf({ coldest, warmest, lowestC, highestC }: UnderWay, line: UnderWay['lines'][number]) {
  const highest = Math.min(highestC ?? Number.POSITIVE_INFINITY, line.highestC ?? Number.POSITIVE_INFINITY);
  const lowest = Math.max(lowestC ?? Number.NEGATIVE_INFINITY, line.lowestC ?? Number.NEGATIVE_INFINITY);
  const over = (warmest ?? Number.NEGATIVE_INFINITY) - highest;
  const under = lowest - (coldest ?? Number.POSITIVE_INFINITY);
  if (over > 0 && over >= under) return { observed: Math.ceil(warmest!), expected: highest, by: over };
  if (under > 0) return { observed: Math.floor(coldest!), expected: lowest, by: under };
  return undefined;
}

/** Trackers that were heard on this journey and are not any more. Pure. */
export function findSilentTrackers(goods: readonly UnderWay[], now: string): Deviation[] {
  return goods.flatMap((one): Deviation[] => {
    if (!one.heardAt || one.arrivedAt) return [];
    const limits = SILENT_HOURS[one.mode ?? 'road'] ?? SILENT_HOURS.road!;
    const side = beyond((Date.parse(now) - Date.parse(one.heardAt)) / HOUR_MS, limits);
    if (!side) return [];
    const difference = { expected: limits.raise, unit: 'HUR', since: new Date(one.heardAt).toISOString() };
    const hits = one.lines.map((line) => hit(one, line, side === 'raise'));
    return hits.length === 0
      ? []
      : [{ ...aboutGoods(one, 'silent-tracker'), difference, hits, told: toldOf(one, difference) }];
  });
}

const aboutGoods = ({ supplier, shipment, despatchNote, expectedAt, carrier }: UnderWay, kind: Deviation['kind']) => ({
  kind,
  key: [supplier, shipment],
  partner: carrier,
  cause: { supplier, shipment, despatchNote, expectedAt: new Date(expectedAt).toISOString() },
  impactAt: new Date(expectedAt).toISOString(),
});

const hit = ({ siteTo }: UnderWay, { part, unit }: UnderWay['lines'][number], raises: boolean): DeviationHit => ({
  site: siteTo,
  part,
  unit,
  raises,
});

/** Supplier and carrier see the consignment and its readings themselves; what is inside is not the carrier's to know. */
const toldOf = ({ supplier, carrier, shipment, siteTo }: UnderWay, difference: NonNullable<Deviation['difference']>) =>
  [...new Set([supplier, carrier])].map((to) => ({ to, supplier, shipment, site: siteTo, difference }));
