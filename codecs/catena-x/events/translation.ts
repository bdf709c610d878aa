import type { EventCommand, EventType } from '@intakt/contract';
import { convertQuantity } from '@intakt/identifiers';
import type { AspectProblem } from '../problem.ts';
import { problem } from '../problem.ts';

/** What the contract calls the things that an aspect names by UUID and business partner number. */
export interface Names {
  /** Whose statement the aspect is. */
  owner: string;
  part: string;
  /** The site of a BPNS (and, where the aspect says it, BPNA), or nothing where nobody knows it. */
  siteOf: (bpns: string, bpna?: string) => string | undefined;
}

/** And back: what Catena-X calls our part and sites. */
export interface AspectNames {
  asset: string;
  placeOf: (site: string) => { bpns: string; bpna?: string } | undefined;
}

/** An event without what only the door knows: its source and id. */
export type Said<T extends EventType = EventType> = Pick<EventCommand<T>, 'type' | 'occurredAt' | 'data'>;

/** Events, and what could not become one with its reason: nothing is dropped in silence. */
export interface Translation<T extends EventType> {
  events: Said<T>[];
  problems: AspectProblem[];
}

export interface Amount {
  quantity: number;
  unit: string;
}

/**
 * The sum of quantities in the unit of the first; nothing where one of them measures something else.
 *
 * @example sumOf([{ quantity: 2, unit: 'KGM' }, { quantity: 500, unit: 'GRM' }]) // { quantity: 2.5, unit: 'KGM' }
 */
export function sumOf([first, ...others]: readonly [Amount, ...Amount[]]): Amount | undefined {
  let { quantity } = first;
  for (const other of others) {
    const converted = convertQuantity(other.quantity, other.unit, first.unit);
    if (converted.kind !== 'converted') return undefined;
    quantity += converted.quantity;
  }
  return { quantity: rounded(quantity), unit: first.unit };
}

/** More than twelve significant digits would only be the noise of adding binary fractions. */
const rounded = (quantity: number): number => Number(quantity.toPrecision(12));

/** Lists by a key, in the order in which the keys first occur. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

export const unknownPlace = (path: string, bpns: string): AspectProblem =>
  problem('PLACE_UNKNOWN', path, bpns, 'a site that is known here');

export const mixedUnits = (path: string, unit: string): AspectProblem =>
  problem('UNIT_UNKNOWN', path, unit, 'units that can be added up');

/** The latest of instants in UTC, which compare as text. */
export const latest = (instants: readonly [string, ...string[]]): string =>
  instants.reduce((late, instant) => (instant > late ? instant : late));
