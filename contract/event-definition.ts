import type { Static, TSchema } from 'typebox';
import type { Id, SharedKind } from './primitives.ts';

/**
 * What the house must know of one kind of event: its shape, whose statement it is,
 * which parties it names (they are its audience, fixed when it is recorded), and which
 * sites and parts it is about (for people limited to sites, and for sharing agreements).
 */
export interface EventDefinition<S extends TSchema = TSchema> {
  data: S;
  /** The organisation whose statement this is. If another records it, it is a reported fact. */
  speaker: (data: Static<S>) => Id;
  /** Every organisation the event names; together they are its audience. */
  parties: (data: Static<S>) => Id[];
  /** Organisations that may record it, as speaker or as reporter. Default: the parties. */
  recorders?: (data: Static<S>) => Id[];
  sites?: (data: Static<S>) => Id[];
  parts?: (data: Static<S>) => Id[];
  /**
   * The kind of data under which an accepted agreement may widen the audience, and who gives it. `any`: whoever is let see
   * the exact figures is told, too, for there is no exact form of it.
   */
  shared?: { kind: SharedKind; depth: 'exact' | 'light' | 'any'; giver: (data: Static<S>) => Id };
  /** Only Intakt's own engines and jobs record it, in the owner's name. */
  derived?: boolean;
}

/** Keeps the schema's static type for the functions beside it. */
export const defineEvent = <S extends TSchema>(definition: EventDefinition<S>): EventDefinition<S> => definition;
