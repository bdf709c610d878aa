import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { House } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { newFileId } from '../inbox/store.ts';

const PART_BYTES = 1 << 20;

/** A file that has come in: whole in memory where it fits the body limit, else in parts in the database. */
export type Received =
  | { kind: 'whole'; bytes: Buffer }
  | { kind: 'parts'; file: string; parts: number; size: number; sha256: string };

/** Takes bytes as they arrive. No more of them is in memory than the body limit, however long the file is. */
export async function receive(house: House, organisation: Id, source: AsyncIterable<Buffer>): Promise<Received> {
  const { bodyLimitBytes, ediFileLimitBytes } = house.config;
  const hash = createHash('sha256');
  let gathered: Buffer[] = [];
  let held = 0;
  let size = 0;
  let spool: Spool | undefined;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > ediFileLimitBytes) refuse('TOO_LARGE', { limit: ediFileLimitBytes });
      hash.update(chunk);
      gathered.push(chunk);
      held += chunk.length;
      if (!spool && size > bodyLimitBytes) spool = new Spool(house, organisation);
      if (!spool || held < PART_BYTES) continue;
      await spool.add(Buffer.concat(gathered));
      gathered = [];
      held = 0;
    }
    if (!spool) return { kind: 'whole', bytes: Buffer.concat(gathered) };
    if (held > 0) await spool.add(Buffer.concat(gathered));
    return { kind: 'parts', file: spool.file, parts: spool.parts, size, sha256: hash.digest('hex') };
  } catch (error) {
    if (spool) await dropParts(house, spool.file);
    throw error;
  }
}

/** Writes the parts of one file, each durable before the next is taken. */
class Spool {
  readonly file = newFileId();
  parts = 0;
  readonly #house: House;
  readonly #organisation: Id;

  constructor(house: House, organisation: Id) {
    this.#house = house;
    this.#organisation = organisation;
  }

  async add(bytes: Buffer): Promise<void> {
    const aside = asideOf(this.#house, this.file);
    if (this.parts === 0) await mkdir(path.dirname(aside), { recursive: true });
    await appendFile(aside, bytes);
    for (let at = 0; at < bytes.length; at += PART_BYTES) {
      const part = bytes.subarray(at, at + PART_BYTES);
      const row = [this.file, ++this.parts, this.#organisation, part, this.#house.clock.instant()];
      await this.#house.db.system((tx) =>
        tx.query(
          'insert into inbox_file_part (file, number, organisation, bytes, received_at) values ($1, $2, $3, $4, $5)',
          row,
        ),
      );
    }
  }
}

export async function dropParts(house: House, file: string): Promise<void> {
  await house.db.system((tx) => tx.query('delete from inbox_file_part where file = $1', [file]));
  await dropAside(house, file);
}

/**
 * A copy on this machine's disk while the file is being understood, which reads it twice: the embedded database does not
 * give back the memory of what it hands out. The parts stay the file; without the copy they are read.
 */
const asideOf = (house: House, file: string): string => path.join(house.config.dataDir, 'edi-spool', file);

export const dropAside = (house: House, file: string): Promise<void> => rm(asideOf(house, file), { force: true });

/** The bytes of a file in parts for whoever understands it. */
export async function* bytesOf(
  house: House,
  file: { id: string; parts: number; size?: number },
): AsyncGenerator<Buffer> {
  const aside = asideOf(house, file.id);
  const found = await stat(aside).catch(() => undefined);
  if (found && found.size === file.size) yield* createReadStream(aside, { highWaterMark: PART_BYTES });
  else yield* partsOf(file, (work) => house.db.system(work));
}

/** What an upload that broke off, or a stop in the middle of one, has left. */
export const dropOrphans = (house: House, before: string): Promise<unknown> =>
  house.db.system((tx) =>
    tx.query(
      `delete from inbox_file_part p where p.received_at < $1 and not exists (select 1 from inbox_file f where f.id = p.file)`,
      [before],
    ),
  );

/** Reads one part of a file in a transaction of its own. */
type Read = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

/** The bytes of a file in parts, one part after the other. */
async function* partsOf({ id, parts }: { id: string; parts: number }, read: Read): AsyncGenerator<Buffer> {
  for (let number = 1; number <= parts; number++) {
    const [row] = await read((tx) =>
      tx.query<{ bytes: Buffer }>('select bytes from inbox_file_part where file = $1 and number = $2', [id, number]),
    );
    if (!row) throw new Error(`bug: part ${number} of file ${id} is gone`);
    yield row.bytes;
  }
}

export const streamOf = (file: { id: string; parts: number }, read: Read): Readable =>
  Readable.from(partsOf(file, read));
