import type { EventData, Id, Instant, RecordedEvent } from '@intakt/contract';
import { need, type Projections } from '../../record/projection.ts';
import type { Need, Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

/** A word stands until the same side says another; what a document says on the side stands until a word comes. */
type Via = 'word' | 'document';
interface MovementRow extends Row {
  sender: Id;
  moved_at: Instant;
  sent: number | null;
  sent_via: Via | null;
  received: number | null;
  received_via: Via | null;
}
interface AccountRow extends Row {
  owner_balance: number;
  partner_balance: number;
  owner_stated_at: Instant | null;
  partner_stated_at: Instant | null;
  moved_at: Instant | null;
}
type Side = 'owner' | 'partner';
const SIDES: Side[] = ['owner', 'partner'];

interface Passage {
  from: Id;
  to: Id;
  packaging: string;
  reference: string;
}
interface Said {
  side: 'sent' | 'received';
  quantity: number;
  via: Via;
  at: Instant;
  cause: string;
  shipment?: Id;
  note?: string;
}

/** The account of two partners lies with the one whose id comes first. */
const accountOf = (a: Id, b: Id): { owner: Id; partner: Id } =>
  a < b ? { owner: a, partner: b } : { owner: b, partner: a };

const keyOf = ({ from, to, packaging, reference }: Passage): string[] => {
  const { owner, partner } = accountOf(from, to);
  return [owner, partner, packaging, from, reference];
};

export const passageNeeds = (passage: Passage): Need[] => [
  need('container_account', ...keyOf(passage).slice(0, 3)),
  need('container_movement', ...keyOf(passage)),
];

/** Writes down what one side says of a passage, and moves both sides' balances by what that changes. */
export function sayPassage(
  rows: RowSet,
  { sequence }: Pick<RecordedEvent, 'sequence'>,
  passage: Passage,
  said: Said,
): void {
  const before = rows.get<MovementRow>('container_movement', ...keyOf(passage));
  if (said.via === 'document' && before?.[`${said.side}_via`] === 'word') return;
  const account = accountOf(passage.from, passage.to);
  const { side, quantity, via, at, cause, shipment, note } = said;
  const after: MovementRow = {
    ...account,
    packaging: passage.packaging,
    sender: passage.from,
    reference: passage.reference,
    cause,
    shipment: shipment ?? before?.shipment ?? null,
    moved_at: side === 'sent' || !before ? at : before.moved_at,
    sent: before?.sent ?? null,
    sent_via: before?.sent_via ?? null,
    sent_note: before?.sent_note ?? null,
    received: before?.received ?? null,
    received_via: before?.received_via ?? null,
    received_note: before?.received_note ?? null,
    audience: [account.owner, account.partner],
    sequence,
    ...{ [side]: quantity, [`${side}_via`]: via, [`${side}_note`]: note ?? null },
  };
  rows.put('container_movement', after);
  const present = accountRow(rows, account, passage.packaging);
  const moved = SIDES.map((one): [string, number] => {
    const change = shareOf(after, one, present) - (before ? shareOf(before, one, present) : 0);
    return [`${one}_balance`, Number(present[`${one}_balance`]) + change];
  });
  const last = later(present.moved_at, after.moved_at);
  rows.put('container_account', { ...present, ...Object.fromEntries(moved), moved_at: last, sequence });
}

/** What a movement adds to one side's balance; nothing where that side's books were closed after it. */
function shareOf(movement: MovementRow, side: Side, account: AccountRow): number {
  const statedAt = account[`${side}_stated_at`];
  if (statedAt && Date.parse(movement.moved_at) <= Date.parse(statedAt)) return 0;
  const fromOwner = movement.sender === movement.owner;
  const isSender = fromOwner === (side === 'owner');
  const figure = isSender ? (movement.sent ?? movement.received) : (movement.received ?? movement.sent);
  return (fromOwner ? 1 : -1) * (figure ?? 0);
}

const accountRow = (rows: RowSet, account: { owner: Id; partner: Id }, packaging: string): AccountRow =>
  rows.get<AccountRow>('container_account', account.owner, account.partner, packaging) ?? {
    ...account,
    packaging,
    owner_balance: 0,
    partner_balance: 0,
    owner_stated_at: null,
    partner_stated_at: null,
    moved_at: null,
    audience: [account.owner, account.partner],
  };

const later = (a: Instant | null, b: Instant): Instant => (a && Date.parse(a) > Date.parse(b) ? a : b);

type Units = { packaging?: unknown; packages?: unknown }[];
/** Packages by kind on the units of a despatch advice; a unit that does not say how many is one. */
export function countPackages(units: Units): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { packaging, packages } of units)
    if (packaging) counts.set(String(packaging), (counts.get(String(packaging)) ?? 0) + Number(packages ?? 1));
  return counts;
}

