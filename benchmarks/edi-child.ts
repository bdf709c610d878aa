import { createReadStream } from 'node:fs';
import { ByteQueue, Decoder, readDelimiters, RecordSplitter, Tokenizer, VDA_MESSAGES } from '@intakt/edi';

/**
 * Reads one file as a stream in one way, in a process of its own, and prints what that cost: `edi-child.ts FILE WAY`.
 * Before the clock starts, up to 50 MB of the file are read once: neither starting Node nor compiling counts, for us as for
 * the peers, because whoever reads EDI reads many files in one process.
 */
export interface Reading {
  cpuSeconds: number;
  /** The largest resident set of the process, Node and the loading of modules included. */
  peakMb: number;
  /** What was found, to be held against what was written. */
  counts: Record<string, number>;
}

type Way = (chunks: AsyncIterable<Uint8Array>) => Promise<Record<string, number>>;

const WAYS: Record<string, Way> = {
  /** Segments, and where each of their values begins and ends. */
  tokenize: (chunks) => tokenizing(chunks, false),
  /** Records of fixed width. */
  records: (chunks) => splitting(chunks, false),
  /** The same, and a string made of every field that the record's table names. */
  fields: (chunks) => splitting(chunks, true),
  /** The same, and a string made of every value, as the peers do. */
  values: (chunks) => tokenizing(chunks, true),
  /** Envelopes, tables, mapping to statements, unmapped values: all that `decode` does. */
  map: mapping,
};

async function tokenizing(chunks: AsyncIterable<Uint8Array>, values: boolean): Promise<Record<string, number>> {
  const queue = new ByteQueue();
  let tokenizer: Tokenizer | undefined;
  let [segments, stray, characters] = [0, 0, 0];
  const take = () => {
    for (let token = tokenizer!.next(); token; token = tokenizer!.next()) {
      if (token.kind === 'stray') stray++;
      else {
        segments++;
        if (values) characters += lengthOfValues(token.elements);
      }
    }
  };
  for await (const chunk of chunks) {
    queue.push(chunk);
    tokenizer ??= new Tokenizer(readDelimiters(chunk)!, queue, 0);
    take();
  }
  queue.isComplete = true;
  take();
  return { segments, stray, ...(values && { characters }) };
}

async function splitting(chunks: AsyncIterable<Uint8Array>, fields: boolean): Promise<Record<string, number>> {
  const splitter = new RecordSplitter();
  let [segments, characters] = [0, 0];
  for await (const chunk of chunks)
    for (const { line } of splitter.push(chunk)) {
      segments++;
      if (fields) characters += lengthOfFields(line);
    }
  for (const _ of splitter.push(new Uint8Array(0), true)) segments++;
  return { segments, stray: 0, ...(fields && { characters }) };
}

const TABLES = new Map(
  VDA_MESSAGES.flatMap(({ records }) => records.map((table) => [table.type, table.fields] as const)),
);

function lengthOfFields(line: string): number {
  let length = 0;
  for (const { start, length: places } of TABLES.get(line.slice(0, 3)) ?? [])
    length += line.slice(start - 1, start - 1 + places).trim().length;
  return length;
}

const lengthOfValues = (elements: string[][]) =>
  elements.reduce((sum, components) => sum + components.reduce((length, value) => length + value.length, 0), 0);

async function mapping(chunks: AsyncIterable<Uint8Array>): Promise<Record<string, number>> {
  const decoder = new Decoder();
  const counts = { interchanges: 0, messages: 0, segments: 0, lines: 0, errors: 0, unmapped: 0 };
  const take = (parts: ReturnType<Decoder['push']>) => {
    for (const part of parts) {
      if (part.kind === 'interchange') counts.interchanges++;
      if (part.kind === 'end') counts.errors += part.errors.length;
      if (part.kind !== 'message') continue;
      counts.messages++;
      counts.segments += part.message.segments;
      counts.errors += part.message.errors.length;
      counts.unmapped += part.message.unmapped.length;
      for (const statement of part.message.statements)
        counts.lines += statement.kind === 'despatch' ? statement.lines.length : 1;
    }
  };
  for await (const chunk of chunks) take(decoder.push(chunk));
  take(decoder.end());
  return counts;
}

const WARM_UP_BYTES = 50_000_000;

const [file, way] = process.argv.slice(2) as [string, string];
const { PEERS } = way in WAYS ? { PEERS: {} as Record<string, Way> } : await import('./edi-peers.ts');
const read = WAYS[way] ?? PEERS[way]!;
await read(createReadStream(file, { end: WARM_UP_BYTES - 1 })).catch(() => undefined);
const before = process.cpuUsage();
const counts = await read(createReadStream(file));
const { user, system } = process.cpuUsage(before);
const reading: Reading = {
  cpuSeconds: (user + system) / 1e6,
  peakMb: process.resourceUsage().maxRSS / 1024,
  counts,
};
process.stdout.write(`${JSON.stringify(reading)}\n`);
