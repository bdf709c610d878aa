import { biasSignal, valueAdded } from '@intakt/demand-planning';
import { beyond, type Deviation, type Finder, type Scope } from '../../finder.ts';
import { calendarOf, type Party, type PartyCalendar } from './accuracy.ts';
import { type JudgedRelation, readRelations } from './accuracy-store.ts';
import { readBullwhip, type TierBullwhip } from './bullwhip.ts';
import { readUnits } from './demand-plan-store.ts';

/** Without a lane nothing tells how much lead time explains; twice the variance is then worth a look. */
const USUAL_BULLWHIP = 2;
/** In shares of what is explained: what wavers about it neither comes nor goes. */
const BULLWHIP_LIMITS = { raise: 1, keep: 0.8 };

/** The tier that orders, and the supplier that gets the orders although it knows the end demand. */
const bullwhips: Finder = {
  kinds: ['bullwhip'],
  follows: ['end-demand-passed'],
  find: async (tx, { organisation, today }) =>
    (await readBullwhip(tx, { own: organisation, today })).flatMap((row) => bullwhipOf(row, organisation) ?? []),
};

function bullwhipOf(row: TierBullwhip, organisation: string): Deviation | undefined {
  const { customer, supplier, part, site, unit, ratio } = row;
  const expected = Math.max(1, row.bound ?? USUAL_BULLWHIP);
  const side = beyond(ratio / expected, BULLWHIP_LIMITS);
  if (!side) return undefined;
  const partner = customer === organisation ? supplier : customer;
  return {
    kind: 'bullwhip',
    key: [row.against, customer, supplier ?? '', part, site],
    hits: [{ site, part, unit, raises: side === 'raise' }],
    ...(partner ? { partner } : {}),
    difference: { observed: ratio, expected, unit: 'C62', because: row.because, saidBy: 'customer' },
  };
}

/** A number is judged by what was said two weeks ahead, of the last quarter, and only when most of it can be judged. */
const [LAG_WEEKS, RECENT_WEEKS, LEAST_WEEKS] = [2, 13, 8];
/** Standard errors of the mean error, and the share of demand below which a bias is not worth a word. */
const BIAS = { signal: { raise: 3, keep: 2 }, share: { raise: 0.05, keep: 0.03 } };
/** Shares by which a number is worse than saying the week before again. */
const WORSE = { raise: 0.1, keep: 0.02 };

const judgements: Finder = {
  kinds: ['forecast-bias', 'forecast-accuracy'],
  // A quarter's figures hardly move within a day, on which everything is looked at anyhow.
  follows: ['forecast-published'],
  find: async (tx, scope) => {
    const units = await readUnits(tx);
    return (await readRelations(tx, scope.organisation, {})).flatMap((relation) => {
      const calendar = calendarOf({ ...relation.facts, today: scope.today, lag: LAG_WEEKS });
      const unit = units.get(relation.part) ?? 'H87';
      return calendar.tracks.flatMap(({ party, said }) =>
        judged(relation, scope, { ...recent(calendar, said), party, unit }),
      );
    });
  },
};

interface Recent {
  party: Party;
  unit: string;
  said: Float64Array;
  actual: Float64Array;
  /** Weeks of which both are known. */
  known: number;
}

/** One week more than is judged, for repeating the week before. */
function recent({ actual }: PartyCalendar, all: Float64Array): Omit<Recent, 'party' | 'unit'> {
  const from = Math.max(0, actual.length - RECENT_WEEKS - 1);
  const said = all.slice(from);
  const came = actual.slice(from);
  return { said, actual: came, known: said.filter((value, i) => !Number.isNaN(value + came[i]!)).length };
}

function judged(relation: JudgedRelation, { organisation }: Scope, numbers: Recent): Deviation[] {
  if (numbers.known < LEAST_WEEKS) return [];
  const { customer, supplier, part, shipTo, kind } = relation;
  const { party, unit } = numbers;
  const speaker = party === 'customer' ? customer : party === 'supplier' ? supplier : organisation;
  const about = {
    key: [customer, supplier, part, shipTo, kind, party],
    ...(speaker === organisation ? {} : { partner: speaker }),
  };
  const at = { site: shipTo, part, unit };
  return [biasOf(numbers), worseOf(numbers)].flatMap((found) => {
    if (!found) return [];
    const { side, ...rest } = found;
    return [{ ...about, ...rest, hits: [{ ...at, raises: side === 'raise' }] }];
  });
}

type Judgement = Pick<Deviation, 'kind' | 'difference'> & { side: 'raise' | 'keep' };

function biasOf({ party, unit, said, actual }: Recent): Judgement | undefined {
  const errors = said.map((quantity, i) => (i < said.length - RECENT_WEEKS ? Number.NaN : quantity - actual[i]!));
  const known = [...errors.keys()].filter((i) => !Number.isNaN(errors[i]!));
  const [foretold, came] = [said, actual].map((values) => known.reduce((sum, i) => sum + values[i]!, 0)) as [
    number,
    number,
  ];
  const over = Math.abs(foretold - came) / Math.max(came, 1e-9);
  const sides = [beyond(Math.abs(biasSignal(errors) ?? 0), BIAS.signal), beyond(over, BIAS.share)];
  if (sides.includes(undefined)) return undefined;
  const because = foretold > came ? ('said-too-much' as const) : ('said-too-little' as const);
  return {
    kind: 'forecast-bias',
    side: sides.every((side) => side === 'raise') ? 'raise' : 'keep',
    difference: { observed: tidy(foretold), expected: tidy(came), unit, because, saidBy: party },
  };
}

function worseOf({ party, said, actual }: Recent): Judgement | undefined {
  const [found] = valueAdded({ actual, tracks: [{ party, said }] });
  const side = beyond(-(found?.valueAdded ?? 0), WORSE);
  if (!side || found!.buckets < LEAST_WEEKS) return undefined;
  const observed = tidy(100 * (1 - found!.valueAdded!));
  return {
    kind: 'forecast-accuracy',
    side,
    difference: { observed, expected: 100, unit: 'P1', because: 'worse-than-repeating', saidBy: party },
  };
}

const tidy = (value: number): number => Math.round(value * 10) / 10;

export const signalFinders: readonly Finder[] = [bullwhips, judgements];
