import type { Id } from '@intakt/contract';
import { canonicalPartNumber } from '@intakt/identifiers';
import { eventIdOf } from '../../record/prepare.ts';
import type { TradedPart } from './store.ts';

export interface Assets {
  /** Catena-X's UUIDs for the part: those that the reader maps to it, then the one that everybody derives. */
  assets: string[];
  /** The one that the reader's payloads carry. */
  asset: string;
}
export type AssetPart = TradedPart & Assets;

/** What finds a part: whose it is, and what it is called. */
interface Called {
  id: Id;
  owner: Id;
  number: string;
  numbers: string[];
}

/** Both sides derive the same UUID (version 8, RFC 9562) from what they both know: the part and its owner. */
export const derivedAsset = ({ owner, id }: { owner: Id; id: Id }): string => eventIdOf(owner, 'catena-x part', id);

export function withAssets<P extends { id: Id; owner: Id }>(
  part: P,
  mapped: readonly { code: string; part: Id }[],
): P & Assets {
  const codes = mapped.filter((entry) => entry.part === part.id).map(({ code }) => bareUuid(code));
  const derived = derivedAsset(part);
  return { ...part, assets: [...codes, derived], asset: codes[0] ?? derived };
}

/** A part is asked for by its id, its UUID or a number that one of the two gave it. */
export function partsCalled<P extends Called & Assets>(parts: readonly P[], text: string): P[] {
  const number = canonicalPartNumber(text);
  const uuid = bareUuid(text);
  const named = parts.filter(({ id }) => id === text);
  if (named.length > 0) return named;
  return parts.filter(
    (part) =>
      part.assets.includes(uuid) || [part.number, ...part.numbers].some((own) => canonicalPartNumber(own) === number),
  );
}

const bareUuid = (text: string): string => text.toLowerCase().replace(/^urn:uuid:/, '');
