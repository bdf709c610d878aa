import type { Database } from '@intakt/database';
import { encodeVerifierKey, fromBase64, type NoteSigner, signCheckpoint } from '@intakt/ledger';
import { generateSigningKeyPem, signerFromPem } from '@intakt/ledger/node';
import type { Clock } from '../clock.ts';

/** The log's voice: its current signing key, and every key that ever signed, so that old notes stay readable. */
export interface Signing {
  origin: string;
  signer: NoteSigner;
  verifierKeys: string[];
}

interface KeyRow {
  key_id: string;
  public_key: string;
  private_pem: string | null;
}

/** Loads the signing key, or makes the first one. */
export async function openSigning(db: Database, clock: Clock, origin: string): Promise<Signing> {
  const present = await readKeys(db, origin);
  if (present.length === 0) await addKey(db, clock, origin);
  return toSigning(origin, present.length > 0 ? present : await readKeys(db, origin));
}

/** Retires the current key and signs with a new one from now on; the old public key stays valid for old notes. */
export async function rotateSigningKey(db: Database, clock: Clock, origin: string): Promise<Signing> {
  await db.system((tx) =>
    tx.query('update signing_key set retired_at = $2, private_pem = null where name = $1 and retired_at is null', [
      origin,
      clock.instant(),
    ]),
  );
  await addKey(db, clock, origin);
  return toSigning(origin, await readKeys(db, origin));
}

const readKeys = (db: Database, origin: string): Promise<KeyRow[]> =>
  db.system((tx) =>
    tx.query<KeyRow>(
      'select key_id, public_key, private_pem from signing_key where name = $1 order by active_from desc',
      [origin],
    ),
  );

async function addKey(db: Database, clock: Clock, origin: string): Promise<void> {
  const pem = generateSigningKeyPem();
  const vkey = encodeVerifierKey(signerFromPem(pem, origin).key);
  const keyId = vkey.split('+').at(-2) ?? vkey;
  await db.system((tx) =>
    tx.query(
      'insert into signing_key (name, key_id, public_key, private_pem, active_from) values ($1, $2, $3, $4, $5)',
      [origin, keyId, vkey, pem, clock.instant()],
    ),
  );
}

function toSigning(origin: string, rows: KeyRow[]): Signing {
  const current = rows.find((row) => row.private_pem);
  if (!current)
    throw new Error(
      `No signing key of ${origin} has its private part; restore the backup that holds it, or rotate the key.`,
    );
  return {
    origin,
    signer: signerFromPem(current.private_pem!, origin),
    verifierKeys: rows.map((row) => row.public_key),
  };
}

/** Signs the tree as it stands, unless that size is signed already. */
export async function signHead(
  db: Database,
  clock: Clock,
  { origin, signer }: Signing,
): Promise<{ size: number; note: string }> {
  return db.system(async (tx) => {
    const [head] = await tx.query<{ size: number; root: string }>('select size, root from ledger_head');
    const [signed] = await tx.query<{ note: string }>('select note from checkpoint where size = $1', [head!.size]);
    if (signed) return { size: head!.size, note: signed.note };
    const note = await signCheckpoint({ origin, size: head!.size, root: fromBase64(head!.root)! }, signer);
    await tx.query('insert into checkpoint values ($1, $2, $3) on conflict do nothing', [
      head!.size,
      note,
      clock.instant(),
    ]);
    return { size: head!.size, note };
  });
}
