import { Type } from 'typebox';
import { defineEvent } from './event-definition.ts';
import { Id, Instant, LIGHTS, PositiveQuantity, Reference, Unit } from './primitives.ts';

const closed = { additionalProperties: false } as const;

/** A delay: goods under way come after what needs them stops. A shortage: nothing under way or called off would cover it. */
export const EXCEPTION_KINDS = ['delay', 'shortage'] as const;
export const OPTION_KINDS = ['expedite-van', 'expedite-air', 'accept'] as const;
const Kind = Type.Enum([...EXCEPTION_KINDS]);

/** What stops, and in which shift. */
export const ExceptionHit = Type.Object(
  { site: Id, part: Id, stopAt: Instant, shortQuantity: PositiveQuantity, unit: Unit },
  closed,
);

/** One cause with all that it stops at its owner's sites, the nearest first. Said again when a stop moves. */
export const ExceptionRaised = Type.Object(
  {
    owner: Id,
    exception: Id,
    kind: Kind,
    hits: Type.Array(ExceptionHit, { minItems: 1, maxItems: 500 }),
    /** The goods that come too late. */
    cause: Type.Optional(
      Type.Object({ supplier: Id, shipment: Id, despatchNote: Reference, expectedAt: Instant }, closed),
    ),
  },
  closed,
);

/** The same for whom its owner lets see a light: a colour and the shift of one part at one site, and no figure. */
export const ExceptionLight = Type.Object(
  {
    owner: Id,
    exception: Id,
    site: Id,
    part: Id,
    kind: Kind,
    /** Green: withdrawn. */
    light: Type.Enum([...LIGHTS]),
    stopShift: Type.Optional(Instant),
  },
  closed,
);

/** What can be done, computed by projecting with it done. */
export const ExceptionOption = Type.Object(
  {
    option: Type.Enum([...OPTION_KINDS]),
    /** When the goods are then there. */
    arrivesAt: Type.Optional(Instant),
    /** The first stop that remains; absent: none. */
    stopAt: Type.Optional(Instant),
    costEuro: Type.Optional(PositiveQuantity),
    co2Kg: Type.Optional(PositiveQuantity),
  },
  closed,
);
const ofException = { owner: Id, exception: Id };

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
    shared: { kind: 'projection', depth: 'light', giver: (d) => d.owner },
    derived: true,
  }),
  'exception-options-ranked': defineEvent({
    data: Type.Object({ ...ofException, options: Type.Array(ExceptionOption, { minItems: 1, maxItems: 20 }) }, closed),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
    derived: true,
  }),
  'exception-option-chosen': defineEvent({
    data: Type.Object({ ...ofException, option: Type.Enum([...OPTION_KINDS]) }, closed),
    speaker: (d) => d.owner,
    parties: (d) => [d.owner],
  }),
} as const;
