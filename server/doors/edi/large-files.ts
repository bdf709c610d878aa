import type { House } from '../../house.ts';
import { findSameFile, type InboxFile, insertFile } from '../inbox/store.ts';
import type { Delivery, TakenIn } from './intake.ts';
import { takeIn } from './intake.ts';
import { type LargeFile, understandLarge } from './large-file.ts';
import { dropOrphans, dropParts, type Received, receive } from './spool.ts';

/** A partner's file as it comes in, of any length: small ones are answered with their messages, large ones once they are safe. */
export async function takeStream(
  house: House,
  {
    source,
    ...delivery
  }: Omit<Delivery, 'bytes' | 'source'> & { source: AsyncIterable<Buffer>; by: Delivery['source'] },
): Promise<TakenIn | undefined> {
  const received = await receive(house, delivery.organisation, source);
  const { by, ...known } = delivery;
  if (received.kind === 'parts') return takeInLarge(house, { ...known, source: by }, received);
  if (received.bytes.length === 0) return undefined;
  return takeIn(house, { ...known, source: by, bytes: received.bytes });
}

type Spooled = Extract<Received, { kind: 'parts' }>;

async function takeInLarge(house: House, delivery: Omit<Delivery, 'bytes'>, spooled: Spooled): Promise<TakenIn> {
  const { organisation, name, mediaType, source, person } = delivery;
  const { file: id, sha256, parts, size } = spooled;
  const [first] = await house.db.system((tx) => findSameFile(tx, organisation, sha256));
  if (first) {
    await dropParts(house, id);
    return { file: first.file, duplicateOf: first.file, messages: [] };
  }
  const receivedAt = house.clock.instant();
  const file: LargeFile = {
    ...{ id, organisation, name: name.slice(0, 200), mediaType, source, sha256, size, parts, receivedAt },
    bytes: Buffer.alloc(0),
    receivedBy: person,
  };
  await house.db.system((tx) => insertFile(tx, file));
  largeFilesOf(house).add(file);
  return { file: id, open: true, messages: [] };
}

/** Large files that are safe and still to be understood, one at a time. A stop ends between two batches. */
class LargeFiles {
  readonly #house: House;
  #queue: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(house: House) {
    this.#house = house;
  }

  add(file: LargeFile): void {
    this.#queue = this.#queue.then(() => this.#work(file));
  }

  /** Files that a stop interrupted go on where they ended. */
  async resume(): Promise<void> {
    const files = await this.#house.db.system((tx) =>
      tx.query<LargeFile>(
        `select id, organisation, name, media_type as "mediaType", source, sha256, bytes, size, parts, received_by as "receivedBy",
           received_at as "receivedAt" from inbox_file where open order by received_at limit 500`,
      ),
    );
    for (const file of files) this.add(file);
    const dayAgo = new Date(this.#house.clock.now() - 86_400_000).toISOString();
    await dropOrphans(this.#house, dayAgo);
  }

  idle(): Promise<void> {
    return this.#queue;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#queue;
  }

  async #work(file: InboxFile & { parts: number }): Promise<void> {
    if (this.#stopped) return;
    try {
      await understandLarge(this.#house, file, () => this.#stopped);
    } catch (error) {
      this.#house.log.error(error, `${file.name} could not be read to its end; it goes on at the next start.`);
    }
  }
}

const filesOfHouses = new WeakMap<House, LargeFiles>();

/** One queue per house: the door fills it, the start resumes it and the stop empties it. */
export function largeFilesOf(house: House): LargeFiles {
  const known = filesOfHouses.get(house);
  if (known) return known;
  const files = new LargeFiles(house);
  filesOfHouses.set(house, files);
  return files;
}
