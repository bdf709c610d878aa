import type { Id, RecordedEvent } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import type { KeptProfile, PartnerProfile } from '../partners/profile.ts';
import { profilesThatSend } from '../partners/store.ts';
import { draft } from './draft.ts';
import { loadReferences, type References } from './references.ts';
import type { Saying } from './saying.ts';
import { insertOutgoing, nextReference } from './store.ts';
import { loadTrades, REPORTED_TYPES, type Trades } from './to-reports.ts';
import { toSayings } from './to-statements.ts';
import { messageFor, writeSayings } from './write.ts';

const CURSOR = 'outgoing';
const PAGE = 500;
const SPOKEN_TYPES = ['schedule-released', 'shipment-despatched', 'goods-received', ...REPORTED_TYPES];

interface Bundle {
  sayings: Saying[];
  profile: PartnerProfile;
  names: References;
}

/**
 * Writes what the ledger holds since the last look for partners who get messages. The cursor moves in the transaction that
 * keeps the messages: each event goes out once, also across a stop and with several servers. Returns whether there is more.
 */
export async function speakNext(house: House): Promise<boolean> {
  const from = await house.db.system(readCursor);
  const { head, events } = await house.db.system((tx) => readEvents(tx, from));
  const profiles = await house.db.system(profilesThatSend);
  const trades = await house.db.system((tx) => loadTrades(tx, profiles.length > 0 ? events : []));
  const bundles = await prepareBundles(house, { events, trades }, profiles);
  const to = events.length < PAGE ? Math.max(head, from) : events.at(-1)!.sequence;
  if (to === from) return false;
  await house.db.system(async (tx) => {
    if (!(await moveCursor(tx, from, to))) return;
    for (const bundle of bundles) await keep(house, tx, bundle);
  });
  return events.length === PAGE;
}

/** What happened before there was a cursor was never meant to be sent. */
async function readCursor(tx: Transaction): Promise<number> {
  await tx.query(
    'insert into ledger_cursor (name, sequence) select $1, size from ledger_head on conflict (name) do nothing',
    [CURSOR],
  );
  const [row] = await tx.query<{ sequence: number }>('select sequence from ledger_cursor where name = $1', [CURSOR]);
  return row!.sequence;
}

/** False when another server has said this page already. */
async function moveCursor(tx: Transaction, from: number, to: number): Promise<boolean> {
  const moved = await tx.query(
    'update ledger_cursor set sequence = $3 where name = $1 and sequence = $2 returning sequence',
    [CURSOR, from, to],
  );
  return moved.length > 0;
}

/** Up to the head that was read before them: what is committed meanwhile is for the next look. */
async function readEvents(tx: Transaction, after: number): Promise<{ head: number; events: RecordedEvent[] }> {
  const [row] = await tx.query<{ size: number }>('select size from ledger_head');
  const head = row!.size;
  const rows = await tx.query<{ body: string }>(
    `select body from ledger_event where sequence > $1 and sequence <= $2 and type = any($3) order by sequence limit ${PAGE}`,
    [after, head, SPOKEN_TYPES],
  );
  return { head, events: rows.map((row) => JSON.parse(row.body) as RecordedEvent) };
}

/** What one company says to one partner in one breath by one message is one interchange; a VDA transmission has one day of zeroing. */
async function prepareBundles(
  house: House,
  { events, trades }: { events: RecordedEvent[]; trades: Trades },
  profiles: KeptProfile[],
): Promise<Bundle[]> {
  const profileOf = ({ owner, partner, spoken }: Saying): PartnerProfile | undefined =>
    profiles.find((kept) => kept.owner === owner && kept.partner === partner && kept.profile.sends.includes(spoken))
      ?.profile;
  const sayings = events.flatMap((event) => toSayings(event, trades)).filter((saying) => profileOf(saying));
  const bundles = Map.groupBy(sayings, (saying) => {
    const profile = profileOf(saying)!;
    const apart = profile.format === 'vda' ? saying.apart : undefined;
    return [saying.owner, saying.partner, messageFor(saying, profile)?.type, apart].join(' ');
  });
  const prepared: Bundle[] = [];
  for (const together of bundles.values()) {
    const [{ owner, partner }] = together as [Saying];
    const profile = profileOf(together[0]!)!;
    const names = await loadReferences(house, { owner, partner, profile }, joinMentions(together));
    prepared.push({ sayings: together, profile, names });
  }
  return prepared;
}

function joinMentions(sayings: Saying[]): Saying['mentions'] {
  const all = (pick: (mentions: Saying['mentions']) => Id[]): Id[] => [
    ...new Set(sayings.flatMap(({ mentions }) => pick(mentions))),
  ];
  return { organisations: all((m) => m.organisations), sites: all((m) => m.sites), parts: all((m) => m.parts) };
}

/** What one of them says and the message cannot must not hold back the others: then each goes by itself. */
async function keep(house: House, tx: Transaction, bundle: Bundle): Promise<void> {
  const { sayings } = bundle;
  const problem = problemOf(bundle, house.clock.instant());
  if (problem && sayings.length > 1) {
    for (const saying of sayings) await keep(house, tx, { ...bundle, sayings: [saying] });
    return;
  }
  const { profile, names } = bundle;
  const { owner, partner } = sayings[0]!;
  const { type } = messageFor(sayings[0]!, profile)!;
  const counter = profile.format === 'vda' ? `${partner} ${type}` : partner;
  const number = problem ? 0 : await nextReference(tx, owner, counter);
  const message = draft(house, {
    owner,
    partner,
    profile,
    receiver: names.address(partner),
    format: profile.format,
    type,
    controlReference: problem ? '' : String(number),
    events: sayings.map(({ event }) => event.eventId),
  });
  if (problem) return insertOutgoing(tx, { ...message, ...UNWRITTEN, problem }, new Uint8Array(0));
  const { bytes } = writeSayings(sayings, { profile, names, preparedAt: house.clock.instant() }, number);
  await insertOutgoing(tx, message, bytes);
}

/** Kept so that somebody sees it; there is nothing to send. */
const UNWRITTEN = { channel: 'none', state: 'failed', dueAt: undefined, target: undefined } as const;

/** Why the message cannot say it. Numbers are given to what is written, so this tries with the first. */
function problemOf({ sayings, profile, names }: Bundle, preparedAt: string): string | undefined {
  try {
    writeSayings(sayings, { profile, names, preparedAt }, 1);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