/** The packages of an advice have left; kinds that an earlier version named and this one does not, have not. */
export function packagesDespatched(
  event: RecordedEvent<'shipment-despatched'>,
  rows: RowSet,
  oldUnits: readonly Row[],
): void {
  const { data } = event;
  const isCancelled = data.lines.every(({ quantity }) => quantity === 0);
  const counts = countPackages(isCancelled ? [] : (data.units ?? []));
  for (const packaging of new Set([...counts.keys(), ...countPackages([...oldUnits]).keys()]))
    sayPassage(rows, event, passageOf(data, packaging), {
      side: 'sent',
      quantity: counts.get(packaging) ?? 0,
      via: 'document',
      at: data.despatchedAt,
      cause: 'full',
      shipment: data.shipment,
    });
}

/** Who receives the goods of an advice takes over their packages, unless it counts them and says otherwise. */
export function packagesReceived(
  event: RecordedEvent<'goods-received'>,
  rows: RowSet,
  { despatchNote, units }: { despatchNote: string; units: readonly Row[] },
): void {
  const { data } = event;
  for (const [packaging, quantity] of countPackages([...units]))
    sayPassage(rows, event, passageOf({ ...data, despatchNote }, packaging), {
      side: 'received',
      quantity,
      via: 'document',
      at: data.receivedAt,
      cause: 'full',
      shipment: data.shipment,
    });
}

export const passageOf = (
  { supplier, customer, despatchNote }: { supplier: Id; customer: Id; despatchNote: string },
  packaging: string,
): Passage => ({ from: supplier, to: customer, packaging, reference: despatchNote });

const unknownParty = (rows: RowSet, ...parties: Id[]): Refusal | undefined => {
  const missing = parties.find((id) => !rows.get('organisation', id));
  return missing ? new Refusal('UNKNOWN_REFERENCE', { what: 'organisation', id: missing }) : undefined;
};
const twoParties = (a: Id, b: Id): Refusal | undefined =>
  a === b
    ? new Refusal('INVALID', { path: 'partner', problem: 'an account is between two partners', value: b })
    : undefined;

export const containerProjections: Projections = {
  'containers-moved': {
    needs: ({ data }) => [...passageNeeds(data), need('organisation', data.from), need('organisation', data.to)],
    check: ({ data }, rows) =>
      twoParties(data.from, data.to) ?? notOfBoth(data) ?? unknownParty(rows, data.from, data.to),
    apply: (event, rows) => {
      const { by, from, quantity, movedAt, cause, note } = event.data;
      const side = by === from ? 'sent' : 'received';
      sayPassage(rows, event, event.data, { side, quantity, via: 'word', at: movedAt, cause, note });
    },
  },
  'container-balance-stated': {
    needs: ({ data: { by, partner, packaging } }) => {
      const account = accountOf(by, partner);
      const key = [account.owner, account.partner, packaging];
      return [need('container_account', ...key), need('container_movement', ...key), need('organisation', partner)];
    },
    check: ({ data }, rows) => twoParties(data.by, data.partner) ?? unknownParty(rows, data.partner),
    apply: stateBalance,
  },
};

const notOfBoth = ({ by, from, to }: EventData<'containers-moved'>): Refusal | undefined =>
  by === from || by === to
    ? undefined
    : new Refusal('INVALID', { path: 'by', problem: `must be ${from} or ${to}`, value: by });

/** A statement of an earlier day than the last one changes nothing: it was known then. */
function stateBalance({ data, sequence }: RecordedEvent<'container-balance-stated'>, rows: RowSet): void {
  const account = accountOf(data.by, data.partner);
  const side: Side = data.by === account.owner ? 'owner' : 'partner';
  const present = accountRow(rows, account, data.packaging);
  const statedBefore = present[`${side}_stated_at`];
  if (statedBefore && Date.parse(statedBefore) > Date.parse(data.statedAt)) return;
  const stated = { ...present, [`${side}_stated_at`]: data.statedAt };
  const since = rows
    .list<MovementRow>('container_movement', account.owner, account.partner, data.packaging)
    .reduce((sum, movement) => sum + shareOf(movement, side, stated), 0);
  const balance = (side === 'owner' ? data.balance : -data.balance) + since;
  rows.put('container_account', { ...stated, [`${side}_balance`]: balance, sequence });
}
