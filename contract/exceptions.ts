import { Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, Instant, LIGHTS, PositiveQuantity, Quantity, Reference, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** What can be wrong. A new kind is a word here, a finder in its capability, and its words in the languages. */
export const EXCEPTION_KINDS = [
  /** Goods under way come after what needs them stops. */
  'delay',
  /** Nothing under way or called off would cover the stop. */
  'shortage',
  /** More lies at a site than is needed within the agreed reach. */
  'excess',
  /** More was received than had been called off until then. */
  'over-delivery',
  /** A call-off had to leave by now, and no despatch advice says that it did. */
  'missing-asn',
  /** An advice of goods that nobody called off, or more of them than called off. */
  'asn-against-call-off',
  /** What was counted is not what the movements since the last count add up to, or both sides count cumulatives apart. */
  'stock-against-cumulative',
  /** A sensor measured outside the limits of what travels. */
  'temperature',
  /** A tracker under way says nothing any more. */
  'silent-tracker',
  /** What a figure rests on is too old to be believed. */
  'stale-data',
  /** A customer changed weeks that its release before had called firm. */
  'frozen-change',
  /** A supplier commits less than is asked for. */
  'commit-below-demand',
  /** A called-off quantity does not fit the part's own history. */
  'implausible-quantity',
  /** A week asks for more than a capacity group can make. */
  'bottleneck-week',
  /** Orders vary more than lead time and an ordering rule explain, beside the demand that caused them. */
  'bullwhip',
  /** A party's numbers err to one side, beyond chance. */
  'forecast-bias',
  /** A party's numbers are worse than saying the week before again. */
  'forecast-accuracy',
] as const;
/** What made a difference, where that can be told from the figures. */
export const DIFFERENCE_CAUSES = [
  /** Orders skip weeks in which there was demand, and come in larger ones. */
  'order-batching',
  /** No more than ordering by the moving average of the own orders makes: end demand would remove it. */
  'demand-signal',
  /** More than any of these. */
  'over-reaction',
  'said-too-much',
  'said-too-little',
  'worse-than-repeating',
] as const;
/** Whose number is judged: the call-offs, the commits, or the statistical forecast. */
export const NUMBER_SPEAKERS = ['customer', 'supplier', 'statistical'] as const;
export const OPTION_KINDS = [
  'expedite-van',
  'expedite-air',
  'reroute',
  'other-site',
  'alternative-part',
  'alternative-supplier',
  're-plan',
  'accept',
] as const;
const Kind = Type.Enum([...EXCEPTION_KINDS]);
const OptionKind = Type.Enum([...OPTION_KINDS]);

/** A part at a site that a cause hits, and, where it stops something, in which shift. */
export const ExceptionHit = Type.Object(
  {
    site: Id,
    part: Id,
    unit: Unit,
    /** Start of the shift in which it stops; absent: nothing is known to stop. */
    stopAt: Type.Optional(Instant),
    shortQuantity: Type.Optional(PositiveQuantity),
    /** That it stops within the horizon that is looked at, 0 … 1. */
    stopProbability: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  },
  closed,
);

/** What was seen, against what was agreed or needed; in which unit (UN/ECE Rec 20: H87 piece, CEL °C, HUR hour, DAY day,
 * C62 one, P1 percent). */
export const Difference = Type.Object(
  {
    observed: Type.Optional(Quantity),
    expected: Type.Optional(Quantity),
    unit: Unit,
    /** Since when it is so: the last count, the last word of a tracker, the day on which it was due. */
    since: Type.Optional(Instant),
    because: Type.Optional(Type.Enum([...DIFFERENCE_CAUSES])),
    saidBy: Type.Optional(Type.Enum([...NUMBER_SPEAKERS])),
  },
  closed,
);

/** The goods that it is about. */
export const ExceptionCause = Type.Object(
  { supplier: Id, shipment: Id, despatchNote: Reference, expectedAt: Instant },
  closed,
);

/** What it costs, as far as is known: unknown stays unknown and is never 0. */
export const ExceptionImpact = Type.Object(
  {
    /** Working days without material, until something comes or the horizon ends. */
    stopDays: Type.Optional(PositiveQuantity),
    /** Those days by what a minute costs at each site; absent where one of the sites has not said. */
    costEuro: Type.Optional(PositiveQuantity),
  },
  closed,
);

const ofException = { owner: Id, exception: Id };

/** One cause with all that it hits at its owner's sites, the nearest first. Said again when what it says changes. */
export const ExceptionRaised = Type.Object(
  {
    ...ofException,
    kind: Kind,
    hits: Type.Array(ExceptionHit, { minItems: 1, maxItems: 500 }),
    cause: Type.Optional(ExceptionCause),
    /** Whom it is with, and the release, order or device that it is about. */
    partner: Type.Optional(Id),
    reference: Type.Optional(Reference),
    difference: Type.Optional(Difference),
    /** When it matters: the first stop, or the arrival of the goods, or since when it is overdue. */
    impactAt: Type.Optional(Instant),
    impact: Type.Optional(ExceptionImpact),
  },
  closed,
);

/** The same for whom its owner lets see a light: a colour and the shift of one part at one site, and no figure. */
export const ExceptionLight = Type.Object(
  {
    ...ofException,
    site: Id,
    part: Id,
    kind: Kind,
    /** Green: withdrawn. */
    light: Type.Enum([...LIGHTS]),
    stopShift: Type.Optional(Instant),
  },
  closed,
);

/** What a party of the same goods or call-off is told of it: no more than what that party's own messages hold already. */
export const ExceptionTold = Type.Object(
  {
    ...ofException,
    to: Id,
    kind: Kind,
    state: Type.Enum(['open', 'withdrawn']),
    site: Type.Optional(Id),
    part: Type.Optional(Id),
    supplier: Type.Optional(Id),
    shipment: Type.Optional(Id),
    reference: Type.Optional(Reference),
    difference: Type.Optional(Difference),
  },
  closed,
);

/** What can be done, computed by projecting with it done. */
export const ExceptionOption = Type.Object(
  {
    option: OptionKind,
    /** Which one of several of its kind: the site that gives, the part or supplier that replaces. */
    of: Type.Optional(Id),
    quantity: Type.Optional(PositiveQuantity),
    unit: Type.Optional(Unit),
    /** When the goods are then there. */
    arrivesAt: Type.Optional(Instant),
    /** The first stop that remains; absent: none. */
    stopAt: Type.Optional(Instant),
    costEuro: Type.Optional(PositiveQuantity),
    co2Kg: Type.Optional(PositiveQuantity),
  },
  closed,
);

/** What a minute in which a site stands still costs, and how many minutes of a working day it runs. Its owner's alone. */
export const LineStopCost = Type.Object(
  {
    owner: Id,
    site: Id,
    euroPerMinute: PositiveQuantity,
    minutesPerDay: Type.Integer({ minimum: 1, maximum: 1440 }),
  },
  closed,
);

/** What threatens a site, and what is done about it. */
export const EXCEPTION_EVENTS = {
  'exception-raised': defineEvent({
    data: ExceptionRaised,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [...new Set(d.hits.map(({ site }) => site))],
    parts: (d) => [...new Set(d.hits.map(({ part }) => part))],
    derived: true,
  }),
  'exception-withdrawn': defineEvent({
    data: Type.Object(ofException, closed),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    derived: true,
  }),
  'exception-light-changed': defineEvent({
    data: ExceptionLight,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
    parts: (d) => [d.part],
    shared: { kind: 'projection', depth: 'any', giver: (d) => d.owner },
    derived: true,
  }),
  'exception-told': defineEvent({
    data: ExceptionTold,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner, d.to],
    sites: (d) => (d.site ? [d.site] : []),
    parts: (d) => (d.part ? [d.part] : []),
    derived: true,
  }),
  'exception-options-ranked': defineEvent({
    data: Type.Object({ ...ofException, options: Type.Array(ExceptionOption, { minItems: 1, maxItems: 20 }) }, closed),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    derived: true,
  }),
  'exception-option-chosen': defineEvent({
    data: Type.Object({ ...ofException, option: OptionKind, of: Type.Optional(Id) }, closed),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
  }),
  'line-stop-cost-stated': defineEvent({
    data: LineStopCost,
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    sites: (d) => [d.site],
  }),
} as const;

export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];
