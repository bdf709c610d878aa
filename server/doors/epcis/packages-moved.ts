import type { ContainersMoved, EventCommand } from '@intakt/contract';
import type { StockMove } from '@intakt/epcis';
import { findParty } from '../edi/resolve-party.ts';
import type { Search } from '../edi/search.ts';
import { compact } from '../gaps.ts';
import { shortHash } from '../master-data/identity.ts';
import { findMapping } from '../master-data/master-data.ts';
import { codeOf, numberOf, unitNames } from './names.ts';

/** With whom returnable assets changed hands, as codes of the message. */
export const partyCodes = ({ direction, from, to }: StockMove): string[] => {
  const party = direction === 'out' ? to : from;
  return party === undefined ? [] : [codeOf(party), numberOf(party)];
};

/**
 * Returnable assets (GRAI) that go to a partner or come from one are a passage on the account with that partner. Assets
 * with goods in them are on it by the despatch advice that packed them.
 */
export function packagesMoved(
  search: Search,
  { eventId, move }: { eventId: string; move: StockMove },
): EventCommand<'containers-moved'> | undefined {
  const { goods, direction, quantity } = move;
  if (goods.kind !== 'class' || !goods.grai || !quantity || direction === 'status') return undefined;
  if (search.data.handlingUnits.some(({ unit, part }) => part && unitNames(move).includes(unit))) return undefined;
  const partner = partnerOf(search, move);
  if (!partner) return undefined;
  const { own } = search.data;
  const reference = (move.shipment?.number ?? shortHash(24, eventId)).slice(0, 70);
  const [from, to] = direction === 'out' ? [own, partner] : [partner, own];
  return {
    type: 'containers-moved',
    source: 'epcis',
    id: `packages/${shortHash(24, own, partner, goods.grai, reference, direction)}#${shortHash(16, eventId)}`,
    occurredAt: move.eventTime,
    causationId: `epcis:${shortHash(32, eventId)}`,
    data: compact<ContainersMoved>({
      by: own,
      from,
      to,
      packaging: packagingOf(search, goods.grai, goods.epcClass),
      quantity: Math.round(quantity),
      cause: 'empty',
      reference,
      movedAt: move.eventTime,
      epcisEvent: eventId.slice(0, 200),
    }),
  };
}

function partnerOf({ data, partners }: Search, move: StockMove): string | undefined {
  const found = partyCodes(move).flatMap((code) => findParty(data, { code }, partners));
  const others = [...new Set(found)].filter((id) => id !== data.own);
  return others.length === 1 ? others[0] : undefined;
}

/** Without a mapping the asset type is its own code: the account goes on, and a name can be given later. */
const packagingOf = ({ data, partners }: Search, grai: string, epcClass: string): string =>
  findMapping(data, { scheme: 'packaging', codes: [grai, codeOf(epcClass)], partners }) ?? grai;
