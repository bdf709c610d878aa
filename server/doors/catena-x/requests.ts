import { randomUUID } from 'node:crypto';
import type { Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { type Direction, EXCHANGED, type ExchangedName, speakerOf } from './aspects.ts';
import { insertRequests, type UpdateRequest } from './request-store.ts';
import { findTrade } from './trade.ts';

export interface Asking {
  aspect: ExchangedName;
  material: string;
  direction?: Direction;
  /** Everybody who could say it where it is left out. */
  partner?: string;
  note?: string;
}

/**
 * Asks partners to state anew what they know of a part, as PURIS has it: the answer of this call says who was asked, and
 * what they answer comes when they post it.
 */
export async function askForUpdate(
  house: House,
  who: Principal & { organisation: Id },
  asking: Asking,
  by: Id | undefined,
): Promise<UpdateRequest[]> {
  const { aspect, note } = asking;
  const direction = directionOf(asking);
  const requestedAt = house.clock.instant();
  const partners = await readAs(house, who, async (tx) => {
    const names = asking.partner ? [asking.partner] : await findSayers(tx, who.organisation, { aspect, direction });
    return tradesOf(tx, who.organisation, names, asking);
  });
  const speakers = partners.filter(({ part, partner }) => part[speakerOf(aspect, direction)] === partner);
  if (speakers.length === 0)
    return refuse('NOT_FOUND', { what: `partner who states ${aspect} of part`, id: asking.material });
  const requests = speakers.map(({ part, partner }): UpdateRequest => {
    const asked = { id: `ur-${randomUUID()}`, owner: who.organisation, partner, aspect, part: part.id, requestedAt };
    return { ...asked, ...(direction ? { direction } : {}), ...(note ? { note } : {}) };
  });
  return house.db.system((tx) => insertRequests(tx, requests, by));
}

/** Inbound is the customer's stock and outbound the supplier's; the other statements have one side that makes them. */
function directionOf({ aspect, direction }: Asking): Direction | undefined {
  const isDirected = EXCHANGED[aspect].speaker === 'by-direction';
  if (isDirected && !direction)
    return refuse('INVALID', {
      path: 'direction',
      problem: 'must be INBOUND or OUTBOUND for this aspect',
      value: 'nothing',
    });
  return isDirected ? direction : undefined;
}

/** Partners on the side of our lanes that makes the statement. */
async function findSayers(
  tx: Transaction,
  own: Id,
  { aspect, direction }: { aspect: ExchangedName; direction: Direction | undefined },
): Promise<Id[]> {
  const column = speakerOf(aspect, direction) === 'supplier' ? 'supplier' : 'owner';
  const ours = column === 'supplier' ? 'owner' : 'supplier';
  const rows = await tx.query<{ partner: Id }>(
    `select distinct ${column} as partner from lane where ${ours} = $1 and ${column} <> $1 and ends_on is null order by 1 limit 5000`,
    [own],
  );
  return rows.map(({ partner }) => partner);
}

/** Of the partners that were not named, those who do not trade the part are not meant. */
async function tradesOf(tx: Transaction, own: Id, partners: string[], { material, partner }: Asking) {
  const trades: Awaited<ReturnType<typeof findTrade>>[] = [];
  for (const name of partners) {
    const found = await findTrade(tx, own, { partner: name, part: material }).catch((error: unknown) => {
      if (partner) throw error;
      return undefined;
    });
    if (found) trades.push(found);
  }
  return trades;
}
