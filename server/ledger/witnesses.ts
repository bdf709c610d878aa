import type { Database } from '@intakt/database';
import {
  consistencyProof,
  encodeVerifierKey,
  formatAddCheckpoint,
  type VerifierKey,
  verifyCosignatures,
} from '@intakt/ledger';
import { nodeSha256 } from '@intakt/ledger/node';
import type { WitnessAddress } from '../config.ts';
import type { House } from '../house.ts';
import { type Signing, signHead } from './signing.ts';
import { hashSource } from './store.ts';

const ANSWER_LIMIT_MS = 5_000;
const MOST_ANSWER_BYTES = 16_384;
const MOST_WITNESSES = 16;

/** Asks each witness to sign the log's newest head (C2SP tlog-witness); one that is away is asked again the next time. */
export async function askWitnesses(house: House, signing: Signing): Promise<void> {
  const { witnesses } = house.config;
  if (witnesses.length === 0) return;
  const head = await signHead(house.db, house.clock, signing);
  if (head.size > 0) await Promise.all(witnesses.map((witness) => askWitness(house, witness, head)));
}

interface Head {
  size: number;
  note: string;
}

async function askWitness(house: House, { url, key }: WitnessAddress, head: Head): Promise<void> {
  const seen = await seenSize(house.db, key.name);
  if (seen === head.size) return;
  try {
    const line = await obtain(house, { url, key }, { head, oldSize: seen > head.size ? 0 : seen });
    await keep(house, { witness: key.name, size: head.size, line });
  } catch (error) {
    house.log.warn(`Witness ${key.name}: ${(error as Error).message}`);
    await note(house, { witness: key.name, seen, problem: (error as Error).message });
  }
}

/** A witness that remembers another size says so once, and is asked from there. */
async function obtain(
  house: House,
  { url, key }: WitnessAddress,
  { head, oldSize, again = false }: { head: Head; oldSize: number; again?: boolean },
): Promise<string> {
  const tree = { sha256: nodeSha256, source: hashSource(house.db) };
  const consistency = oldSize === 0 ? [] : await consistencyProof({ oldSize, newSize: head.size }, tree);
  const response = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint({ oldSize, consistency, note: head.note }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const body = (await response.text()).slice(0, MOST_ANSWER_BYTES);
  const size = Number(body.trim());
  if (response.status === 409 && !again && Number.isSafeInteger(size) && size <= head.size)
    return obtain(house, { url, key }, { head, oldSize: size, again: true });
  if (response.status !== 200) throw new Error(`answers ${response.status}: ${body.trim().slice(0, 200)}`);
  return ownLine(head.note, body, key);
}

/** Lines of unknown keys are ignored; the one of this witness has to be good. */
async function ownLine(note: string, body: string, key: VerifierKey): Promise<string> {
  const lines = body.split('\n').filter((line) => line.startsWith(`\u2014 ${key.name} `));
  for (const line of lines) {
    const verified = await verifyCosignatures(`${note}${line}\n`, [key]);
    if (verified.ok && verified.cosignatures.length > 0) return line;
  }
  throw new Error('its answer holds no good signature of its key');
}

async function seenSize(db: Database, witness: string): Promise<number> {
  const [row] = await db.system((tx) =>
    tx.query<{ size: number }>('select seen_size as size from witness where name = $1', [witness]),
  );
  return row?.size ?? 0;
}

const keep = (
  { db, clock }: House,
  { witness, size, line }: { witness: string; size: number; line: string },
): Promise<void> =>
  db.system(async (tx) => {
    const now = clock.instant();
    await tx.query('insert into cosignature values ($1, $2, $3, $4) on conflict do nothing', [
      size,
      witness,
      line,
      now,
    ]);
    await tx.query(
      `insert into witness values ($1, $2, $3, null) on conflict (name) do update set seen_size = greatest(witness.seen_size, $2), asked_at = $3, problem = null`,
      [witness, size, now],
    );
  });

const note = (
  { db, clock }: House,
  { witness, seen, problem }: { witness: string; seen: number; problem: string },
): Promise<unknown> =>
  db.system((tx) =>
    tx.query(
      `insert into witness values ($1, $2, $3, $4) on conflict (name) do update set asked_at = $3, problem = $4`,
      [witness, seen, clock.instant(), problem.slice(0, 500)],
    ),
  );

/** The newest checkpoint of at least this size that most witnesses signed, with their lines; undefined where none did. */
export async function cosignedCheckpoint(db: Database, atLeast: number): Promise<Head | undefined> {
  const [row] = await db.system((tx) =>
    tx.query<Head & { lines: string[] }>(
      `select c.size, c.note, s.lines
         from (select size, array_agg(line order by witness) as lines from cosignature where size >= $1 group by size order by size desc limit ${MOST_WITNESSES}) s
         join checkpoint c on c.size = s.size order by array_length(s.lines, 1) desc, c.size desc limit 1`,
      [atLeast],
    ),
  );
  return row && { size: row.size, note: `${row.note}${row.lines.map((line) => `${line}\n`).join('')}` };
}

export interface WitnessState {
  name: string;
  verifierKey: string;
  seenSize: number;
  askedAt: string | null;
  problem: string | null;
}

/** Each configured witness with what it saw last. */
export async function witnessStates({ db, config }: House): Promise<WitnessState[]> {
  const rows = await db.system((tx) =>
    tx.query<Omit<WitnessState, 'verifierKey'>>(
      'select name, seen_size as "seenSize", asked_at as "askedAt", problem from witness',
    ),
  );
  return config.witnesses.map(({ key }) => ({
    ...(rows.find(({ name }) => name === key.name) ?? { name: key.name, seenSize: 0, askedAt: null, problem: null }),
    verifierKey: encodeVerifierKey(key),
  }));
}
